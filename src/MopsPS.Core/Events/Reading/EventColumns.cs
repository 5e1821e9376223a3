using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Events.Reading;

/// <summary>What a column of a report holds.</summary>
internal enum EventColumn
{
    Name,
    FirstName,
    LastName,
    Email,
    UserId,
    Company,
    Title,
    Phone,
    Country,
    Attended,
    Registered,
    Approval,
    Join,
    Leave,
    FirstJoin,
    LastLeave,
    Minutes,
    OnDemandMinutes,
    OnDemandStart,
    CheckIn,
    Guest,
    Role,
    EventId,
    Topic,
    Start,
    End,
    SessionMinutes,
    HostEmail,
}

/// <summary>The column names of the products (Data/Events/columns.csv), and what kind of line a line is by them.</summary>
internal static class EventColumns
{
    private static readonly ILookup<string, EventColumn> ByName = EmbeddedTable.Read("Events/columns.csv")
        .SelectMany(row => EmbeddedTable.Values(row[1]).Select(name => (Name: HeaderName.Normalize(name), Column: (EventColumn)Enum.Parse(typeof(EventColumn), row[0]))))
        .ToLookup(pair => pair.Name, pair => pair.Column, StringComparer.Ordinal);

    private static readonly EventColumn[] OfPeople =
    [
        EventColumn.Name, EventColumn.FirstName, EventColumn.LastName, EventColumn.Email, EventColumn.UserId, EventColumn.Company, EventColumn.Title, EventColumn.Phone, EventColumn.Country,
        EventColumn.Attended, EventColumn.Registered, EventColumn.Approval, EventColumn.Join, EventColumn.Leave, EventColumn.FirstJoin, EventColumn.LastLeave, EventColumn.Minutes,
        EventColumn.OnDemandMinutes, EventColumn.OnDemandStart, EventColumn.CheckIn, EventColumn.Guest, EventColumn.Role, EventColumn.EventId, EventColumn.Topic,
    ];

    private static readonly EventColumn[] OfEvents =
        [EventColumn.EventId, EventColumn.Topic, EventColumn.Start, EventColumn.End, EventColumn.SessionMinutes, EventColumn.HostEmail];

    private static readonly EventColumn[] Persons = [EventColumn.Name, EventColumn.FirstName, EventColumn.LastName, EventColumn.Join, EventColumn.Attended, EventColumn.Registered, EventColumn.CheckIn];

    /// <summary>The columns of a table of people; null where the line is no header of one.</summary>
    public static Dictionary<EventColumn, int>? People(IReadOnlyList<string> fields)
    {
        var found = Find(fields, OfPeople);
        var isTable = found.Count > 1 && (found.ContainsKey(EventColumn.Email) || found.ContainsKey(EventColumn.Name) || found.ContainsKey(EventColumn.LastName)) && Persons.Any(found.ContainsKey);
        return isTable ? found : null;
    }

    /// <summary>The columns of a line that heads facts of the event; null where it is no such line.</summary>
    public static Dictionary<EventColumn, int>? Event(IReadOnlyList<string> fields)
    {
        var found = Find(fields, OfEvents);
        return found.Count > 1 && (found.ContainsKey(EventColumn.Topic) || found.ContainsKey(EventColumn.EventId)) && People(fields) is null ? found : null;
    }

    /// <summary>The fact of the event that a line of one name and one value gives; null for none.</summary>
    public static EventColumn? Fact(string name)
    {
        foreach (var column in ByName[HeaderName.Normalize(name)])
            if (Array.IndexOf(OfEvents, column) >= 0) return column;
        return null;
    }

    private static Dictionary<EventColumn, int> Find(IReadOnlyList<string> fields, EventColumn[] wanted)
    {
        var found = new Dictionary<EventColumn, int>();
        for (var i = 0; i < fields.Count; i++)
        {
            foreach (var column in ByName[HeaderName.Normalize(fields[i])])
            {
                if (Array.IndexOf(wanted, column) < 0 || found.ContainsKey(column)) continue;
                found.Add(column, i);
                break;
            }
        }

        return found;
    }
}
