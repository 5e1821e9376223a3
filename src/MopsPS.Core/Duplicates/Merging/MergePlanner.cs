using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Proposes for groups of duplicates which record stays and which values survive, by the policy. Merges nothing.</summary>
public sealed class MergePlanner
{
    private readonly MergeOptions _options;
    private readonly DateParser _dates;
    private readonly Dictionary<RecordSchema, (FieldMapping Fields, string?[] FieldOf)> _schemas = [];
    private readonly MasterChoice _choice;
    private readonly Survivorship _survivorship;
    private readonly MergeRefusals _refusals;

    /// <summary>Makes a planner.</summary>
    /// <param name="policy">How duplicates are merged.</param>
    /// <param name="options">Field map, profile and culture; null to detect.</param>
    /// <param name="consent">Which columns hold consent and what their values mean; null for the built-in names.</param>
    public MergePlanner(MergePolicy policy, MergeOptions? options = null, ConsentPolicy? consent = null)
    {
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _options = options ?? new MergeOptions();
        _dates = new DateParser(_options.Culture);
        Consent = new ConsentScale(policy, consent ?? new ConsentPolicy());
        _choice = new MasterChoice(policy);
        _survivorship = new Survivorship(policy, Consent);
        _refusals = new MergeRefusals(policy, Consent, _choice);
    }

    /// <summary>How many records had a date that could not be read; it then counted as unknown.</summary>
    public int UnreadDateCount { get; private set; }

    internal MergePolicy Policy { get; }

    internal ConsentScale Consent { get; }

    /// <summary>Proposes how to merge a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="masterOrdinal">The ordinal of the record that a person chose as the master; null to choose by the policy.</param>
    /// <returns>The proposal, with its refusals.</returns>
    public MergeProposal Propose(DuplicateGroup group, int? masterOrdinal = null)
    {
        if (group is null) throw new ArgumentNullException(nameof(group));
        var members = group.Members.Select(View).ToList();
        UnreadDateCount += members.Count(member => member.HasUnreadDate);
        var (master, reason) = masterOrdinal is { } chosen && members.Find(member => member.Member.Ordinal == chosen) is { } picked
            ? (picked, "chosen by the reviewer")
            : _choice.Choose(group, members);
        return new MergeProposal(group, master.Member, reason, _survivorship.Pick(master, members), _refusals.Find(master, members));
    }

    /// <summary>The canonical field of each column of a schema.</summary>
    internal string?[] FieldsOf(RecordSchema schema) => Map(schema).FieldOf;

    internal bool IsFixed(string column, string? field) => _survivorship.IsFixed(column, field);

    private MergeMember View(DuplicateMember member)
    {
        var (fields, fieldOf) = Map(member.Record.GetSchema());
        return new MergeMember(member, fields, fieldOf, _dates);
    }

    private (FieldMapping Fields, string?[] FieldOf) Map(RecordSchema schema)
    {
        if (_schemas.TryGetValue(schema, out var known)) return known;

        // Files of several kinds need not all have the columns that the map names.
        var map = _options.FieldMap?.Where(pair => schema.IndexOf(pair.Value) >= 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var fields = FieldMapper.Map(schema, new FieldMapOptions { Profile = _options.Profile, Overrides = map });
        var fieldOf = new string?[schema.Count];
        foreach (var match in fields.Matches.Where(match => match.Column >= 0)) fieldOf[match.Column] = match.Field.Name;
        _schemas.Add(schema, (fields, fieldOf));
        return (fields, fieldOf);
    }
}
