using System.Text;

namespace MopsPS.Core.Records.Writing;

/// <summary>How records are written.</summary>
public sealed record RecordWriteOptions
{
    /// <summary>The format; Auto goes by the extension (a further .gz compresses).</summary>
    public RecordFormat Format { get; init; }

    /// <summary>The text encoding of CSV and TSV; JSON is always UTF-8.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a byte order mark goes first, as Excel wants it for UTF-8.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>The delimiter of CSV; null for the format's own.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The line ending of CSV, TSV and JSON Lines.</summary>
    public string NewLine { get; init; } = "\r\n";

    /// <summary>Whether text that a spreadsheet would run as a formula is written as it is; see <see cref="FormulaText"/>.</summary>
    public bool AllowFormula { get; init; }
}
