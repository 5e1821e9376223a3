using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Email;

/// <summary>Tells what the event column of a send export means, whatever platform wrote it.</summary>
internal static class EmailEventTypes
{
    private static readonly Dictionary<string, EmailEvent> Known = Load();

    /// <summary>The event of a cell.</summary>
    /// <param name="text">For example <c>HardBounce</c>, <c>Open Email</c> or Marketo's <c>10</c>.</param>
    /// <returns>The event; null where it is not known.</returns>
    public static EmailEvent? Find(string text) => Known.TryGetValue(text.Trim(), out var found) ? found : null;

    private static Dictionary<string, EmailEvent> Load()
    {
        var known = new Dictionary<string, EmailEvent>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in EmbeddedTable.Read("Email/event-types.csv"))
            foreach (var name in EmbeddedTable.Values(row[1])) known.Add(name, (EmailEvent)Enum.Parse(typeof(EmailEvent), row[0]));
        return known;
    }
}
