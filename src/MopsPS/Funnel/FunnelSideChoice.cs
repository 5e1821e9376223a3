using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Funnel;

/// <summary>One side of a comparison as a user names it: by periods, or by values of columns.</summary>
internal sealed class FunnelSideChoice(IReadOnlyList<FunnelStage> rows)
{
    public IReadOnlyList<FunnelStage> Rows => rows;

    /// <summary>The name for people; null where the rows were given as they are.</summary>
    public string? Name { get; private init; }

    /// <summary>The columns that the side is chosen by, which therefore make no segments.</summary>
    public IReadOnlyList<string> Columns { get; private init; } = [];

    public static FunnelSideChoice Of(IReadOnlyList<FunnelStage> rows, object[] wanted)
    {
        var plain = wanted.Select(item => item is PSObject wrapped ? wrapped.BaseObject : item).ToArray();
        var table = plain.OfType<IDictionary>().FirstOrDefault();
        if (table is null)
        {
            var periods = plain.Select(item => RecordAccessor.Text(item) ?? string.Empty).ToArray();
            return new FunnelSideChoice([.. rows.Where(row => row.Period is not null && periods.Contains(row.Period, StringComparer.OrdinalIgnoreCase))]) { Name = string.Join(" + ", periods) };
        }

        var values = table.Cast<DictionaryEntry>().Select(entry => (Column: entry.Key.ToString()!, Values: Texts(entry.Value))).OrderBy(pair => pair.Column, StringComparer.OrdinalIgnoreCase).ToArray();
        return new FunnelSideChoice([.. rows.Where(row => values.All(pair => row.By.TryGetValue(pair.Column, out var value) && pair.Values.Contains(value, StringComparer.OrdinalIgnoreCase)))])
        {
            Name = string.Join(", ", values.Select(pair => $"{pair.Column} = {string.Join(" or ", pair.Values)}")),
            Columns = [.. values.Select(pair => pair.Column)],
        };
    }

    private static string[] Texts(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(item => RecordAccessor.Text(item) ?? string.Empty)],
        var other => [RecordAccessor.Text(other) ?? string.Empty],
    };
}
