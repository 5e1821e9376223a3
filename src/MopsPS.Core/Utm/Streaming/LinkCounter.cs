using System;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>Counts judged links for a summary, and writes into it when it must: no link is looked at more than once. Used by one thread at a time.</summary>
internal sealed class LinkCounter
{
    private const int Segments = 4096;

    private readonly LinkJudge _judge;
    private readonly BytesTable<UtmTally> _campaigns = new(Segments, 1 << 18);
    private readonly BytesTable<UtmTally> _owners = new(Segments, 1 << 18);
    private readonly UtmAuditor _auditor;
    private readonly UtmGrouping _by;
    private UtmAudit _audit;

    public LinkCounter(LinkJudge judge, UtmAuditor auditor, UtmGrouping by)
    {
        _judge = judge;
        _auditor = auditor;
        _by = by;
        _audit = new UtmAudit(auditor, by);
        judge.OnVerdict = Write;
    }

    /// <summary>The file in which the links stand.</summary>
    public string? File { get; set; }

    /// <summary>Counts a link.</summary>
    public void Count(ReadOnlySpan<byte> url, ReadOnlySpan<byte> owner)
    {
        var verdict = _judge.Judge(url, forResult: false);
        verdict.Times++;
        if (_by == UtmGrouping.Owner) CountIn(_owners, owner, verdict.Result, isOwner: true);
        if (verdict.HasFreeCampaign && (_by == UtmGrouping.Campaign || _audit.ComparesCampaigns)) CountIn(_campaigns, _judge.Campaign(url), verdict.Result, isOwner: false);
    }

    /// <summary>Hands out what was counted and begins anew.</summary>
    public UtmAudit Take()
    {
        _judge.Visit();
        WriteOwners();
        WriteCampaigns();
        var counted = _audit;
        _audit = new UtmAudit(_auditor, _by);
        return counted;
    }

    private void CountIn(BytesTable<UtmTally> table, ReadOnlySpan<byte> key, UtmResult result, bool isOwner)
    {
        // A name of thousands of characters is one for itself.
        if (key.Length > LinkSkeleton.MaxLength)
        {
            var single = new UtmTally();
            single.Add(result, 1);
            _audit.AddSegment(LinkJudge.Text(key), single);
            return;
        }

        var tally = table.Find(key, out var hash);
        if (tally is null)
        {
            tally = new UtmTally();
            if (!table.TryAdd(key, hash, tally))
            {
                if (isOwner) WriteOwners();
                else WriteCampaigns();
                table.TryAdd(key, hash, tally);
            }
        }

        tally.Add(result, 1);
    }

    private void Write(LinkVerdict verdict)
    {
        var segment = _by switch
        {
            UtmGrouping.None or UtmGrouping.Owner => null,
            UtmGrouping.Campaign when verdict.HasFreeCampaign => null,
            UtmGrouping.File => UtmAudit.Key(File),
            _ => _audit.Key(verdict.Result),
        };
        _audit.Add(verdict.Result, verdict.Times, segment, hasCampaign: !verdict.HasFreeCampaign);
        verdict.Times = 0;
    }

    private void WriteOwners()
    {
        for (var i = 0; i < _owners.Count; i++) _audit.AddSegment(LinkJudge.Text(_owners.Key(i)), _owners.Value(i));
        _owners.Clear();
    }

    private void WriteCampaigns()
    {
        for (var i = 0; i < _campaigns.Count; i++)
        {
            var campaign = LinkJudge.Text(_campaigns.Key(i));
            if (_by == UtmGrouping.Campaign) _audit.AddSegment(campaign, _campaigns.Value(i));
            _audit.AddCampaign(campaign, _campaigns.Value(i).Links);
        }

        _campaigns.Clear();
    }
}
