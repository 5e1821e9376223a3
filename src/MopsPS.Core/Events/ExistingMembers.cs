using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Events;

/// <summary>The members that a campaign has already, by lead, contact or address.</summary>
public sealed class ExistingMembers
{
    private static readonly string[] Ids = ["Campaign Member ID", "CampaignMemberId", "Member ID"];

    private readonly Dictionary<string, (string? Id, string Status)> _members = new(StringComparer.Ordinal);
    private int[] _places = [];
    private int _id;
    private int _status;
    private int _campaign;

    /// <summary>Takes the columns of an input, before its rows.</summary>
    /// <param name="fields">The columns and their canonical parts.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">There is no status.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var set = new ColumnSet();
        var status = fields.IndexOf("MemberStatus") is >= 0 and var member ? member : Math.Max(fields.Schema.IndexOf("Status"), fields.Schema.IndexOf("Member Status"));
        _status = set.Add(status >= 0 ? status : fields.Require("MemberStatus"));
        _id = set.Add(Ids.Select(fields.Schema.IndexOf).Where(column => column >= 0).Concat([fields.IndexOf("Id")]).First());
        _campaign = set.Add(fields.IndexOf("CampaignId"));
        _places = [set.Add(fields.IndexOf("LeadId")), set.Add(fields.IndexOf("ContactId")), set.Add(fields.IndexOf("Email"))];
        return set.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        string? Text(int place) => place < 0 || CompareText.Trim(row.GetUtf8(place)) is var value && value.IsEmpty ? null : Encoding.UTF8.GetString(value.ToArray());
        if (Text(_status) is not { } status) return;
        var campaign = Key(Text(_campaign));
        foreach (var place in _places)
        {
            if (Text(place) is not { } who) continue;
            var key = $"{campaign}\n{Key(who)}";
            if (!_members.ContainsKey(key)) _members.Add(key, (Text(_id), status));
        }
    }

    /// <summary>The member of a campaign.</summary>
    internal (string? Id, string Status)? Find(string? campaign, params string?[] who)
    {
        foreach (var one in who)
        {
            if (one is null) continue;
            // An export of one campaign need not say which.
            if (_members.TryGetValue($"{Key(campaign)}\n{Key(one)}", out var member) || _members.TryGetValue($"\n{Key(one)}", out member)) return member;
        }

        return null;
    }

    private static string Key(string? value)
    {
        if (value is null) return string.Empty;
        if (value.IndexOf('@') >= 0) return CompareText.Email(value);
        return SalesforceId.TryNormalize(Encoding.UTF8.GetBytes(value), out var id) ? Encoding.UTF8.GetString(id.ToArray()) : value;
    }
}
