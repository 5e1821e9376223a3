using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace MopsPS.Benchmarks;

/// <summary>
/// A generated lead export of 20 columns, the same for the same number of rows: invented people, quoted notes with
/// separators and line breaks, a landing page with UTM parameters. About 370 bytes a row.
/// </summary>
internal static class LeadExport
{
    private static readonly string[] First = ["Anna", "Ben", "Carla", "David", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Luca", "Mei", "Noah", "Olga", "Pablo"];
    private static readonly string[] Last = ["Abel", "Brandt", "Costa", "Duval", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Jensen", "Keller", "Lopez", "Müller", "Novak", "Okafor", "Petit"];
    private static readonly string[] Countries = ["Germany", "France", "United States", "United Kingdom", "Spain", "Japan", "Brazil", "India"];
    private static readonly string[] Sources = ["google", "facebook", "linkedin", "newsletter", "partner", "bing"];
    private static readonly string[] Mediums = ["cpc", "paid_social", "paid_social", "email", "referral", "cpc"];
    private static readonly string[] Statuses = ["Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"];

    public static string Create(int rows)
    {
        var path = Path.Combine(Path.GetTempPath(), "mopsps-benchmarks", $"leads-{rows}.csv");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false), 1 << 20)) Write(writer, rows);
        File.Move(temporary, path);
        return path;
    }

    private static void Write(StreamWriter writer, int rows)
    {
        var random = new Random(20261124);
        writer.Write(
            "Lead ID,First Name,Last Name,Email,Company,Title,Phone,Street,City,Postal Code,Country,Lead Source,Lead Status,Lead Score,Created Date,Last Modified Date,Lead Owner,Landing Page URL,Email Opt Out,Description\n");
        var date = new DateTime(2024, 1, 1);
        for (var i = 0; i < rows; i++)
        {
            var first = First[random.Next(16)];
            var last = Last[random.Next(16)];
            var source = random.Next(6);
            var created = date.AddMinutes(random.Next(1_400_000));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"00Q{i:D12},{first},{last},{first.ToLowerInvariant()}.{last.ToLowerInvariant()}{random.Next(100000)}@example{random.Next(2000)}.com,Company {random.Next(40000)} GmbH,Marketing Manager,+49 30 {random.Next(1000000, 9999999)},\"{random.Next(1, 200)} Main Street, Floor {random.Next(1, 9)}\",City {random.Next(500)},{random.Next(100000):D5},{Countries[random.Next(8)]},{Sources[source]},{Statuses[random.Next(4)]},{random.Next(100)},{created:yyyy-MM-dd HH:mm:ss},{created.AddDays(random.Next(90)):yyyy-MM-dd HH:mm:ss},Owner {random.Next(60)},https://www.example.com/landing/page-{random.Next(300)}?utm_source={Sources[source]}&utm_medium={Mediums[source]}&utm_campaign=2026q{random.Next(1, 5)}_emea_launch-{random.Next(50)},{(random.Next(10) == 0 ? "true" : "false")},"));
            writer.Write(random.Next(20) == 0 ? "\"Met at the fair, asked for \"\"the big plan\"\"\nCall back\"\n" : "Asked for a demo on the web site\n");
        }
    }
}
