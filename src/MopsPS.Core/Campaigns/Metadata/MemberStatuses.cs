using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>
/// The member statuses of campaigns, of an export of CampaignMemberStatus (each status that a campaign has) or of members (each status in use). From members it is not known
/// which statuses a campaign has beside those in use, so that none is missed.
/// </summary>
public sealed class MemberStatuses
{
    private readonly Dictionary<string, Entry> _campaigns = new(StringComparer.Ordinal);
    private int _campaign = -1;
    private int _status = -1;
    private int _default = -1;
    private int _responded = -1;

    /// <summary>Whether it is a list of the statuses themselves, with their defaults.</summary>
    public bool IsDefinition { get; private set; }

    /// <summary>How many campaigns have statuses.</summary>
    public int Count => _campaigns.Count;

    /// <summary>Takes the columns of a file.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read.</returns>
    /// <exception cref="FieldNotFoundException">There is no campaign or no status.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var set = new ColumnSet();
        _campaign = set.Add(fields.Require("CampaignId"));
        var label = fields.Schema.IndexOf("Label");
        _default = set.Add(Column(fields, "IsDefault", "Is Default", "Default"));
        var status = fields.IndexOf("MemberStatus") >= 0 ? fields.IndexOf("MemberStatus") : fields.Schema.IndexOf("Status");
        _status = set.Add(_default >= 0 && label >= 0 ? label : status >= 0 ? status : fields.Require("MemberStatus"));
        _responded = set.Add(Column(fields, "HasResponded", "Has Responded", "Responded"));
        IsDefinition = _default >= 0;
        return set.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var id = row.GetString(_campaign)?.Trim();
        var status = row.GetString(_status)?.Trim();
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(status)) return;
        var key = Key(id!);
        if (!_campaigns.TryGetValue(key, out var entry)) _campaigns.Add(key, entry = new Entry());
        entry.Statuses.Add(status!);
        if (_default >= 0 && FlagWords.IsYes(row.GetString(_default))) entry.Defaults++;
        if (_responded >= 0 && FlagWords.IsYes(row.GetString(_responded))) entry.Responded++;
    }

    internal bool KnowsResponded => _responded >= 0;

    internal Entry? Of(string id) => _campaigns.TryGetValue(Key(id), out var entry) ? entry : null;

    internal int Without(IEnumerable<string> ids)
    {
        var known = new HashSet<string>(ids.Select(Key), StringComparer.Ordinal);
        return _campaigns.Keys.Count(key => !known.Contains(key));
    }

    // A Salesforce id of 18 characters is that of 15 with a check sum behind.
    private static string Key(string id) => id.Length == 18 ? id.Substring(0, 15) : id;

    private static int Column(FieldMapping fields, params string[] names) => names.Select(name => fields.Schema.IndexOf(name)).Append(-1).Max();

    internal sealed class Entry
    {
        public SortedSet<string> Statuses { get; } = new(StringComparer.Ordinal);

        public int Defaults { get; set; }

        public int Responded { get; set; }
    }
}
