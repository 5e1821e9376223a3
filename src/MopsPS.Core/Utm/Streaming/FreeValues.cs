using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Naming;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>
/// Tells which values of UTM parameters no rule can say anything about: plain, not in a taxonomy, in the agreed form. Any such value may
/// stand for another one in the audit of a link. Says no in doubt, and the value is then part of what is audited.
/// </summary>
internal sealed class FreeValues
{
    private const int Campaign = 2;

    private readonly Form[] _forms;
    private readonly byte[][] _reserved;
    private readonly int _maxLength;
    private readonly int _longestReserved;

    public FreeValues(MopsPolicy policy, UtmTaxonomy taxonomy)
    {
        _forms = [.. UtmKeys.ShortNames.Select(name => new Form(policy, taxonomy, name))];
        _maxLength = policy.Utm.MaxValueLength;
        _reserved = [.. policy.Utm.ReservedValues.Select(value => Encoding.UTF8.GetBytes(value.ToLowerInvariant()))];
        _longestReserved = _reserved.Select(value => value.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Whether a value is free.</summary>
    /// <param name="parameter">The position in <see cref="UtmKeys.ShortNames"/>.</param>
    /// <param name="value">The value as it stands in the link; not empty.</param>
    /// <param name="classes">All classes of its bytes together.</param>
    public bool IsFree(int parameter, ReadOnlySpan<byte> value, byte classes)
    {
        var form = _forms[parameter];
        if (!form.IsOpen || (classes & form.Forbidden) != 0 || value.Length > _maxLength) return false;
        // __NAME__ is a token, and so are seven underscores.
        if ((classes & LinkBytes.Underscore) != 0 && value.IndexOf("__"u8) >= 0) return false;
        if (value.Length <= _longestReserved && IsReserved(value)) return false;
        // These words decide the channel.
        if (parameter == Campaign && (LinkBytes.Contains(value, "shop"u8) || LinkBytes.Contains(value, "cross-network"u8))) return false;
        return form.Convention is null || form.Convention.Fits(value);
    }

    private bool IsReserved(ReadOnlySpan<byte> value)
    {
        foreach (var reserved in _reserved)
            if (LinkBytes.AreSame(value, reserved)) return true;
        return false;
    }

    /// <summary>What the policy asks of the values of one parameter.</summary>
    private sealed class Form
    {
        public Form(MopsPolicy policy, UtmTaxonomy taxonomy, string name)
        {
            // Source and medium decide channel and pair: they are always audited.
            IsOpen = name is not ("source" or "medium") && !taxonomy.Has(name);
            Forbidden = LinkBytes.Other | LinkBytes.Risky;
            if (policy.Utm.Lowercase && name != "id") Forbidden |= LinkBytes.Upper;
            if (LinkCorrection.HasSeparator(policy.Utm, name)) Forbidden |= policy.Utm.Separator == "-" ? LinkBytes.Underscore : LinkBytes.Hyphen;
            if (policy.Utm.Naming.TryGetValue(name, out var named) && policy.Naming.TryGetValue(named, out var convention)) Convention = new NameFit(convention);
        }

        public bool IsOpen { get; }

        public byte Forbidden { get; }

        public NameFit? Convention { get; }
    }

    /// <summary>Whether names follow a convention piece by piece; the pieces repeat where the names do not.</summary>
    private sealed class NameFit(NamingConvention convention)
    {
        private const int Capacity = 1024;

        private static readonly object Yes = new();
        private static readonly object No = new();

        private readonly byte[] _separator = Encoding.UTF8.GetBytes(convention.Separator);
        private readonly int _required = convention.Parts.Count(part => !part.Optional);
        private readonly List<BytesTable<object>?> _pieces =
            [.. convention.Parts.Select(part => IsAnyText(part) ? null : new BytesTable<object>(Capacity, Capacity * 32))];

        public bool Fits(ReadOnlySpan<byte> name)
        {
            if (_separator.Length == 0) return false;
            var part = 0;
            while (true)
            {
                var end = name.IndexOf(_separator);
                if (part == convention.Parts.Count || !FitsPart(part++, end < 0 ? name : name.Slice(0, end))) return false;
                if (end < 0) return part >= _required;
                name = name.Slice(end + _separator.Length);
            }
        }

        private static bool IsAnyText(NamingPart part) => part.Values.Count == 0 && part.Pattern is null && part.Date is null;

        private bool FitsPart(int index, ReadOnlySpan<byte> piece)
        {
            var known = _pieces[index];
            if (known is null) return Check(index, piece);
            if (known.Find(piece, out var hash) is { } found) return found == Yes;
            found = Check(index, piece) ? Yes : No;
            known.Add(piece, hash, found);
            return found == Yes;
        }

        private bool Check(int index, ReadOnlySpan<byte> piece) => NamingPartCheck.Check(convention.Parts[index], Encoding.UTF8.GetString(piece.ToArray())) is null;
    }
}
