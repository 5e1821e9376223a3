using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Places;

namespace MopsPS.Core.Consent;

/// <summary>Finds the region of a country and says whether consent is enough there.</summary>
public sealed class ConsentRegions
{
    private const long SecondsPerDay = 86_400;
    private const double Sure = 0.9;

    private readonly Dictionary<string, ConsentPlace> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ConsentPlace> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Utf8Cache<ConsentPlace> _memo;
    private readonly long _now;

    /// <summary>Makes the regions.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="nowUtc">The moment at which consent is to hold.</param>
    public ConsentRegions(ConsentPolicy policy, DateTime nowUtc)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        _now = (nowUtc.Ticks - new DateTime(1970, 1, 1).Ticks) / TimeSpan.TicksPerSecond;
        Other = new ConsentPlace("", new ConsentRegion { Rule = policy.OtherRegions });
        foreach (var pair in policy.Regions)
        {
            var place = new ConsentPlace(pair.Key, pair.Value);
            _byName[pair.Key] = place;
            foreach (var code in pair.Value.Countries.Select(code => CodeOf(code) ?? code))
                if (!_byCode.ContainsKey(code)) _byCode.Add(code, place);
        }

        _memo = new Utf8Cache<ConsentPlace>(Of, Utf8Cache.Usual);
    }

    /// <summary>What holds for countries of no region.</summary>
    public ConsentPlace Other { get; }

    /// <summary>A region by its name in the policy, or null.</summary>
    public ConsentPlace? Named(string name) => _byName.TryGetValue(name, out var place) ? place : null;

    /// <summary>The region of a country as people write it.</summary>
    public ConsentPlace Of(string? country) =>
        country is not null && country.Trim().Length > 0 && CodeOf(country.Trim()) is { } code && _byCode.TryGetValue(code, out var place) ? place : Other;

    /// <summary>The region of a country in UTF-8.</summary>
    internal ConsentPlace Of(ReadOnlySpan<byte> country) => country.IsEmpty ? Other : _memo.Get(country);

    /// <summary>Whether a person may be written to.</summary>
    /// <param name="reading">What the row says.</param>
    /// <param name="place">The person's region.</param>
    /// <returns>Allowed, or the first reason against it. A hard bounce is no matter of consent and not among them.</returns>
    public ConsentOutcome Judge(in ConsentReading reading, ConsentPlace place)
    {
        if (place is null) throw new ArgumentNullException(nameof(place));
        if (reading.IsUnsubscribed == true) return ConsentOutcome.Unsubscribed;
        if (reading.State == ConsentState.Denied) return ConsentOutcome.Denied;
        if (reading.IsUnsubscribed is null || reading.State == ConsentState.Unreadable) return ConsentOutcome.Unreadable;
        if (place.Region.Rule == ConsentRule.OptOut) return ConsentOutcome.Allowed;
        return reading.State switch
        {
            ConsentState.Granted => Aged(reading, place.Region.MaxAgeDays),
            ConsentState.ImpliedByBusiness when place.Region.BusinessDays > 0 => Aged(reading, place.Region.BusinessDays),
            ConsentState.ImpliedByInquiry when place.Region.InquiryDays > 0 => Aged(reading, place.Region.InquiryDays),
            _ => ConsentOutcome.Missing,
        };
    }

    // The law of a country counts where the text names it for certain. What a misspelling or a calling code may mean is a guess; without a region the stricter rule holds.
    private static string? CodeOf(string country)
    {
        var match = Countries.Recognise(country);
        if (match.IsAtLeast(Sure) && match.Evidence is not (PlaceEvidence.Misspelling or PlaceEvidence.CallingCode)) return match.Place!.Alpha2;
        // Codes that ISO leaves to its users (XK): a team's own regions may name them.
        return country.Length == 2 && country.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) ? country.ToUpperInvariant() : null;
    }

    private ConsentOutcome Aged(in ConsentReading reading, int days)
    {
        if (reading.ExpiresUtc < _now) return ConsentOutcome.Expired;
        if (days == 0) return ConsentOutcome.Allowed;
        // Whoever sends has to prove the consent: without a date, or with one in the future, its age is not proved.
        return reading.GivenUtc is { } given && given <= _now + SecondsPerDay && _now - given <= days * SecondsPerDay ? ConsentOutcome.Allowed : ConsentOutcome.Expired;
    }
}
