namespace MopsPS;

/// <summary>The kinds of file that <c>Export-MopsReport</c> writes.</summary>
public enum MopsReportFormat
{
    /// <summary>One self-contained page for people.</summary>
    Html,

    /// <summary>GitHub Markdown, for example for a step summary.</summary>
    Markdown,

    /// <summary>The findings, one row each.</summary>
    Csv,

    /// <summary>Everything, for other programs.</summary>
    Json,
}
