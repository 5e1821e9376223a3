using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Tests.Utm;

/// <summary>Links for tests: clean ones that are alike in what matters, near misses, and mutations of both. The same for the same seed.</summary>
internal static class GeneratedLinks
{
    private static readonly string[] Origins =
    [
        "https://www.example.com", "https://example.com", "http://example.com", "https://shop.example.org:8443", "https://EXAMPLE.com", "https://other.example", "https://pricing",
        "HTTPS://example.com", "https://b\u00FCcher.example", "https://127.0.0.1", "https://256.1.1.1", "https://ada:pw@example.com", "https:/example.com", "www.example.com", "", "https://xn--a", "https://my_host.example.com",
    ];

    private static readonly string[] Paths = ["", "/", "/launch", "/a/../b", "/A-b_c~d.html", "/p;x=1", "/100%25", "/u/ada.lovelace@example.org", "/x&utm_source=y", "/\u00FC", "/a+b", "/a b", "/{{x}}", "\\a"];

    private static readonly string[] Names = ["source", "medium", "campaign", "term", "content", "id", "source_platform", "creative_format", "marketing_tactic"];

    private static readonly string[] Sources = ["google", "Google", "facebook", "fb", "newsletter", "acme", "example.com", "www.example.com", "linkedin", "gogle", "(direct)", "{{site_source_name}}", "ada@example.org", "a+b", "null", "2026"];

    private static readonly string[] Mediums = ["cpc", "email", "Email", "paid_social", "paid-social", "flyer", "cpm", "", "none", "organic", "%20", "sms"];

    private static readonly string[] Words = ["launch", "2026q4", "emea", "amer", "shop", "eshop", "workshop", "cross-network", "Spring", "test", "null", "autumn", "a", "", "__", "__ID__", "_______", "caf%C3%A9", "caf%25C3%25A9", "%zz", "{creative}", "a+b", "n/a", "+49301234567", "x.y~z", "\u00FC", "(not set)", "shopping", "CROSS-network", "1234567890", "a=b", "a;b", "%40", "ada%40example.org", "*|X|*", "?q=1"];

    private static readonly string[] Others =
    [
        "lang=de", "page=2", "q=a+b", "gclid=abc", "GCLID=x", "fbclid=1", "email=weekly", "email=5d41402abc4b2a76b9719d911017c592", "first_name=Ada", "phone=0301234567", "ref", "ref=", "a[]=1", "x=%2B4930123456789", "x=ada%40example.org",
        "utm-source=x", "utm_souce=x", "UTM_MEDIUM=email", "utm_cid=4", "amp;x=1", "next=https://example.org/?a=b", "x=1?utm_term=y", "em=x", "mc_cid=9", "utm=1", "tel=12345678",
    ];

    private static readonly string[] Fragments = ["", "", "", "", "#plans", "#", "#/app?x=1", "#utm_term=x", "#a=b", "#UTM_SOURCE=x&y=1", "#!/a-b", "#ada@example.org"];

    private static readonly string[] Inserts = ["&", "?", "#", "%", "%2", "=", "&amp;", "utm_", " ", "\t", "\n", "{{", "}}", "@", ":", "//", "\\", "[", "]", "\u00A0", "\u0130", "\0", "\u007F", "~", "__", "+", ";", "A", "."];

    /// <summary>As many links as asked; about two in three are not mutated.</summary>
    public static IEnumerable<string> Make(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var link = Link(random);
            yield return random.Next(3) > 0 ? link : Mutate(random, link);
        }
    }

    private static string Link(Random random)
    {
        // Mostly the plain form, so that many links are alike and the fast way is taken.
        var isOdd = random.Next(3) == 0;
        var link = new StringBuilder(Pick(random, Origins, isOdd ? Origins.Length : 6)).Append(Pick(random, Paths, isOdd ? Paths.Length : 6));
        var parameters = new List<string>();
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            if (random.Next(10) >= (i < 3 ? 9 : 2)) continue;
            var value = i switch
            {
                0 => Pick(random, Sources, isOdd ? Sources.Length : 5),
                1 => Pick(random, Mediums, isOdd ? Mediums.Length : 5),
                _ => Value(random, isOdd),
            };
            parameters.Add($"utm_{name}={value}");
        }

        for (var i = random.Next(isOdd ? 3 : 2); i > 0; i--) parameters.Add(isOdd ? Pick(random, Others, Others.Length) : $"p{random.Next(3)}={random.Next(1000)}");
        if (isOdd && random.Next(4) == 0 && parameters.Count > 0) parameters.Add(parameters[0]);
        if (random.Next(2) == 0) parameters = [.. parameters.OrderBy(_ => random.Next())];
        if (parameters.Count > 0 || random.Next(4) == 0) link.Append('?').Append(string.Join("&", parameters));
        return link.Append(Pick(random, Fragments, isOdd ? Fragments.Length : 6)).ToString();
    }

    private static string Value(Random random, bool isOdd)
    {
        var separator = random.Next(2) == 0 ? "_" : "-";
        var words = Enumerable.Range(0, random.Next(isOdd ? 0 : 1, 4)).Select(_ => random.Next(4) == 0 ? random.Next(100).ToString() : Pick(random, Words, isOdd ? Words.Length : 8));
        return string.Join(separator, words);
    }

    private static string Mutate(Random random, string text)
    {
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 => text.Substring(0, at),
                1 => at < text.Length ? text.Remove(at, 1) : text,
                2 => at < text.Length ? text.Remove(at, 1).Insert(at, char.ToUpperInvariant(text[at]).ToString()) : text,
                _ => text.Insert(at, Pick(random, Inserts, Inserts.Length)),
            };
        }

        return text;
    }

    private static string Pick(Random random, string[] from, int of) => from[random.Next(of)];
}
