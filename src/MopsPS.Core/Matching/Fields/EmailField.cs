using System;
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

    public EmailField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Email, FieldScope.Entity, values, rows)
    {
        _parts = Array.ConvertAll(values.Text, EmailParts.Of);
        Keys =
        [
            KeyMaker.MakeAt(this, "mailbox of", value => _parts[value] is { IsRole: false } parts ? parts.Mailbox + "@" + parts.Domain : null, near: (.9, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "name in", value => _parts[value] is { IsRole: false, Mailbox.Length: >= 4 } parts ? parts.Mailbox : null, near: (.3, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "start and domain of", value => _parts[value] is { IsRole: false, Mailbox.Length: >= 4 } parts ? parts.Mailbox.Substring(0, 4) + "@" + parts.Domain : null, near: (.5, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "letters in", value => _parts[value] is { IsRole: false, LetterCount: >= 4 } parts ? parts.Letters : null, near: (.3, .9), rough: (.6, 1)),
            KeyMaker.Make(this, "end of", text => KeyMaker.End(text, Math.Min(12, Math.Max(6, text.Length / 2))), near: (0, .6), rough: (1, 0)),
        ];
    }

    /// <inheritdoc/>
    public override int Same(int value) => _parts[value].IsRole ? SharedDomain : Levels.Exact;

    /// <inheritdoc/>
    public override int Compare(int a, int b)
    {
        ref readonly var left = ref _parts[a];
        ref readonly var right = ref _parts[b];
        var sameDomain = left.DomainHash == right.DomainHash;
        if (left.IsRole || right.IsRole) return sameDomain && !left.IsFree ? SharedDomain : 0;
        if (sameDomain && left.MailboxHash == right.MailboxHash) return SameMailbox;
        if (left.MailboxHash == right.MailboxHash && left.Mailbox.Length >= 5)
            return Similarity.Edits(left.Domain, right.Domain, 2) <= 2 ? Typo : SameName;
        var apart = LettersApart(a, b);
        if (apart <= 4 && OnlyLetters(left, right) && Similarity.Edits(Values.Text[a], Values.Text[b], 2) is var edits and <= 2
            && Math.Min(left.Mailbox.Length, right.Mailbox.Length) >= (edits == 1 ? 4 : sameDomain ? 8 : 2)) return Typo;
        if (left.LetterCount >= 5 && (left.LettersHash == right.LettersHash || (MayBeAlike(a, b, apart) && Similarity.JaroWinkler(left.Mailbox, right.Mailbox) >= .9))) return SimilarName;
        return sameDomain && !left.IsFree ? SharedDomain : 0;
    }

    // smith1@ and smith2@ of one domain are two mailboxes that were made to differ; a slip seldom hits the number alone.
    private static bool OnlyLetters(in EmailParts left, in EmailParts right) => left.LettersHash != right.LettersHash || left.LetterCount == left.Mailbox.Length;
}
