using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Events.Reading;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Events;

/// <summary>All rows of one person in one campaign.</summary>
internal sealed class EventPerson(string key)
{
    public string Key { get; } = key;

    public List<EventRow> Rows { get; } = [];

    public string? Email => First(row => row.Email);

    public string? Company => First(row => row.Company);

    public string? Title => First(row => row.Title);

    public string? Phone => First(row => row.Phone);

    public string? Country => First(row => row.Country);

    public bool IsStaff => Rows.Any(row => row.IsStaff || (row.Email is not null && row.Email == row.Session.HostEmail));

    /// <summary>The sessions in which the person was.</summary>
    public IEnumerable<IGrouping<string, EventRow>> Sessions => Rows.Where(WasThere).GroupBy(row => row.Session.Key, StringComparer.Ordinal);

    /// <summary>What tells one person from another: the address, else the name.</summary>
    public static string KeyOf(EventRow row)
    {
        if (row.Email is not null) return "@" + row.Email;
        var name = DisplayName(row.Name) ?? $"{row.FirstName} {row.LastName}";
        return "#" + MatchText.Normalize(name);
    }

    /// <summary>The name that somebody chose, without the original one that Zoom puts behind it.</summary>
    public static string? DisplayName(string? name)
    {
        if (name is null) return null;
        var at = name.IndexOf('(');
        var text = (at > 0 ? name.Substring(0, at) : name).Trim();
        return text.Length == 0 ? name.Trim() : text;
    }

    /// <summary>Given and family name: as the report has them, else the display name at its last blank.</summary>
    public (string? First, string? Last) Names()
    {
        string? first = First(row => row.FirstName), last = First(row => row.LastName);
        if (first is not null || last is not null) return (first, last);
        var name = DisplayName(First(row => row.Name));
        if (name is null || name.IndexOf('@') >= 0) return (null, null);
        var comma = name.IndexOf(',');
        if (comma > 0) return (Blank(name.Substring(comma + 1)), Blank(name.Substring(0, comma)));
        var at = name.LastIndexOf(' ');
        return at < 0 ? (null, name) : (Blank(name.Substring(0, at)), name.Substring(at + 1));
    }

    /// <summary>The first value in an order that does not depend on that of the rows.</summary>
    public string? First(Func<EventRow, string?> value) =>
        Rows.Select(row => (row, text: value(row))).Where(pair => pair.text is not null).OrderBy(pair => pair.row.Kind == AttendanceKind.Registrants ? 0 : 1)
            .ThenBy(pair => pair.row.Registered ?? pair.row.Join ?? long.MaxValue).ThenBy(pair => pair.text, StringComparer.Ordinal).Select(pair => pair.text).FirstOrDefault();

    private static string? Blank(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static bool WasThere(EventRow row) => row.Attended != false && (row.Attended == true || row.IsCheckedIn || (row.Kind != AttendanceKind.Registrants && (row.Minutes > 0 || row.First is not null)));
}
