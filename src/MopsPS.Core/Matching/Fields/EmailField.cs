using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>E-mail addresses: mailboxes that providers treat as one, typos, a name that moved to another domain, colleagues, and role addresses, which are nobody's own.</summary>
internal sealed class EmailField : MatchField
{
    private const int SharedDomain = 1;
    private const int Typo = 4;
    private const int SameMailbox = 5;

    /// <summary>The level for names in the mailbox that are alike.</summary>
    public const int SimilarName = 2;

    /// <summary>The level for one name in the mailbox at two domains.</summary>
    public const int SameName = 3;

    private readonly EmailParts[] _parts;
    private readonly TextPool _mailboxes;

    public EmailField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Email, FieldScope.Entity, values, rows)
    {
        var parts = _parts = new EmailParts[values.Count];
        _mailboxes = TextPool.Make(values.Count, values.Workers, (value, to) => parts[value] = EmailParts.Of(values[value], to));
        Keys =
        [
            KeyMaker.Hashed(this, "mailbox of", value => _parts[value].IsRole ? 0 : (_parts[value].MailboxHash * 3) + _parts[value].DomainHash, near: (.9, 1), rough: (1, 0)),
            KeyMaker.Hashed(this, "name in", value => _parts[value].IsRole || _mailboxes[value].Length < 4 ? 0 : _parts[value].MailboxHash, near: (.3, 1), rough: (1, 0)),
            KeyMaker.Hashed(this, "start and domain of", StartAndDomain, near: (.5, 1), rough: (1, 0)),
            KeyMaker.Hashed(this, "letters in", value => _parts[value] is { IsRole: true } or { LetterCount: < 4 } ? 0 : _parts[value].LettersHash, near: (.3, .9), rough: (.6, 1)),
            KeyMaker.Make(this, "end of", text => KeyMaker.End(text, Math.Min(12, Math.Max(6, text.Length / 2))), near: (0, .6), rough: (1, 0)),
        ];
    }

    /// <inheritdoc/>
    public override int Same(int value) => _parts[value].IsRole ? SharedDomain : Levels.Exact;

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        ref readonly var left = ref _parts[a];
        ref readonly var right = ref _parts[b];
        var sameDomain = left.DomainHash == right.DomainHash;
        if (left.IsRole || right.IsRole) return sameDomain && !left.IsFree ? SharedDomain : 0;
        var sameMailbox = left.MailboxHash == right.MailboxHash;
        if (sameDomain && sameMailbox) return SameMailbox;
        if (sameMailbox && _mailboxes[a].Length >= 5)
            return Similarity.Edits(EmailParts.Domain(Values[a]), EmailParts.Domain(Values[b]), 2) <= 2 ? Typo : SameName;
        var apart = LettersApart(a, b);
        if (apart <= 4 && OnlyLetters(a, b) && Similarity.Edits(Values[a], Values[b], 2) is var edits and <= 2
            && Math.Min(_mailboxes[a].Length, _mailboxes[b].Length) >= (edits == 1 ? 4 : sameDomain ? 8 : 2)) return Typo;
        if (left.LetterCount >= 5 && (left.LettersHash == right.LettersHash || (MayBeAlike(a, b, apart) && AreAlike(_mailboxes[a], _mailboxes[b])))) return SimilarName;
        return sameDomain && !left.IsFree ? SharedDomain : 0;
    }

    private ulong StartAndDomain(int value) =>
        _parts[value].IsRole || _mailboxes[value].Length < 4 ? 0 : (NormalValues.HashOf(_mailboxes[value].Slice(0, 4)) * 3) + _parts[value].DomainHash;

    [MethodImpl(Hot.Loop)]
    private static bool AreAlike(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        Similarity.MayReach(left, right, NormalValues.LettersOf(left), NormalValues.LettersOf(right), .9) && Similarity.JaroWinkler(left, right) >= .9;

    // smith1@ and smith2@ of one domain are two mailboxes that were made to differ; a slip seldom hits the number alone.
    private bool OnlyLetters(int a, int b) => _parts[a].LettersHash != _parts[b].LettersHash || _parts[a].LetterCount == _mailboxes[a].Length;
}
