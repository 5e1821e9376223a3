using System;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Reporting;

namespace MopsPS.Reporting;

/// <summary>Tells what a piped object is, and gives it to the report.</summary>
internal static class ReportInput
{
    /// <summary>Adds an object; what is no result, finding or KPI becomes a row of its properties.</summary>
    /// <param name="builder">The report.</param>
    /// <param name="input">The object.</param>
    /// <param name="accessor">Reads records, with what a script added to them.</param>
    public static void Add(ReportBuilder builder, PSObject input, RecordAccessor accessor)
    {
        switch (input.BaseObject)
        {
            case IMopsResult result: builder.Add(result); break;
            case Finding finding: builder.Add(finding); break;
            case Kpi kpi: builder.Add(kpi); break;
            case MopsRecord:
                var record = accessor.Read(input);
                builder.AddRow("Records", record.Schema.Columns, record.Values);
                break;
            case string or ValueType: builder.AddRow("Values", ["Value"], [Show(input.BaseObject)]); break;
            default:
                if (builder.TryAdd(input.BaseObject)) break;
                var properties = input.Properties.Where(property => property.IsGettable).ToArray();
                var name = input.BaseObject is PSCustomObject ? "Rows" : input.BaseObject.GetType().Name;
                builder.AddRow(name, [.. properties.Select(property => property.Name)], [.. properties.Select(Read)]);
                break;
        }
    }

    private static string? Read(PSPropertyInfo property)
    {
        try
        {
            return Show(property.Value);
        }
        catch (GetValueException)
        {
            // A property that cannot be read is shown as empty, as the views do; the row is still a row.
            return null;
        }
    }

    // The engine's own conversion: invariant culture, and lists joined as in a string.
    private static string? Show(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<string>(value);
}
