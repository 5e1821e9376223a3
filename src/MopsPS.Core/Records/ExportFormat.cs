using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Records;

/// <summary>How an export was understood: what was detected and what was given.</summary>
public sealed class ExportFormat
{
    /// <summary>The kind of file: <c>Delimited</c>, <c>Json</c>, <c>JsonLines</c> or <c>Workbook</c>.</summary>
    public string Kind { get; init; } = "Delimited";

    /// <summary>The separator of a delimited file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The name of the encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>The one-based line of the header; 0 where there is none.</summary>
    public int HeaderLine { get; init; }

    /// <summary>The title of the table that is read, in a report of several.</summary>
    public string? Section { get; init; }

    /// <summary>The titles of all tables of the report.</summary>
    public IReadOnlyList<string> Sections { get; init; } = Array.Empty<string>();

    /// <summary>Reads like <c>Delimited, separator ';', utf-8, header on line 5, section 'Attendee Details'</c>.</summary>
    public override string ToString()
    {
        var text = Kind;
        if (Delimiter is char delimiter) text += $", separator '{(delimiter == '\t' ? "tab" : delimiter.ToString())}'";
        if (Encoding is not null) text += ", " + Encoding;
        if (HeaderLine > 0) text += ", header on line " + HeaderLine.ToString(CultureInfo.InvariantCulture);
        if (Section is not null) text += $", section '{Section}'";
        return text;
    }
}
