using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Events;

/// <summary>Finds the lead or contact of each participant: by the address where that leaves no doubt, else by the engine that finds duplicates. Nothing is guessed.</summary>
internal sealed class MemberMatcher
{
    private static readonly RecordSchema Schema = new(["First Name", "Last Name", "Email", "Company", "Phone", "Title", "Country"]);

    private readonly DuplicateFinder _finder;
    private readonly DuplicateInput _new;
    private readonly RecordCursor _cursor;
    private readonly EventsPolicy _policy;
    private readonly IReadOnlyList<EventPerson> _persons;
    private readonly MopsRecord[] _records;

    public MemberMatcher(IReadOnlyList<EventPerson> persons, EventsPolicy policy, EventOptions options)
    {
        _persons = persons;
        _policy = policy;
        _finder = new DuplicateFinder(new DuplicateOptions
        {
            Threshold = policy.MatchThreshold,
            ReviewThreshold = policy.ReviewThreshold,
            Threads = options.Threads,
            Cancellation = options.Cancellation,
        });
        _records = [.. persons.Select(Record)];
        _new = _finder.AddInput(FieldMapper.Map(Schema), [.. _records.Select(record => record.Values)], "participants");
        _cursor = new RecordCursor(Schema, _new.Columns);
    }

    public KnownPeople People { get; } = new();

    /// <summary>Announces known people.</summary>
    public KnownInput AddKnown(FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>> samples, string? path) =>
        new(People, _finder.AddInput(fields, samples, path, ObjectTypes.Of(fields, samples, path), isKnown: true));

    /// <summary>Adds the participants; before the first known row.</summary>
    public void Start()
    {
        _finder.Settle();
        foreach (var record in _records)
        {
            _cursor.Set(record);
            _new.Add(_cursor);
        }
    }

    /// <summary>The matches, in the order of the participants.</summary>
    public FoundMember[] Match()
    {
        var found = _persons.Select(person => ByEmail(person)).ToArray();
        if (Array.TrueForAll(found, match => match is not null)) return found!;
        var matches = new KnownMatches(_finder.Run());
        return [.. found.Select((match, i) => match ?? ByEngine(matches.Of(i, _policy.ReviewThreshold)))];
    }

    private static MopsRecord Record(EventPerson person)
    {
        var (first, last) = person.Names();
        return new MopsRecord(Schema, [first, last, person.Email, person.Company, person.Phone, person.Title, person.Country]);
    }

    private FoundMember? ByEmail(EventPerson person)
    {
        if (person.Email is null || People.ByEmail(person.Email) is not { Count: > 0 } same) return null;
        var role = RoleMailboxes.RoleOf(person.Email.Substring(0, person.Email.IndexOf('@'))) != MailboxRole.None;
        var others = same.Where(known => !IsOther(person, known, role)).ToArray();
        if (others.Length == 0) return Review(same, role ? "the mailbox of a function, under another name" : "the same address under another name", 1);
        // A lead that was converted is its contact; of the two the contact is meant.
        var contacts = others.Where(known => People[known].Type == "Contact").Select(known => People[known].Id).Distinct(StringComparer.Ordinal).ToArray();
        if (contacts.Length == 1) return Sure(others.First(known => People[known].Id == contacts[0]), "the same address", 1);
        var rest = contacts.Length > 1 ? others.Where(known => People[known].Type == "Contact").ToArray() : others.Where(known => !People[known].IsConverted).ToArray();
        if (rest.Length == 0) rest = others;
        return rest.Length == 1 ? Sure(rest[0], "the same address", 1) : Review(rest, $"{rest.Length} records have the address", 1);
    }

    // Two full names that have nothing in common are two people, whatever address they share. A mailbox of a function asks for one name that agrees.
    private bool IsOther(EventPerson person, int known, bool isRole)
    {
        var (first, last) = person.Names();
        string? given = first is null ? null : PersonNames.Given(first), family = last is null ? null : PersonNames.Family(last);
        var (knownGiven, knownFamily) = People.Names(known);
        var agrees = (family is not null && family == knownFamily) || (given is not null && given == knownGiven);
        if (agrees) return false;
        return isRole || (given is not null && family is not null && knownGiven is not null && knownFamily is not null && given != knownFamily && family != knownGiven && given[0] != knownGiven[0]);
    }

    private FoundMember ByEngine(IReadOnlyList<(int Row, double Probability)> matches)
    {
        if (matches.Count == 0) return new FoundMember { Match = MemberMatch.NotFound };
        var sure = matches.Where(match => match.Probability >= _policy.MatchThreshold).ToArray();
        var known = matches.Select(match => match.Row - _records.Length).ToArray();
        if (sure.Length == 1) return Sure(known[0], "name, company and what else the records share", sure[0].Probability);
        return Review(known, sure.Length > 1 ? $"{sure.Length} records fit" : "alike, but not sure", matches[0].Probability);
    }

    private FoundMember Sure(int known, string reason, double score) => new()
    {
        Match = MemberMatch.Matched,
        Reason = reason,
        Score = score,
        Id = People[known].Id,
        IsContact = People[known].Type != "Lead",
    };

    private FoundMember Review(IReadOnlyList<int> known, string reason, double score) => new()
    {
        Match = MemberMatch.Ambiguous,
        Reason = reason,
        Score = score,
        Candidates = [.. known.Select(index => People[index].Id).Where(id => id is not null).Distinct(StringComparer.Ordinal).Take(20)!],
    };
}

/// <summary>What was found of one participant.</summary>
internal sealed class FoundMember
{
    public MemberMatch Match { get; init; }

    public string? Reason { get; init; }

    public double? Score { get; init; }

    public string? Id { get; init; }

    public bool IsContact { get; init; }

    public IReadOnlyList<string> Candidates { get; init; } = [];
}
