using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Places;
using PhoneNumbers;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>One clean record of a made-up database, drawn by a seeded generator.</summary>
internal sealed class MessRecord
{
    public static readonly string[] Columns =
        ["Id", "First Name", "Last Name", "Email", "Company", "Phone", "Country", "State", "Postal Code", "Website", "Industry", "Employees", "Created Date", "Do Not Call", "Email Consent"];

    private static readonly string[] First =
        ["Ada", "Grace", "Linus", "Barbara", "Edsger", "Jürgen", "Renée", "José", "Søren", "Mary-Jane", "Anne", "Tim", "Margaret", "Björn", "Zoë", "Paul", "Lucía", "Hans-Peter", "Katherine", "Dennis", "Françoise", "Niklaus", "Radia", "Alan", "Ed", "Jo", "Ana", "Øyvind", "Chloé", "Priya"];

    private static readonly string[] Last =
        ["Smith", "Müller", "O'Brien", "McDonald", "Smith-Jones", "García", "Nuñez", "Johansson", "Schröder", "D'Angelo", "McCarthy", "Lefèvre", "Kowalski", "Patel", "Tanaka", "Williams", "Brown", "O'Connor", "Weiß", "Fernández", "Baker", "Young", "Lee", "Li", "Mackintosh", "Macey", "Machado", "MacDonald", "Fitzgerald", "St. James", "Great-Rex", "Lloyd Webber"];

    private static readonly string[] Stems =
        ["Blue Harbor", "Northwind", "Contoso", "Müller & Söhne", "Bank of Boston", "Lefèvre Conseil", "O'Neill & Sons", "Procter & Gamble", "Rolls-Royce Holdings", "Acme Logistics", "IBM Deutschland", "Hewlett Packard", "Zephyr Labs", "Oak Street Health", "Fabrikam", "McKinley Partners", "Vandelay Industries", "AT&T Services", "Sun Valley Foods", "Tor und Tür", "Casa del Mar", "Data Core", "KTM Industries", "Vita Care", "Société du Nord", "Macy's Retail", "Björk Design", "Trek Bikes", "Pho Hoa", "Ario Systems", "Qatalog", "BDP Architects", "Uber Technologies", "Roche", "Nio Motors", "Hugo Boss", "Otis Elevator", "Atos", "Aon", "Eli Lilly", "Dow Chemical", "Ford Motor"];

    private static readonly string[] Forms = ["Inc", "Inc.", "LLC", "GmbH", "AG", "Ltd", "Ltd.", "Corp.", "SA", "BV", "SpA", "GmbH & Co. KG", "Pty Ltd", "AB", "A/S", "Oy", "SE", ""];
    private static readonly string[] Domains = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "icloud.com", "northwind.com", "contoso.com", "fabrikam.net", "acme.co.uk", "mueller-soehne.de", "zephyr.io"];
    private static readonly string[] Alpha2 = ["US", "US", "US", "GB", "DE", "FR", "CA", "AU", "NL", "CH", "AT", "ES", "IT", "BR", "MX", "IN", "JP"];
    private static readonly string[] Shapes = ["US #####", "GB @## #@@", "DE #####", "FR #####", "CA @#@ #@#", "AU ####", "NL #### @@", "CH ####", "AT ####", "ES #####", "IT #####", "BR #####-###", "MX #####", "IN ######", "JP ###-####"];

    public static readonly string[] Industries = ["Software", "Manufacturing", "Financial Services", "Health Care", "Retail", "Education", "Public Sector"];
    public static readonly string[] Bands = ["1-10", "11-50", "51-200", "201-1000", "1001+"];

    private static readonly Dictionary<string, string[]> Phones = new(StringComparer.Ordinal);

    public MessRecord(int id, Random random)
    {
        Countries.TryGet(Pick(random, Alpha2), out var country);
        Country = country!;
        var states = Country.Subdivisions.Where(place => place.Parent is null && place.Code is not null).ToArray();
        State = Pick(random, states);
        Date = new DateTime(2019, 1, 1).AddDays(random.Next(2500));
        Flag = random.Next(2) == 0;
        Band = random.Next(Bands.Length);
        var (first, last) = (Pick(random, First), Pick(random, Last));
        if (Country.Alpha2 == "NL" && random.Next(2) == 0) last = Pick(random, ["van der Berg", "de Vries", "van den Heuvel", "ten Brink"]);
        if (Country.Alpha2 == "DE" && random.Next(4) == 0) last = Pick(random, ["von Neumann", "von der Leyen"]);
        if (Country.Alpha2 is "MX" or "ES" && random.Next(4) == 0) last = Pick(random, ["de la Cruz", "del Río"]);
        if (Country.Alpha2 == "IT" && random.Next(4) == 0) last = Pick(random, ["De Luca", "Di Caprio", "Della Rovere"]);
        if (Country.Alpha2 == "US" && random.Next(12) == 0) last = Pick(random, ["DeVito", "De Niro", "King Jr", "Van Halen"]);
        var company = Pick(random, Stems);
        var form = Pick(random, Forms);
        var domain = Pick(random, Domains);
        Values =
        [
            id.ToString(CultureInfo.InvariantCulture), first, last, $"{Ascii(first)}.{Ascii(last)}{random.Next(1, 100)}@{domain}", form.Length == 0 ? company : company + " " + form,
            Pick(random, PhonesOf(Country.Alpha2)), Country.Name, State.Name, Postcode(Country.Alpha2, random), $"https://www.{Ascii(company)}.com", Pick(random, Industries),
            Bands[Band], Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Flag ? "true" : "false", Flag ? "granted" : "denied",
        ];
    }

    public Country Country { get; }

    public Subdivision State { get; }

    public DateTime Date { get; }

    public bool Flag { get; }

    public int Band { get; }

    public string[] Values { get; }

    public string this[string column] => Values[Array.IndexOf(Columns, column)];

    public static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private static string Ascii(string text) =>
        new([.. MopsPS.Core.Matching.Data.MatchText.Normalize(text).Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))]);

    private static string Postcode(string country, Random random)
    {
        var shape = Shapes.First(known => known.StartsWith(country, StringComparison.Ordinal)).Substring(3);
        return new string([.. shape.Select(c => c == '#' ? (char)('0' + random.Next(10)) : c == '@' ? "ABCEGHJKLMNPRSTVXY"[random.Next(18)] : c)]);
    }

    // Numbers that can be dialled: the example of the numbering plan with other last digits.
    private static string[] PhonesOf(string country)
    {
        if (Phones.TryGetValue(country, out var known)) return known;
        var util = PhoneNumberUtil.GetInstance();
        var example = util.GetExampleNumber(country);
        var numbers = new List<string>();
        for (var i = 0; i < 400 && numbers.Count < 60; i++)
        {
            var number = new PhoneNumber.Builder().MergeFrom(example).SetNationalNumber((example.NationalNumber / 10000 * 10000) + (ulong)((i * 137) % 10000)).Build();
            if (util.IsValidNumber(number)) numbers.Add(util.Format(number, PhoneNumberFormat.E164));
        }

        return Phones[country] = [.. numbers];
    }
}
