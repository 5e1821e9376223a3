using System.Globalization;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Records.Values;

public class NumberParserTests
{
    [Theory]
    [InlineData("1250.5", null, "1250.5")]
    [InlineData("$1,250.50", null, "1250.50")]
    [InlineData("USD 1,250,000", null, "1250000")]
    [InlineData("-$12.5", null, "-12.5")]
    [InlineData("(12.50)", null, "-12.50")]
    [InlineData("US$ 5", null, "5")]
    [InlineData("1.5E3", null, "1500")]
    [InlineData("1.250,50 \u20ac", "de-DE", "1250.50")]
    [InlineData("EUR 1.250", "de-DE", "1250")]
    [InlineData("0012", null, "12")]
    public void AnAmountIsRead(string text, string? culture, string expected)
    {
        Assert.True(new NumberParser(culture is null ? null : CultureInfo.GetCultureInfo(culture)).Parse(text, out var number));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" n/a ", null)]
    [InlineData("-", null)]
    [InlineData("1,5", false)]
    [InlineData("1.250,50", false)]
    [InlineData("12 apples", false)]
    [InlineData("USD", false)]
    [InlineData("1,2345", false)]
    public void WhatIsNoAmountIsNotGuessed(string text, bool? expected) => Assert.Equal(expected, new NumberParser().Parse(text, out _));
}
