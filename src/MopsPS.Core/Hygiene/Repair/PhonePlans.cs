using System;
using System.Collections.Generic;
using System.Linq;
using PhoneNumbers;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Says fast of a number with its calling code whether it can be dialled: the patterns of libphonenumber's metadata, as automata. It only says yes, and only of numbers that the library
/// takes as they stand, without a trunk prefix in them; everything else is the library's to say. Not for several threads at once.
/// </summary>
internal sealed class PhonePlans
{
    private const int LongestCode = 3;
    private const int Longest = 15;
    private readonly Dictionary<int, Plan?> _plans = [];

    /// <summary>Whether a number can be dialled for sure.</summary>
    /// <param name="digits">The calling code and the number.</param>
    /// <returns>False where it cannot, or where only the library knows.</returns>
    public bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 6 or > Longest || digits[0] == '0') return false;
        var code = 0;
        for (var length = 1; length <= LongestCode; length++)
        {
            code = (code * 10) + (digits[length - 1] - '0');
            if (!_plans.TryGetValue(code, out var plan)) _plans.Add(code, plan = Make(code));
            if (plan is not null) return plan.IsValid(digits.Slice(length));
        }

        return false;
    }

    private static Plan? Make(int code)
    {
        var util = PhoneNumberUtil.GetInstance();
        var regions = util.GetRegionCodesForCountryCode(code);
        if (regions is null || regions.Count == 0) return null;
        try
        {
            var known = regions.Select(util.GetMetadataForRegion).ToArray();
            // A trunk prefix that is a pattern may take more than itself away.
            return known.Any(region => region is null) || known[0].NationalPrefixForParsing.Any(c => c is < '0' or > '9') ? Plan.None : new Plan(known[0].NationalPrefixForParsing, [.. known.Select(region => new Area(region))]);
        }
        catch (NotSupportedException)
        {
            return Plan.None;
        }
    }

    private sealed class Plan(string trunk, Area[] areas)
    {
        public static readonly Plan None = new("", []);

        // The library asks the regions of a calling code one after the other: the first that owns the number decides.
        public bool IsValid(ReadOnlySpan<char> number)
        {
            if (areas.Length == 0 || number.Length < 2 || number[0] == '0' || (trunk.Length > 0 && number.StartsWith(trunk.AsSpan()))) return false;
            if (areas.Length == 1) return areas[0].Has(number);
            foreach (var area in areas)
            {
                // A region with leading digits owns the numbers that begin with them; one without owns what it has.
                var isOwn = area.Owns(number) ?? area.Has(number);
                if (isOwn) return area.Has(number);
            }

            return false;
        }
    }

    private sealed class Area
    {
        private readonly DigitAutomaton _kinds;
        private readonly DigitAutomaton? _leading;
        private readonly ulong[] _lengths;

        public Area(PhoneMetadata region)
        {
            var kinds = new[]
            {
                region.GeneralDesc, region.FixedLine, region.Mobile, region.TollFree, region.PremiumRate, region.SharedCost, region.Voip, region.PersonalNumber, region.Pager, region.Uan, region.Voicemail,
            }.Where(kind => kind is { HasNationalNumberPattern: true }).ToArray();
            _kinds = new DigitAutomaton([.. kinds.Select(kind => kind.NationalNumberPattern)]);
            _lengths = [.. kinds.Select(kind => kind.PossibleLengthList.Count == 0 ? ulong.MaxValue : kind.PossibleLengthList.Where(length => length >= 0).Aggregate(0UL, (lengths, length) => lengths | (1UL << length)))];
            if (region.HasLeadingDigits) _leading = new DigitAutomaton(["(?:" + region.LeadingDigits + ")\\d*"]);
        }

        /// <summary>Whether the leading digits are those of the region; null where it has none.</summary>
        public bool? Owns(ReadOnlySpan<char> number) => _leading is null ? null : _leading.Match(number) != 0;

        /// <summary>Whether a number is of the region: in general, and of some kind.</summary>
        public bool Has(ReadOnlySpan<char> number)
        {
            var kinds = _kinds.Match(number);
            var isOfKind = false;
            for (var i = 0; kinds != 0; i++, kinds >>= 1)
            {
                if ((kinds & 1) == 0 || (_lengths[i] & (1UL << number.Length)) == 0)
                {
                    if (i == 0) return false;
                    continue;
                }

                isOfKind |= i > 0;
            }

            return isOfKind;
        }
    }
}
