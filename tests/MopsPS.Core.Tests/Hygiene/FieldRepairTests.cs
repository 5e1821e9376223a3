using System.Collections.Generic;
using Xunit;

namespace MopsPS.Core.Tests.Hygiene;

public class FieldRepairTests
{
    [Theory]
    [InlineData("Phone", "(617) 555-0123", "US", "+16175550123")]
    [InlineData("Phone", "030 5550100", "Germany", "+49305550100")]
    [InlineData("Phone", "0049 (0)30 5550100", "Germany", "+49305550100")]
    [InlineData("Phone", "617-555-0123 ext. 12", "US", "+16175550123 x12")]
    [InlineData("Phone", "+1 617 555 0123", "", "+16175550123")]
    [InlineData("Phone", "tel: 020 7946 0123", "UK", "+442079460123")]
    [InlineData("Email", "Ada Abel <ADA@Example.COM>", "", "ada@example.com")]
    [InlineData("Email", "ada@gmial.com", "", "ada@gmail.com")]
    [InlineData("Email", "ada@acme.con", "", "ada@acme.com")]
    [InlineData("Email", "ada [at] acme [dot] com", "", "ada@acme.com")]
    [InlineData("Email", "mailto:ada@acme.com?subject=x", "", "ada@acme.com")]
    [InlineData("Last Name", "MCDONALD", "", "McDonald")]
    [InlineData("Last Name", "o'brien", "", "O'Brien")]
    [InlineData("Last Name", "O’BRIEN", "", "O’Brien")]
    [InlineData("Last Name", "SMITH-JONES", "", "Smith-Jones")]
    [InlineData("Last Name", "VAN DER BERG", "NL", "van der Berg")]
    [InlineData("Last Name", "VAN DAMME", "BE", "Van Damme")]
    [InlineData("Last Name", "DE LUCA", "IT", "De Luca")]
    [InlineData("Last Name", "DE LA CRUZ", "MX", "de la Cruz")]
    [InlineData("Last Name", "king jr", "", "King Jr")]
    [InlineData("Last Name", "ÖZGÜR", "", "Özgür")]
    [InlineData("Last Name", "MÃ¼ller", "", "Müller")]
    [InlineData("First Name", "MARY-JANE", "", "Mary-Jane")]
    [InlineData("Company", "MÜLLER & SÖHNE GMBH", "", "Müller & Söhne GmbH")]
    [InlineData("Company", "bank of boston llc", "", "Bank of Boston LLC")]
    [InlineData("Company", "IBM DEUTSCHLAND GMBH & CO. KG", "", "IBM Deutschland GmbH & Co. KG")]
    [InlineData("Company", "MACY'S RETAIL S.P.A.", "", "Macy's Retail S.p.A.")]
    [InlineData("Company", "Smith &amp; Sons", "", "Smith & Sons")]
    [InlineData("Website", "HTTP//WWW.Acme.com/Shop", "", "http://www.acme.com/Shop")]
    [InlineData("Do Not Call", "JA", "", "true")]
    [InlineData("Created Date", "14-Mar-2026", "", "2026-03-14")]
    [InlineData("Created Date", "25/03/2026", "", "2026-03-25")]
    [InlineData("Created Date", "1773480413000", "", "2026-03-14T09:26:53Z")]
    [InlineData("Created Date", "14.03.2026 09:26", "", "2026-03-14T09:26:00")]
    [InlineData("Phone", "+49 30 5550100 (office)", "Germany", "+49305550100")]
    [InlineData("Phone", "Büro: 030-5550100 Ada", "Germany", "+49305550100")]
    [InlineData("Phone", "49 (0)30 5550100", "Germany", "+49305550100")]
    [InlineData("Phone", "0049 (0) 30 / 5550100", "Germany", "+49305550100")]
    [InlineData("Phone", "\u0660\u0663\u0660\u0665\u0665\u0665\u0660\u0661\u0660\u0660", "Germany", "+49305550100")]
    [InlineData("Email", "[ada@acme.com](mailto:Ada@acme.com)", "", "ada@acme.com")]
    [InlineData("Email", "%20ada@acme.com", "", "ada@acme.com")]
    [InlineData("Email", "E-Mail: ada@acme.com (work)", "", "ada@acme.com")]
    [InlineData("Last Name", "\u039CULLER", "", "Muller")]
    [InlineData("Last Name", "IŞIK", "Turkey", "Işık")]
    [InlineData("Last Name", "LE GOFF", "France", "Le Goff")]
    [InlineData("Last Name", "DE GAULLE", "France", "de Gaulle")]
    [InlineData("Last Name", "Abel,", "", "Abel")]
    [InlineData("Postal Code", "80331 München", "Germany", "80331")]
    [InlineData("Postal Code", "MA 02134", "US", "02134")]
    [InlineData("State", "NSW 2000", "Australia", "New South Wales")]
    [InlineData("Country", "Philippines (the)", "", "Philippines")]
    [InlineData("Country", "Munich, Germany", "", "Germany")]
    [InlineData("Do Not Call", "нет", "", "false")]
    [InlineData("Created Date", "25. März 2026", "", "2026-03-25")]
    [InlineData("Created Date", "25 de marzo de 2026", "", "2026-03-25")]
    [InlineData("Created Date", "2026年3月25日", "", "2026-03-25")]
    [InlineData("Website", "http://www.acme.com:80/de?id=7&utm_source=x&gclid=1#top", "", "http://www.acme.com/de?id=7#top")]
    public void A_value_is_repaired(string column, string value, string country, string expected)
    {
        var repair = Repairing.Value(column, value, country);
        Assert.True(repair is { IsRepaired: true }, repair?.Verdict.ToString() ?? "nothing to do");
        Assert.Equal(expected, repair!.Value.Verdict.After);
    }

