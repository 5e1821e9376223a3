using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Funnel;

/// <summary>What <c>-Stage</c> and <c>-Join</c> mean.</summary>
internal static class FunnelParameters
{
    /// <summary>The joins by name: the file and how it is joined, where that is said.</summary>
    public static Dictionary<string, (string Path, FunnelJoin? Join)> Joins(PSCmdlet cmdlet, IDictionary? values)
    {
        var joins = new Dictionary<string, (string, FunnelJoin?)>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in values ?? new Hashtable())
        {
            var name = entry.Key.ToString()!;
            var (path, join) = Plain(entry.Value) is IDictionary table
                ? (Texts(table, "Path").FirstOrDefault(), new FunnelJoin { Key = Texts(table, "Key"), On = Texts(table, "On") })
                : (entry.Value?.ToString(), null);
            if (string.IsNullOrWhiteSpace(path)) cmdlet.ThrowTerminatingError(FunnelErrors.JoinInvalid(name, entry.Value));
            joins[name] = (path!, join is { Key.Count: > 0, On.Count: > 0 } ? join : null);
        }

        return joins;
    }

    /// <summary>The stages in order.</summary>
    public static List<FunnelStageDefinition> Stages(PSCmdlet cmdlet, IDictionary values, ICollection<string> files)
    {
        if (values is Hashtable && values.Count > 1) cmdlet.ThrowTerminatingError(FunnelErrors.StagesNotOrdered(values));
        var stages = new List<FunnelStageDefinition>();
        foreach (DictionaryEntry entry in values)
        {
            var name = entry.Key.ToString()!;
            var stage = Plain(entry.Value) is IDictionary table ? Table(name, table) : Columns(name, Many(entry.Value), files);
            if (stage.Date.Count == 0 && stage.Values.Count == 0) cmdlet.ThrowTerminatingError(FunnelErrors.StageInvalid(name, "has neither a date column nor values.", entry.Value));
            if (stage.File.Length > 0 && !files.Contains(stage.File)) cmdlet.ThrowTerminatingError(FunnelErrors.StageInvalid(name, $"names the file '{stage.File}', which -Join does not give.", entry.Value));
            stages.Add(stage);
        }

        return stages;
    }

    private static FunnelStageDefinition Table(string name, IDictionary table) => new()
    {
        Name = name,
        File = Texts(table, "File").FirstOrDefault() ?? string.Empty,
        Date = Texts(table, "Date"),
        Status = Texts(table, "Status"),
        Values = Texts(table, "Values"),
        Target = table["Target"] is { } target ? Convert.ToDouble(target, System.Globalization.CultureInfo.InvariantCulture) : null,
    };

    private static FunnelStageDefinition Columns(string name, IReadOnlyList<string> columns, ICollection<string> files)
    {
        var dot = columns.Count == 0 ? -1 : columns[0].IndexOf('.');
        var file = dot > 0 ? files.FirstOrDefault(known => string.Equals(known, columns[0].Substring(0, dot), StringComparison.OrdinalIgnoreCase)) : null;
        return new FunnelStageDefinition { Name = name, File = file ?? string.Empty, Date = file is null ? columns : [.. columns.Select(column => column.Substring(dot + 1))] };
    }

    private static IReadOnlyList<string> Texts(IDictionary table, string key) => Many(table[key]);

    private static IReadOnlyList<string> Many(object? value) => Plain(value) switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(item => RecordAccessor.Text(item)).Where(text => text is not null).Select(text => text!)],
        var other => [RecordAccessor.Text(other)!],
    };

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
