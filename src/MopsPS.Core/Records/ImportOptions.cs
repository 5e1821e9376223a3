using System;
using System.Globalization;
using System.Text;
using System.Threading;

namespace MopsPS.Core.Records;

/// <summary>How an export is read. Left alone, everything is detected from the file.</summary>
public sealed record ImportOptions
{
    /// <summary>The separator of a delimited file; null to detect comma, semicolon, tab or pipe.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The encoding of a text file; null to detect UTF-8, UTF-16 or Windows-1252. A byte order mark wins.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>The column names of a file without a header line; null where the file has one.</summary>
    public string[]? Header { get; init; }

    /// <summary>The one-based line of the header; 0 to find it below a preamble.</summary>
    public int HeaderLine { get; init; }

    /// <summary>The title of the section to read in a report of several tables; null for the one with the people.</summary>
    public string? Section { get; init; }

    /// <summary>The sheet of a workbook; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>What to do with a row that has more or fewer fields than the header.</summary>
    public RaggedRow RaggedRow { get; init; } = RaggedRow.Keep;

    /// <summary>What to do with repeated and blank headers.</summary>
    public DuplicateHeader DuplicateHeader { get; init; } = DuplicateHeader.Rename;

    /// <summary>Whether formula escapes that Export-MopsRecord wrote are taken back.</summary>
    public bool UnescapeFormula { get; init; } = true;

    /// <summary>
    /// Whether the caller will ask for the line of every row. Lines are then counted while reading; else a line is found when it is asked
    /// for, which makes clean rows cheaper and each question dearer. Both give the same lines.
    /// </summary>
    public bool CountsLines { get; init; }

    /// <summary>
    /// Whether delimited text is read ahead on a second thread: worth it where much is done with each row. Rows, and what is said of bad ones,
    /// are the same and come on the caller's thread.
    /// </summary>
    public bool ReadsAhead { get; init; }

    /// <summary>Receives every bad row as it is met; null to ignore them.</summary>
    public Action<RecordProblem>? OnProblem { get; init; }

    /// <summary>Stops a read that takes long within one call, as opening a large workbook does; whoever reads row by row asks by itself.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The culture that numbers and dates of a workbook are written in; invariant by default.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;
}
