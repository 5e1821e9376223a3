using System;
using System.Collections.Generic;

namespace MopsPS.Core.Records.Writing;

/// <summary>
/// What a sheet of an Excel workbook can hold (Microsoft, "Excel specifications and limits"): 1,048,576 rows with the header,
/// 16,384 columns, 32,767 characters in a cell. Excel cuts off or refuses what is more.
/// </summary>
internal static class WorkbookLimits
{
    public const int MostRows = 1_048_575;
    public const int MostColumns = 16_384;
    public const int LongestCell = 32_767;

    private const string Instead = "Write CSV or JSON Lines instead.";

    /// <summary>Checks a record.</summary>
    /// <param name="row">Its one-based number.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="values">Its values.</param>
    /// <exception cref="WorkbookLimitException">It does not fit into a sheet.</exception>
    public static void Check(long row, IReadOnlyList<string> columns, IReadOnlyList<string?> values)
    {
        if (row > MostRows) throw new WorkbookLimitException($"A sheet of an Excel workbook holds {MostRows} rows below its header, and there are more records than that. {Instead}");
        for (var i = 0; i < values.Count; i++)
        {
            var length = values[i]?.Length ?? 0;
            if (length > LongestCell)
                throw new WorkbookLimitException($"Row {row}, column '{columns[i]}': a cell of an Excel workbook holds {LongestCell} characters, this value has {length}. {Instead}");
        }
    }

    /// <summary>Checks the columns of all records together.</summary>
    /// <exception cref="WorkbookLimitException">There are too many.</exception>
    public static void CheckColumns(int count)
    {
        if (count > MostColumns) throw new WorkbookLimitException($"A sheet of an Excel workbook holds {MostColumns} columns, the records have {count}. {Instead}");
    }
}

/// <summary>Records that do not fit into an Excel workbook; nothing was written.</summary>
public sealed class WorkbookLimitException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What does not fit, and what to do.</param>
    public WorkbookLimitException(string message)
        : base(message)
    {
    }
}
