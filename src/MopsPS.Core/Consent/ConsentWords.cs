using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Consent;

/// <summary>Says what the values of consent, opt-out and bounce columns mean.</summary>
public sealed class ConsentWords
{
    private readonly Dictionary<string, ConsentState> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _soft;

    /// <summary>Makes the words.</summary>
    /// <param name="values">What the policy says.</param>
    public ConsentWords(ConsentValues values)
    {
        if (values is null) throw new ArgumentNullException(nameof(values));
        Add(values.Denied, ConsentState.Denied);
        Add(values.Unknown, ConsentState.Unknown);
        Add(values.Inquiry, ConsentState.ImpliedByInquiry);
        Add(values.Business, ConsentState.ImpliedByBusiness);
        Add(values.Granted, ConsentState.Granted);
        _soft = new HashSet<string>(values.SoftBounce.Select(Fold), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The consent that a value states. Of several values with semicolons between them, the strictest that says something counts.</summary>
    /// <param name="value">The value; null or blank says nothing.</param>
    public ConsentState Consent(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return ConsentState.Unknown;
        var state = One(value!);
        if (state != ConsentState.Unreadable || value!.IndexOf(';') < 0) return state;
        return value.Split(';').Where(part => part.Trim().Length > 0).Select(One).Aggregate(ConsentState.Unknown, Stricter);
    }

    /// <summary>Whether a value of an opt-out column says that the person opted out.</summary>
    /// <param name="value">The value; null or blank is no.</param>
    /// <returns>Null where it says neither.</returns>
    public bool? OptOut(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return false;
        if (FlagWords.Read(value) is { } flag) return flag;
        if (_states.TryGetValue(Fold(value!), out var state)) return state == ConsentState.Denied;
        return IsDate(value!) ? true : null;
    }

    /// <summary>Whether a value of a bounce column says that mail bounced for good.</summary>
    /// <param name="value">The value; null or blank is no. What is neither no nor a soft bounce is the reason, date or number of bounces.</param>
    public bool Bounced(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return false;
        if (FlagWords.Read(value) is { } flag) return flag;
        if (_soft.Contains(Fold(value!)) || (_states.TryGetValue(Fold(value!), out var state) && state == ConsentState.Unknown)) return false;
        return !double.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var count) || count > 0;
    }

    /// <summary>What two statements come to: a no or an unknown word wins, else the one that says more.</summary>
    internal static ConsentState Stricter(ConsentState left, ConsentState right) =>
        left <= ConsentState.Unreadable || right <= ConsentState.Unreadable ? (ConsentState)Math.Min((int)left, (int)right)
        : left == ConsentState.Unknown ? right
        : right == ConsentState.Unknown ? left
        : (ConsentState)Math.Min((int)left, (int)right);

    private ConsentState One(string value) =>
        _states.TryGetValue(Fold(value), out var state) ? state
        : FlagWords.Read(value) switch { true => ConsentState.Granted, false => ConsentState.Denied, _ => ConsentState.Unreadable };

    private void Add(IEnumerable<string> words, ConsentState state)
    {
        foreach (var word in words) _states[Fold(word)] = state;
    }

    // HubSpot writes a dash where most people type a hyphen.
    private static string Fold(string value) => value.Trim().Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2019', '\'');

    private static bool IsDate(string value) => value.Count(c => c is >= '0' and <= '9') >= 4 && value.IndexOf('@') < 0;
}
