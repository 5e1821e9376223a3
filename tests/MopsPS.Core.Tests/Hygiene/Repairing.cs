using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>Repairs texts for the tests.</summary>
internal static class Repairing
{
    public static readonly DateTime Today = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The verdict on one value of a column, in a record of a country.</summary>
    public static ValueRepair? Value(string column, string value, string country = "", HygienePolicy? policy = null, string? culture = null)
    {
        var header = column == "Country" ? "Country" : "Country," + column;
        var line = column == "Country" ? Quote(value) : Quote(country) + "," + Quote(value);
        var repairs = new List<ValueRepair>();
        Run($"{header}\n{line}\n", policy ?? new HygienePolicy(), culture, (repairer, _) => repairs.AddRange(repairer.Row));
        return repairs.Where(repair => repair.Column.Column == column).Select(repair => (ValueRepair?)repair).SingleOrDefault();
    }

    public static RepairResult Run(string csv, HygienePolicy policy, string? culture, Action<RecordRepairer, RecordReader> onRow, RepairOptions? options = null)
    {
        var repairer = new RecordRepairer(
            new MopsPolicy { Hygiene = policy }, (options ?? new RepairOptions()) with { Culture = culture is null ? null : CultureInfo.GetCultureInfo(culture) }, Today);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "t.csv", new ImportOptions(), schema => repairer.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        while (reader.Read())
        {
            repairer.Read(reader);
            onRow(repairer, reader);
        }

        return repairer.Finish();
    }

    private static string Quote(string value) => "\"" + value.Replace("\"", "\"\"") + "\"";
}