    [Theory]
    [InlineData("Phone", "030 5550100", "", "cannot be told without a country")]
    [InlineData("Phone", "1.23E+10", "US", "lost digits: a spreadsheet kept it as a number")]
    [InlineData("Phone", "030 5550100 / 0171 5550100", "DE", "holds more than one number")]
    [InlineData("Phone", "617 555", "US", "is no number of United States")]
    [InlineData("Phone", "491701234567.0", "DE", "may or may not begin with the calling code")]
    [InlineData("Phone", "1-800-555-CARS", "US", "has letters among its digits")]
    [InlineData("Email", "ada@g\u043Eogle.com", "", "mixes letters of two alphabets that look alike")]
    [InlineData("Website", "www.acm\u0435.com", "", "mixes letters of two alphabets that look alike")]
    [InlineData("Website", "www.acme", "", "is no web site: the domain has no ending")]
    [InlineData("Last Name", "Sm1th", "", "is no name as people have them")]
    [InlineData("Created Date", "26-03-25", "", "could be two days: name a culture")]
    [InlineData("Created Date", "00/00/0000", "", "is a system's zero or a slip, not a day")]
    [InlineData("Email", "ada", "", "is no address: it has no @")]
    [InlineData("Email", "ada@acme.com;bob@acme.com", "", "holds more than one address")]
    [InlineData("Email", "ada@acme", "", "is no address: the domain has no dot")]
    [InlineData("Last Name", "VAN HALEN", "US", "may be written in several ways")]
    [InlineData("Last Name", "M\uFFFDller", "", "lost characters when it was converted")]
    [InlineData("Last Name", "n/a", "", "stands for no value")]
    [InlineData("Company", "ARIO SYSTEMS", "", "has a short word that may be an acronym")]
    [InlineData("Website", "ada@acme.com", "", "is an e-mail address")]
    [InlineData("Do Not Call", "maybe", "", "says neither yes nor no")]
    [InlineData("Created Date", "03/04/2026", "", "could be two days: name a culture")]
    [InlineData("Created Date", "45000", "", "may be a day as a spreadsheet counts it")]
    [InlineData("Created Date", "1900-01-01", "", "is a system's zero or a slip, not a day")]
    [InlineData("State", "Ontario", "US", "is no state or province of United States")]
    [InlineData("State", "WA", "", null)]
    [InlineData("Postal Code", "80331 99", "DE", "is no postcode of Germany")]
    [InlineData("Country", "Atlantis", "", "names no country")]
    [InlineData("Country", "Austrlia", "", null)]
    public void What_is_not_sure_stays_and_says_why(string column, string value, string country, string? reason)
    {
        var repair = Repairing.Value(column, value, country);
        Assert.NotNull(repair);
        Assert.False(repair!.Value.IsRepaired);
        if (reason is not null) Assert.Equal(reason, repair.Value.Verdict.Reason);
    }

