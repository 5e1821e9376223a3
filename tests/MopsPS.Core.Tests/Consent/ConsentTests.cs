using System;
using System.Globalization;
using System.IO;
using System.Text;
using MopsPS.Core.Consent;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Consent;

public class ConsentTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("Yes", ConsentState.Granted)]
    [InlineData(" TRUE ", ConsentState.Granted)]
    [InlineData("Double opt-in", ConsentState.Granted)]
    [InlineData("0", ConsentState.Denied)]
    [InlineData("Unsubscribed", ConsentState.Denied)]
    [InlineData("", ConsentState.Unknown)]
    [InlineData("Pending", ConsentState.Unknown)]
    [InlineData("Existing customer", ConsentState.ImpliedByBusiness)]
    [InlineData("Inquiry", ConsentState.ImpliedByInquiry)]
    [InlineData("perhaps", ConsentState.Unreadable)]
    [InlineData("Freely given consent from contact", ConsentState.Granted)]
    [InlineData("Legitimate interest - prospect/lead", ConsentState.Unknown)]
    [InlineData("Legitimate interest – existing customer;Freely given consent from contact", ConsentState.ImpliedByBusiness)]
    [InlineData("Freely given consent from contact; withdrawn", ConsentState.Denied)]
    [InlineData("Granted;perhaps", ConsentState.Unreadable)]
    public void AValueMeansAConsent(string value, ConsentState state) => Assert.Equal(state, new ConsentWords(new ConsentValues()).Consent(value));

    [Theory]
    [InlineData("true", true)]
    [InlineData("Opted out", true)]
    [InlineData("2026-03-01", true)]
    [InlineData("subscribed", false)]
    [InlineData("", false)]
    [InlineData("n/a", false)]
    [InlineData("perhaps", null)]
    public void AValueMeansAnOptOut(string value, bool? expected) => Assert.Equal(expected, new ConsentWords(new ConsentValues()).OptOut(value));

    [Theory]
    [InlineData("true", true)]
    [InlineData("2", true)]
    [InlineData("MAILBOX_DOES_NOT_EXIST", true)]
    [InlineData("2026-03-01", true)]
    [InlineData("Soft bounce", false)]
    [InlineData("0", false)]
    [InlineData("", false)]
    public void AValueMeansAHardBounce(string value, bool expected) => Assert.Equal(expected, new ConsentWords(new ConsentValues()).Bounced(value));

    [Theory]
    [InlineData("Germany", "eu", "GDPR")]
    [InlineData("österreich", "eu", "GDPR")]
    [InlineData("DEU", "eu", "GDPR")]
    [InlineData("UK", "uk", "UK GDPR and PECR")]
    [InlineData("u.s.a.", "us", "CAN-SPAM")]
    [InlineData("CA", "canada", "CASL")]
    [InlineData("Vereinigtes Königreich", "uk", "UK GDPR and PECR")]
    [InlineData("Estados Unidos", "us", "CAN-SPAM")]
    [InlineData("Norge", "eu", "GDPR")]
    // A guess may be wrong, and the law of no region is the stricter one.
    [InlineData("Untied Sttes of America", "", "")]
    [InlineData("+1", "", "")]
    [InlineData("Brazil", "", "")]
    [InlineData("Atlantis", "", "")]
    [InlineData("", "", "")]
    public void ACountryHasARegion(string country, string region, string law)
    {
        var place = new ConsentRegions(new ConsentPolicy(), Now).Of(country);
        Assert.Equal((region, law), (place.Name, place.Region.Law));
    }

    [Theory]
    [InlineData("US,,,", ConsentOutcome.Allowed)]
    [InlineData("US,,,yes", ConsentOutcome.Unsubscribed)]
    [InlineData("US,no,,", ConsentOutcome.Denied)]
    [InlineData("DE,,,", ConsentOutcome.Missing)]
    [InlineData("DE,yes,,", ConsentOutcome.Allowed)]
    [InlineData("DE,yes,2001-01-01,", ConsentOutcome.Allowed)]
    [InlineData("DE,existing customer,2026-11-01,", ConsentOutcome.Missing)]
    [InlineData("DE,yes,,maybe", ConsentOutcome.Unreadable)]
    [InlineData("DE,maybe,,", ConsentOutcome.Unreadable)]
    [InlineData("CA,existing customer,2024-11-25,", ConsentOutcome.Allowed)]
    [InlineData("CA,existing customer,2024-11-24,", ConsentOutcome.Expired)]
    [InlineData("CA,existing customer,,", ConsentOutcome.Expired)]
    [InlineData("CA,existing customer,2027-01-01,", ConsentOutcome.Expired)]
    [InlineData("CA,inquiry,2026-05-28,", ConsentOutcome.Allowed)]
    [InlineData("CA,inquiry,2026-05-27,", ConsentOutcome.Expired)]
    [InlineData("Brazil,,,", ConsentOutcome.Missing)]
    [InlineData(",,,", ConsentOutcome.Missing)]
    public void ARegionJudgesARow(string row, ConsentOutcome expected) =>
        Assert.Equal(expected, Judge("Country,Marketing Consent,Consent Date,Email Opt Out", row, new ConsentPolicy()));

    [Theory]
    [InlineData("yes,2026-11-24", ConsentOutcome.Expired)]
    [InlineData("yes,2026-11-25", ConsentOutcome.Allowed)]
    [InlineData("yes,soon", ConsentOutcome.Expired)]
    [InlineData("yes,", ConsentOutcome.Allowed)]
    public void ConsentEnds(string row, ConsentOutcome expected) => Assert.Equal(expected, Judge("Opt-In,Consent Expires", row, new ConsentPolicy()));

    [Fact]
    public void ExpressConsentAgesWhereThePolicySaysSo()
    {
        var policy = PolicyLoader.Parse("{ \"consent\": { \"regions\": { \"eu\": { \"maxAgeDays\": 365 } } } }").Consent;
        Assert.Equal(ConsentOutcome.Allowed, Judge("Country,Consent,Consent Date", "DE,yes,2025-11-25", policy));
        Assert.Equal(ConsentOutcome.Expired, Judge("Country,Consent,Consent Date", "DE,yes,2025-11-24", policy));
        Assert.Equal(30, policy.Regions["eu"].Countries.Count);
    }

    [Fact]
    public void APurposeHasItsOwnColumns()
    {
        var policy = PolicyLoader.Parse("{ \"consent\": { \"purposes\": { \"news\": { \"columns\": [\"News*\"], \"optOut\": [\"No News\"] } } } }").Consent;
        const string Header = "Country,Consent,News_Okay,No News";
        Assert.Equal(ConsentOutcome.Missing, Judge(Header, "DE,yes,,", policy, "news"));
        Assert.Equal(ConsentOutcome.Allowed, Judge(Header, "DE,no,yes,", policy, "news"));
        Assert.Equal(ConsentOutcome.Unsubscribed, Judge(Header, "DE,yes,yes,2026-01-02", policy, "news"));
        Assert.Equal(ConsentOutcome.Allowed, Judge(Header, "DE,yes,yes,2026-01-02", policy));
        Assert.Contains("it has marketing, news", Assert.Throws<ArgumentException>(() => Judge(Header, "DE,,,", policy, "sms")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheStrictestOfSeveralColumnsCounts()
    {
        Assert.Equal(ConsentOutcome.Denied, Judge("Consent,Email Permission", "yes,no", new ConsentPolicy()));
        Assert.Equal(ConsentOutcome.Allowed, Judge("Consent,Email Permission", "yes,", new ConsentPolicy()));
        Assert.Equal(ConsentOutcome.Unsubscribed, Judge("Consent,Email Opt Out,Do Not Email", "yes,maybe,yes", new ConsentPolicy()));
    }

    [Fact]
    public void AValueBelongsToOneMeaning()
    {
        var result = PolicyLoader.TestText("{ \"consent\": { \"values\": { \"granted\": [\"Pending\"] } } }");
        Assert.Equal("$.consent.values", Assert.Single(result.Problems).JsonPath);
        Assert.Equal("marketing", Assert.Single(PolicyLoader.TestText("{ \"consent\": { \"defaultPurpose\": \"marketin\" } }").Problems).Suggestion);
    }

    private static ConsentOutcome Judge(string header, string row, ConsentPolicy policy, string? purpose = null)
    {
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(header + "\n" + row + "\n")), "x.csv", new ImportOptions { Delimiter = ',' });
        Assert.True(reader.Read());
        var columns = ConsentColumns.Find(policy, purpose, FieldMapper.Map(reader.Schema, new FieldMapOptions()));
        var regions = new ConsentRegions(policy, Now);
        var place = columns.Country < 0 ? regions.Other : regions.Of(reader.GetUtf8(columns.Country));
        return regions.Judge(new ConsentReader(policy, new DateParser(CultureInfo.InvariantCulture)).Read(reader, columns), place);
    }
}
