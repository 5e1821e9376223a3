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
    private readonly TextPool _mailboxes;

    public EmailField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Email, FieldScope.Entity, values, rows)
    {
        var parts = _parts = new EmailParts[values.Count];
        _mailboxes = TextPool.Make(values.Count, values.Workers, (value, to) => parts[value] = EmailParts.Of(values[value], to));
        Keys =
        [
            KeyMaker.MakeAt(this, "mailbox of", (value, room) => AtDomain(value, int.MaxValue, room), near: (.9, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "name in", (value, _) => _parts[value].IsRole ? default : KeyMaker.Start(_mailboxes[value], Math.Max(4, _mailboxes[value].Length)), near: (.3, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "start and domain of", (value, room) => _mailboxes[value].Length >= 4 ? AtDomain(value, 4, room) : default, near: (.5, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "letters in", Letters, near: (.3, .9), rough: (.6, 1)),
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
        var sameMailbox = left.MailboxHash == right.MailboxHash;
        if (sameDomain && sameMailbox) return SameMailbox;
        if (sameMailbox && _mailboxes[a].Length >= 5)
            return Similarity.Edits(EmailParts.Domain(Values[a]), EmailParts.Domain(Values[b]), 2) <= 2 ? Typo : SameName;
        var apart = LettersApart(a, b);
        if (apart <= 4 && OnlyLetters(a, b) && Similarity.Edits(Values[a], Values[b], 2) is var edits and <= 2
            && Math.Min(_mailboxes[a].Length, _mailboxes[b].Length) >= (edits == 1 ? 4 : sameDomain ? 8 : 2)) return Typo;
        if (left.LetterCount >= 5 && (left.LettersHash == right.LettersHash || (MayBeAlike(a, b, apart) && Similarity.JaroWinkler(_mailboxes[a], _mailboxes[b]) >= .9))) return SimilarName;
        return sameDomain && !left.IsFree ? SharedDomain : 0;
    }

    private ReadOnlySpan<char> AtDomain(int value, int most, CharBuffer room)
    {
        if (_parts[value].IsRole) return default;
        var mailbox = _mailboxes[value];
        room.Append(mailbox.Slice(0, Math.Min(most, mailbox.Length)));
        room.Append('@');
        room.Append(EmailParts.Domain(Values[value]));
        return room.From(0);
    }

    private ReadOnlySpan<char> Letters(int value, CharBuffer room)
    {
        if (_parts[value] is { IsRole: true } or { LetterCount: < 4 }) return default;
        foreach (var c in _mailboxes[value])
            if (EmailParts.IsLetter(c)) room.Append(c);
        return room.From(0);
    }

    // smith1@ and smith2@ of one domain are two mailboxes that were made to differ; a slip seldom hits the number alone.
    private bool OnlyLetters(int a, int b) => _parts[a].LettersHash != _parts[b].LettersHash || _parts[a].LetterCount == _mailboxes[a].Length;
}