    [Theory]
    [InlineData("Phone", "+49305550100", "DE")]
    [InlineData("Email", "ada@acme.com", "")]
    [InlineData("Email", "ada@mail.com", "")]
    [InlineData("Last Name", "DeVito", "US")]
    [InlineData("Last Name", "van der Berg", "NL")]
    [InlineData("First Name", "J", "")]
    [InlineData("Company", "IBM", "")]
    [InlineData("Company", "eBay Inc", "")]
    [InlineData("Website", "https://www.acme.com/Shop", "")]
    [InlineData("Do Not Call", "true", "")]
    [InlineData("Created Date", "2026-03-14 09:26:53", "")]
    [InlineData("State", "Nordrhein-Westfalen", "DE")]
    [InlineData("State", "Uusimaa", "FI")]
    [InlineData("Postal Code", "SW1A 1AA", "GB")]
    [InlineData("Postal Code", "12345", "")]
    [InlineData("Country", "Türkiye", "")]
    [InlineData("City", "Saint-Étienne", "FR")]
    public void What_is_in_order_stays(string column, string value, string country) => Assert.Null(Repairing.Value(column, value, country));

    [Fact]
    public void The_policy_says_the_form()
    {
        var policy = new HygienePolicy
        {
            Country = CountryForm.Alpha2,
            State = StateForm.Code,
            Phone = PhoneForm.International,
            Website = WebsiteForm.Host,
            Flags = FlagForm.YesNo,
            Casing = ["ACME"],
            DefaultCountry = "US",
            ClearPlaceholders = true,
        };
        Assert.Equal("DE", Repairing.Value("Country", "Germany", policy: policy)!.Value.Verdict.After);
        Assert.Equal("CA", Repairing.Value("State", "California", policy: policy)!.Value.Verdict.After);
        Assert.Equal("+1 617-555-0123", Repairing.Value("Phone", "617 555 0123", policy: policy)!.Value.Verdict.After);
        Assert.Equal("www.acme.com", Repairing.Value("Website", "http://www.acme.com/", policy: policy)!.Value.Verdict.After);
        Assert.Equal("Yes", Repairing.Value("Do Not Call", "true", policy: policy)!.Value.Verdict.After);
        Assert.Equal("ACME Labs", Repairing.Value("Company", "acme labs", policy: policy)!.Value.Verdict.After);
        Assert.Equal("", Repairing.Value("Company", "n/a", policy: policy)!.Value.Verdict.After);
    }

    [Theory]
    [InlineData("3/14/2026", "en-US", "2026-03-14")]
    [InlineData("04/03/2026", "en-GB", "2026-03-04")]
    [InlineData("04/03/2026", "en-US", "2026-04-03")]
    [InlineData("14. März 2026", "de-DE", "2026-03-14")]
    public void A_culture_says_what_dates_mean(string value, string culture, string expected) =>
        Assert.Equal(expected, Repairing.Value("Created Date", value, culture: culture)!.Value.Verdict.After);

    [Fact]
    public void Consent_never_changes_its_meaning()
    {
        // The policy would write what means no as a word that means yes.
        var policy = new HygienePolicy { Consent = new Dictionary<ConsentState, string> { [ConsentState.Denied] = "granted", [ConsentState.Granted] = "opted in" } };
        Assert.Null(Repairing.Value("Email Consent", "unsubscribed", policy: policy));
        Assert.Equal("opted in", Repairing.Value("Email Consent", "YES", policy: policy)!.Value.Verdict.After);
        Assert.Null(Repairing.Value("Email Consent", "YES"));
    }

    [Theory]
    [InlineData("37", "11-50")]
    [InlineData("1,200", "1001+")]
    [InlineData("1.2k", "1001+")]
    [InlineData("10-Jan", "1-10")]
    [InlineData("Nov-50", "11-50")]
    [InlineData("11 – 50 employees", "11-50")]
    [InlineData("20-40", "11-50")]
    [InlineData("5000+", "1001+")]
    [InlineData("40-60", null)]
    [InlineData("many", null)]
    public void A_number_goes_to_its_band(string value, string? expected)
    {
        var policy = new HygienePolicy { Bands = new Dictionary<string, IReadOnlyList<string>> { ["EmployeeCount"] = ["1-10", "11-50", "51-1000", "1001+"] } };
        var repair = Repairing.Value("Employees", value, policy: policy)!.Value;
        Assert.Equal(expected is not null, repair.IsRepaired);
        if (expected is not null) Assert.Equal(expected, repair.Verdict.After);
    }
}
