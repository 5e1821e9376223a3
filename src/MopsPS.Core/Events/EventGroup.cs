using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Events.Reading;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Events;

/// <summary>The people and sessions of one campaign, or of one event where no campaign is named.</summary>
internal sealed class EventGroup(string key, string? campaignId)
{
    private readonly Dictionary<string, EventPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventSession> _sessions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _platforms = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _orders = new(StringComparer.Ordinal);
    private HashSet<string> _withAddress = [];

    public string Key { get; } = key;

    public string? CampaignId { get; } = campaignId;

    public int Rows { get; private set; }

    public int Unusable { get; set; }

    public int Staff { get; private set; }

    public int Internal { get; private set; }

    /// <summary>The people who are members.</summary>
    public IReadOnlyList<EventPerson> Members { get; private set; } = [];

    public IReadOnlyCollection<EventSession> Sessions => _sessions.Values;

    public string Platform => string.Join(" + ", _platforms);

    public string DateOrder => string.Join(" and ", _orders);

    /// <summary>Whether the reports say who came: registrations alone do not, and nobody is a no-show by them.</summary>
    public bool SaysWhoCame { get; private set; }

    public string? Name
    {
        get
        {
            var topics = _sessions.Values.Select(session => session.Topic ?? session.EventKey).Distinct(StringComparer.Ordinal).OrderBy(topic => topic, StringComparer.Ordinal).ToArray();
            return topics.Length == 0 ? null : string.Join("; ", topics);
        }
    }

    public void Add(EventSession session, string platform, string order)
    {
        // Of several reports of one session one may know its length and another not.
        if (!_sessions.TryGetValue(session.Key, out var known) || (known.Minutes is null && session.Minutes is not null)) _sessions[session.Key] = session;
        _platforms.Add(platform);
        _orders.Add(order);
    }

    public void Add(EventRow row, string platform, string order)
    {
        Add(row.Session, platform, order);
        Rows++;
        SaysWhoCame |= row.Kind == AttendanceKind.Activities || row.Attended is not null || row.First is not null || row.Minutes is not null || row.IsCheckedIn || row.OnDemandMinutes is not null;
        var key = EventPerson.KeyOf(row);
        if (!_people.TryGetValue(key, out var person)) _people.Add(key, person = new EventPerson(key));
        person.Rows.Add(row);
    }

    /// <summary>Tells members from staff and the team's own people.</summary>
    public void Sort(EventsPolicy policy)
    {
        var members = new List<EventPerson>();
        var staffNames = new HashSet<string>(_people.Values.Where(person => person.IsStaff).Select(NameOf).Where(name => name.Length > 0), StringComparer.Ordinal);
        foreach (var person in _people.Values)
        {
            // A host who joins a second time from a telephone has a name only.
            if (person.IsStaff || (person.Email is null && staffNames.Contains(NameOf(person)))) Staff++;
            else if (IsInternal(person, policy)) Internal++;
            else members.Add(person);
        }

        _withAddress = new HashSet<string>(members.Where(person => person.Email is not null).Select(NameOf).Where(name => name.Length > 0), StringComparer.Ordinal);
        Members = [.. members.OrderBy(person => NameOf(person), StringComparer.Ordinal).ThenBy(person => person.Key, StringComparer.Ordinal)];
    }

    /// <summary>Why a person may be counted twice; null where nothing says so.</summary>
    public string? Doubt(EventPerson person) =>
        person.Email is null && _withAddress.Contains(NameOf(person)) ? "no address; somebody with an address has the same name" : person.Email is null ? "no address" : null;

    private static string NameOf(EventPerson person)
    {
        var (first, last) = person.Names();
        return MatchText.Normalize($"{first} {last}");
    }

    private static bool IsInternal(EventPerson person, EventsPolicy policy)
    {
        if (policy.ExcludeAccountUsers && person.Rows.Any(row => row.IsAccountUser)) return true;
        if (person.Email is not { } email) return false;
        var domain = email.Substring(email.LastIndexOf('@') + 1);
        return policy.InternalDomains.Any(own => domain.Equals(own, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + own, StringComparison.OrdinalIgnoreCase));
    }
}
