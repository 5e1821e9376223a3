using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace MopsPS.Benchmarks;

/// <summary>A generated export of leads with a date column for each of five stages, the same for the same number of rows; about 150 bytes a row.</summary>
internal static class FunnelExport
{
    public static readonly string[] Stages = ["Created Date", "MQL Date", "SAL Date", "SQL Date", "Won Date"];

    private static readonly string[] Channels = ["Paid Search", "Organic Search", "Webinar", "Event", "Email", "Partner", "Direct", "Content"];
    private static readonly double[] Rates = [0.45, 0.7, 0.6, 0.25];

    public static string Create(int rows)
    {
        var path = Path.Combine(Path.GetTempPath(), "mopsps-benchmarks", $"funnel-{rows}.csv");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + "." + Environment.ProcessId;
        using (var writer = new StreamWriter(temporary, false, new UTF8Encoding(false), 1 << 20)) Write(writer, rows);
        File.Move(temporary, path, overwrite: true);
        return path;
    }

    private static void Write(StreamWriter writer, int rows)
    {
        var random = new Random(20261124);
        writer.Write($"Lead ID,Email,Company,Country,Channel,{string.Join(',', Stages)},Owner,Notes\n");
        var start = new DateTime(2024, 1, 1);
        for (var i = 0; i < rows; i++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"00Q{i:D12},person{i}@example{i % 977}.com,\"Company {random.Next(40000)}, Inc.\",Germany,{Channels[random.Next(8)]},"));
            var at = start.AddSeconds(random.Next(900 * 86400));
            var isIn = true;
            for (var stage = 0; stage < Stages.Length; stage++)
            {
                if (stage > 0)
                {
                    isIn &= random.NextDouble() < Rates[stage - 1];
                    at = at.AddSeconds(-Math.Log(1 - random.NextDouble()) * 6 * 86400 * stage);
                }

                if (isIn) writer.Write(at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                writer.Write(',');
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"Owner {random.Next(60)},Asked for a demo\n"));
        }
    }
}
