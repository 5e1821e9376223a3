namespace MopsPS;

/// <summary>The format of an export that is written.</summary>
public enum RecordFormat
{
    /// <summary>By the extension of the file.</summary>
    Auto,

    /// <summary>Comma-separated values (RFC 4180).</summary>
    Csv,

    /// <summary>Tab-separated values.</summary>
    Tsv,

    /// <summary>An Excel workbook with one sheet.</summary>
    Xlsx,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>One JSON array of objects.</summary>
    Json,
}
