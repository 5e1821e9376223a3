using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace MopsPS.Benchmarks;

/// <summary>How the links of a generated export differ.</summary>
internal enum LinkMix
{
    /// <summary>Clean links that repeat, as in an export of leads: a few hundred pages, six sources, two hundred campaigns.</summary>
    Repeating,

    /// <summary>Clean links, each with a campaign of its own.</summary>
    Distinct,

    /// <summary>One link in twenty is damaged, each in its own way.</summary>
    Damaged,
}

/// <summary>The lead export of <see cref="LeadExport"/> with other links in it; the same for the same number of rows.</summary>
internal static class LinkExport
{
    private static readonly string[] Damages = ["&amp;", "%20", "utm_source=Google", "UTM_Medium", "{{campaign.name}}", "#utm_term=late", "ada@example.org", "?utm_content=second"];

    public static string Create(int rows, LinkMix mix)
    {
        var leads = LeadExport.Create(rows);
        if (mix == LinkMix.Repeating) return leads;
        var path = Path.Combine(Path.GetDirectoryName(leads)!, $"links-{mix}-{rows}.csv");
        if (File.Exists(path)) return path;
        var temporary = path + ".tmp";
        var random = new Random(20261124);
        using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false), 1 << 20))
        {
            var number = 0;
            foreach (var line in File.ReadLines(leads))
            {
                var start = line.IndexOf("https://", StringComparison.Ordinal);
                var end = start < 0 ? -1 : line.IndexOf(',', start);
                writer.Write(end < 0 ? line : line.AsSpan(0, start).ToString() + Change(line[start..end], mix, number++, random) + line[end..]);
                writer.Write('\n');
            }
        }

        File.Move(temporary, path);
        return path;
    }

    private static string Change(string url, LinkMix mix, int number, Random random)
    {
        if (mix == LinkMix.Distinct) return string.Create(CultureInfo.InvariantCulture, $"{url}-{number * 7919L % 1_000_003}");
        if (random.Next(20) > 0) return url;
        var damage = Damages[random.Next(Damages.Length)];
        var at = url.IndexOf("utm_", random.Next(url.Length / 2), StringComparison.Ordinal);
        return url.Insert(at < 0 ? url.Length : at, damage) + string.Create(CultureInfo.InvariantCulture, $"-{number}");
    }
}
