using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace MopsPS.Benchmarks;

/// <summary>
/// Two generated exports of one population, the same for the same number of rows: ten columns, the right side in another order. What differs is planted: missing and
/// extra records, changed, lost and added values, repeated and blank keys; and values that are written differently and mean the same.
/// </summary>
internal static class CompareExport
{
    private static readonly string[] Statuses = ["Open", "Working", "Qualified", "Customer"];
    private static readonly string[] Countries = ["Germany", "France", "Japan", "Brazil", "India"];

    /// <summary>Writes both, where they are not there yet.</summary>
    public static (string Left, string Right, HashSet<string> Planted) Create(int rows)
    {
        var folder = Path.Combine(Path.GetTempPath(), "mopsps-benchmarks");
        Directory.CreateDirectory(folder);
        string left = Path.Combine(folder, $"compare-left-{rows}.csv"), right = Path.Combine(folder, $"compare-right-{rows}.csv");
        var isThere = File.Exists(left) && File.Exists(right);
        using var leftWriter = isThere ? TextWriter.Null : new StreamWriter(left, false, new UTF8Encoding(false), 1 << 20);
        using var rightWriter = isThere ? TextWriter.Null : new StreamWriter(right, false, new UTF8Encoding(false), 1 << 20);
        leftWriter.WriteLine("Email,First Name,Last Name,Company,Country,Lead Status,Annual Revenue,Created Date,Phone,Note");
        rightWriter.WriteLine("Note,email_address,first_name,last_name,Company,Country,Lead Status,Annual Revenue,Created Date,Phone");
        var planted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rows; i++) leftWriter.WriteLine(string.Join(",", Row(i, true)));
        // A step that shares no factor with the number of rows visits each once.
        long step = (rows / 3 * 2) + 1;
        while (Factor(step, rows) != 1) step++;
        for (long n = 0, i = 0; n < rows; n++, i = (i + step) % rows) Right((int)i, rows, rightWriter, planted);
        for (var i = rows; i < rows + (rows / 1000); i++)
        {
            if (IsBlank(i)) continue;
            rightWriter.WriteLine(string.Join(",", Order(Row(i, false))));
            planted.Add($"Extra|{Email(i)}|");
        }

        return (left, right, planted);
    }

    private static void Right(int i, int rows, TextWriter writer, HashSet<string> planted)
    {
        var kind = i % 1000;
        if (IsBlank(i)) planted.Add($"BlankKey||{(i + 1).ToString(CultureInfo.InvariantCulture)}");
        if (IsBlank(i)) return;
        var row = Row(i, false);
        switch (kind)
        {
            case 1:
                planted.Add($"Missing|{Email(i)}|");
                return;
            case 2:
                row[3] += " Holding";
                planted.Add($"Different|{Email(i)}|Company");
                break;
            case 3:
                row[5] = "Lost";
                row[6] = "1";
                planted.Add($"Different|{Email(i)}|LeadStatus");
                planted.Add($"Different|{Email(i)}|AnnualRevenue");
                break;
            case 4:
                row[8] = "";
                planted.Add($"Different|{Email(i)}|Phone");
                break;
            case 5:
                row[9] = "changed";
                planted.Add($"Different|{Email(i)}|Note");
                break;
            case 6:
                // One minute later is another moment.
                row[7] = Date(i).AddMinutes(1).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";
                planted.Add($"Different|{Email(i)}|CreatedDate");
                break;
            case 7 when i % 5000 == 7:
                writer.WriteLine(string.Join(",", Order(row)));
                planted.Add($"Repeated|{Email(i)}|");
                break;
        }

        writer.WriteLine(string.Join(",", Order(row)));
    }

    private static bool IsBlank(int i) => i % 5000 == 9;

    // The right side writes every tenth row in another way that means the same.
    private static string[] Row(int i, bool isLeft)
    {
        var isOther = !isLeft && i % 10 == 8;
        var email = IsBlank(i) ? "" : Email(i);
        var revenue = (1000L + (i * 37L % 900000)).ToString(CultureInfo.InvariantCulture);
        var date = Date(i);
        return
        [
            isOther ? email.ToUpperInvariant() : email, "Given" + i % 5003, "Family" + i % 7919, isOther ? $"  company  {i % 9973} ltd " : $"Company {i % 9973} Ltd", Countries[i % 5],
            isOther ? Statuses[i % 4].ToLowerInvariant() : Statuses[i % 4], isOther ? revenue + ".00" : revenue,
            isOther ? date.AddHours(2).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+02:00" : date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z",
            isOther ? $"+49 (0)30 {1000000 + (i % 8999999)}" : $"+4930{1000000 + (i % 8999999)}", "note " + (i % 101),
        ];
    }

    private static string[] Order(string[] row) => [row[9], row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8]];

    private static string Email(int i) => $"person{i}@company{i % 9973}.example";

    private static DateTime Date(int i) => new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i % 500000);

    private static long Factor(long a, long b) => b == 0 ? a : Factor(b, a % b);
}
