using System;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>
/// Judges links in UTF-8 by what <see cref="UtmAuditor"/> said about links of the same skeleton, or about the same link, before; what is new
/// it asks the auditor. So it never says anything of its own. Its memory is bounded, whatever the links. Used by one thread at a time.
/// </summary>
internal sealed class LinkJudge
{
    private const int Verdicts = 8192;
    private const int Texts = 8192;

    private readonly UtmAuditor _auditor;
    private readonly string? _page;
    private readonly LinkSkeleton _skeleton;
    private readonly BytesTable<LinkVerdict> _bySkeleton = new(Verdicts, 1 << 20);
    private readonly BytesTable<LinkVerdict> _byLink = new(Verdicts, 1 << 20);
    private readonly BytesTable<string> _texts = new(Texts, 1 << 18);
    private readonly string?[] _values = new string?[9];
    private readonly LinkVerdict _notAlike;
    private readonly bool _suppressesByTarget;

    public LinkJudge(UtmAuditor auditor, string? page)
    {
        _auditor = auditor;
        _page = page;
        _skeleton = new LinkSkeleton(auditor, page);
        _suppressesByTarget = auditor.Rules.SuppressesByTarget;
        _notAlike = new LinkVerdict(new UtmResult(), isWhole: false);
    }

    /// <summary>Called for each verdict with links that are not counted yet, before it is forgotten.</summary>
    public Action<LinkVerdict>? OnVerdict { get; set; }

    /// <summary>The verdict about a link.</summary>
    /// <param name="url">The link.</param>
    /// <param name="forResult">Whether a result is to be made from it.</param>
    public LinkVerdict Judge(ReadOnlySpan<byte> url, bool forResult)
    {
        if (!_skeleton.Read(url)) return JudgeWhole(url);
        var verdict = _bySkeleton.Find(_skeleton.Bytes, out var hash);
        if (verdict is null)
        {
            var text = Text(url);
            var result = _auditor.Audit(text, page: _page);
            var isAlike = result.Url == text && (result.Findings.Count == 0 || !_suppressesByTarget) && result.Findings.All(IsOfAllAlike);
            verdict = isAlike ? new LinkVerdict(result, isWhole: false) { HasFreeCampaign = _skeleton.IsFree(2) } : _notAlike;
            Keep(_bySkeleton, _skeleton.Bytes, hash, verdict);
        }

        return verdict == _notAlike || (forResult && !verdict.GivesResults) ? JudgeWhole(url) : verdict;
    }

    /// <summary>The result for a link that <see cref="Judge"/> just gave the verdict about.</summary>
    public UtmResult ToResult(LinkVerdict verdict, ReadOnlySpan<byte> url, SourcePosition position, string? owner)
    {
        if (verdict.IsWhole) return verdict.ToResult(verdict.Result.Url, verdict.Values, position, owner);
        for (var i = 0; i < _values.Length; i++) _values[i] = _skeleton.IsFree(i) ? Intern(_skeleton.Value(url, i)) : verdict.Values[i];
        return verdict.ToResult(Text(url), _values, position, owner);
    }

    /// <summary>The free campaign of the link that <see cref="Judge"/> just gave the verdict about.</summary>
    public ReadOnlySpan<byte> Campaign(ReadOnlySpan<byte> url) => _skeleton.Value(url, 2);

    /// <summary>A text; the same one for the same bytes, as long as there are not too many.</summary>
    public string Intern(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LinkSkeleton.MaxLength) return Text(bytes);
        if (_texts.Find(bytes, out var hash) is { } known) return known;
        var text = Text(bytes);
        _texts.Add(bytes, hash, text);
        return text;
    }

    /// <summary>Hands all verdicts that are kept to <see cref="OnVerdict"/>.</summary>
    public void Visit()
    {
        VisitAll(_bySkeleton);
        VisitAll(_byLink);
    }

    /// <summary>The text of bytes.</summary>
    public static unsafe string Text(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes) return bytes.IsEmpty ? string.Empty : Encoding.UTF8.GetString(start, bytes.Length);
    }

    private LinkVerdict JudgeWhole(ReadOnlySpan<byte> url)
    {
        if (url.Length > LinkSkeleton.MaxLength)
        {
            // Too long to keep: it is counted at once.
            var single = new LinkVerdict(_auditor.Audit(Text(url), page: _page), isWhole: true) { Times = 1 };
            OnVerdict?.Invoke(single);
            single.Times = 0;
            return single;
        }

        if (_byLink.Find(url, out var hash) is { } known) return known;
        var verdict = new LinkVerdict(_auditor.Audit(Text(url), page: _page), isWhole: true);
        Keep(_byLink, url, hash, verdict);
        return verdict;
    }

    private void Keep(BytesTable<LinkVerdict> table, ReadOnlySpan<byte> key, uint hash, LinkVerdict verdict)
    {
        if (table.TryAdd(key, hash, verdict)) return;
        VisitAll(table);
        table.Clear();
        table.TryAdd(key, hash, verdict);
    }

    private void VisitAll(BytesTable<LinkVerdict> table)
    {
        if (OnVerdict is null) return;
        for (var i = 0; i < table.Count; i++)
            if (table.Value(i).Times > 0) OnVerdict(table.Value(i));
    }

    // What is masked or about personal data is of this one link.
    private static bool IsOfAllAlike(Finding finding) => finding.RuleId != UtmRules.PersonalData.Id;
}
