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
            KeyMaker.Make(this, "mailbox of", text => EmailParts.Of(text) is { IsRole: false } parts ? parts.Mailbox + "@" + parts.Domain : null, near: (.9, 1), rough: (1, 0)),
            KeyMaker.Make(this, "name in", text => EmailParts.Of(text) is { IsRole: false, Mailbox.Length: >= 4 } parts ? parts.Mailbox : null, near: (.3, 1), rough: (1, 0)),
            KeyMaker.Make(this, "start and domain of", text => EmailParts.Of(text) is { IsRole: false, Mailbox.Length: >= 4 } parts ? parts.Mailbox.Substring(0, 4) + "@" + parts.Domain : null, near: (.5, 1), rough: (1, 0)),
            KeyMaker.Make(this, "letters in", text => EmailParts.Of(text) is { IsRole: false, Letters.Length: >= 4 } parts ? parts.Letters : null, near: (.3, .9), rough: (.6, 1)),
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
        if (MayBeSimilar(a, b))
        {
            if (sameDomain && Similarity.Edits(left.Mailbox, right.Mailbox, 2) is var edits && (edits == 1 ? left.Mailbox.Length >= 4 && OnlyLetters(left, right) : edits == 2 && left.Mailbox.Length >= 8 && OnlyLetters(left, right))) return Typo;
            if (Similarity.Edits(Values.Text[a], Values.Text[b], 2) <= 2 && OnlyLetters(left, right)) return Typo;
            if (left.Letters.Length >= 5 && (left.LettersHash == right.LettersHash || Similarity.JaroWinkler(left.Mailbox, right.Mailbox) >= .9)) return SimilarName;
        }

        return sameDomain && !left.IsFree ? SharedDomain : 0;
    }

    // smith1@ and smith2@ of one domain are two mailboxes that were made to differ; a slip seldom hits the number alone.
    private static bool OnlyLetters(in EmailParts left, in EmailParts right) => left.LettersHash != right.LettersHash || left.Letters.Length == left.Mailbox.Length;
}
