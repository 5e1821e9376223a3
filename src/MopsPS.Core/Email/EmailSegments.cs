using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Email;

/// <summary>Names segments. Those of an event are known only in part when it is read: the rest is put in at the end.</summary>
internal sealed class EmailSegments(IReadOnlyList<string> by)
{
    // Control characters, which no name has.
    private const string SendMark = "\u0001";
    private const string DomainMark = "\u0002";

    private readonly Dictionary<string, string> _known = [];

    /// <summary>The segment of a row of a send; null where there are no segments.</summary>
    public string? Of(RecordReader row, EmailColumns columns, string send) => Template(row, columns) is { } template ? Of(template, send, null) : null;

    /// <summary>The segment of an event with marks for send and domain; null where there are no segments.</summary>
    public string? Template(RecordReader row, EmailColumns columns)
    {
        if (by.Count == 0) return null;
        var text = string.Join(", ", by.Zip(columns.By, (name, place) => $"{name} = " + (place switch
        {
            EmailColumns.SendPart => SendMark,
            EmailColumns.DomainPart => DomainMark,
            _ => RowValues.Text(row, place) ?? "(none)",
        })));
        if (_known.TryGetValue(text, out var known)) return known;
        _known.Add(text, text);
        return text;
    }

    /// <summary>Puts send and domain in.</summary>
    public static string Of(string template, string send, string? domain) => template.Replace(DomainMark, domain ?? "(none)").Replace(SendMark, send);
}
