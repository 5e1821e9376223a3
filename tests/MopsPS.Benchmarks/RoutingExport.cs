using System;
using System.IO;
using System.Text;

namespace MopsPS.Benchmarks;

/// <summary>A generated export of leads for routing, the same for the same number of rows. Places are codes, so that a query can compare them as they stand.</summary>
internal static class RoutingExport
{
    private static readonly string[] Countries = ["US", "DE", "AT", "CH", "FR", "GB", "ES", "IT", "NL", "JP", "AU", "IN", "BR", "MX", "CA"];
    private static readonly string[] States = ["CA", "NY", "TX", "WA", "NV", "OR", "FL", "IL", "MA", "PA"];
    private static readonly string[] Industries = ["Software", "Retail", "Banking", "Insurance", "Healthcare", "Manufacturing", "Education", "Energy"];
    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "ja"];

    public static string Create(int rows)
    {
        var path = Path.Combine(Path.GetTempPath(), "mopsps-benchmarks", $"routing-{rows}.csv");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + "." + Environment.ProcessId;
        using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false), 1 << 20)) Write(writer, rows);
        File.Move(temporary, path, overwrite: true);
        return path;
    }

    private static void Write(StreamWriter writer, int rows)
    {
        var random = new Random(20261125);
        writer.Write("Lead ID,Owner,Country,State,Postal Code,Employees,Industry,Language,Email,Company,Created Date,Notes\n");
        for (var i = 0; i < rows; i++)
        {
            var country = Countries[Math.Min(random.Next(Countries.Length), random.Next(Countries.Length))];
            var state = country == "US" ? States[random.Next(States.Length)] : "";
            var postcode = country is "US" or "DE" or "FR" or "ES" or "IT" ? random.Next(1000, 99999).ToString("D5", System.Globalization.CultureInfo.InvariantCulture) : "";
            var size = random.Next(10) == 0 ? "" : ((int)Math.Exp(random.NextDouble() * 10)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            writer.Write(FormattableString.Invariant(
                $"00Q{i:D12},Owner {random.Next(40)},{country},{state},{postcode},{size},{Industries[random.Next(8)]},{Languages[random.Next(6)]},person{i}@example{random.Next(5000)}.com,\"Company {random.Next(40000)}, Inc.\",2026-{random.Next(1, 12):D2}-{random.Next(1, 29):D2},Asked for a demo\n"));
        }
    }
}
