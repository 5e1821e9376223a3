using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using MopsPS.Core.Hygiene.Repair;
using PhoneNumbers;
using Xunit;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>The automata say of no number anything else than libphonenumber.</summary>
public class PhonePlansTests
{
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    [Fact]
    public void NoNumberIsTakenThatTheLibraryRefusesOrReadsInAnotherWay()
    {
        var plans = new PhonePlans();
        var random = new Random(20261125);
        var (taken, valid) = (0, 0);
        foreach (var region in Util.GetSupportedRegions().Order(StringComparer.Ordinal))
        {
            var code = Util.GetCountryCodeForRegion(region);
            foreach (var number in Numbers(region, code, random))
            {
                PhoneNumber? parsed;
                try
                {
                    parsed = Util.Parse("+" + number, null);
                }
                catch (NumberParseException)
                {
                    parsed = null;
                }

                var isValid = parsed is not null && Util.IsValidNumber(parsed);
                if (isValid) valid++;
                if (!plans.IsValid(number.AsSpan())) continue;
                taken++;
                Assert.True(isValid, number);
                Assert.Equal("+" + number, Util.Format(parsed!, PhoneNumberFormat.E164));
            }
        }

        // And it is of use: most valid numbers need no parser.
        Assert.True(valid > 5000 && taken > valid * 0.75, $"{taken} of {valid}");
    }

    [Theory]
    [InlineData("1[2-5]{2}|9\\d{0,2}(?:7|8)?")]
    [InlineData("(?:[13]0?)+5*")]
    [InlineData("0{2,}1?")]
    public void AnAutomatonMatchesWhatTheExpressionDoes(string pattern)
    {
        var automaton = new DigitAutomaton(["7", pattern]);
        var regex = new Regex($"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromSeconds(1));
        for (var number = 0; number < 100_000; number++)
        {
            foreach (var text in new[] { number.ToString(System.Globalization.CultureInfo.InvariantCulture), number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture) })
                Assert.Equal(regex.IsMatch(text), (automaton.Match(text.AsSpan()) & 2) != 0);
        }
    }

    [Fact]
    public void WhatIsNotKnownIsRefused() => Assert.All(["1{2}?", "[^1]", "a", "(?=1)2", "\\D"], pattern => Assert.Throws<NotSupportedException>(() => new DigitAutomaton([pattern])));

    // Examples of every kind, their neighbours, and numbers of chance.
    private static IEnumerable<string> Numbers(string region, int code, Random random)
    {
        foreach (var kind in Util.GetSupportedTypesForRegion(region).Order())
        {
            if (Util.GetExampleNumberForType(region, kind) is not { } example) continue;
            var text = Util.Format(example, PhoneNumberFormat.E164).Substring(1);
            yield return text;
            for (var i = 0; i < 40; i++)
            {
                var changed = new StringBuilder(text);
                changed[random.Next(text.Length - 1) + 1] = (char)('0' + random.Next(10));
                if (random.Next(4) == 0) changed.Append(random.Next(10));
                if (random.Next(4) == 0) changed.Length--;
                yield return changed.ToString();
            }
        }

        for (var i = 0; i < 60; i++)
        {
            var number = new StringBuilder().Append(code);
            for (var length = random.Next(5, 12); length > 0; length--) number.Append(random.Next(10));
            yield return number.ToString();
        }
    }
}
