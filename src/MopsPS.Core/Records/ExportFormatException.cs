using System;

namespace MopsPS.Core.Records;

/// <summary>An export that cannot be read (on): what is wrong and where.</summary>
public sealed class ExportFormatException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">A stable name, for example <c>EmptyFile</c>; the error id of the cmdlets is made from it.</param>
    /// <param name="message">What is wrong and what to do next.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="inner">The cause, or null.</param>
    public ExportFormatException(string kind, string message, SourcePosition source, Exception? inner = null)
        : base($"{source}: {message}", inner)
    {
        Kind = kind;
        Position = source;
    }

    /// <summary>A stable name: <c>EmptyFile</c>, <c>RaggedRow</c>, <c>DuplicateHeader</c>, <c>MalformedQuote</c>, <c>UnclosedQuote</c>, <c>BadJson</c>, <c>BadWorkbook</c>, <c>BadGzip</c>, <c>SectionNotFound</c>, <c>ColumnNotFound</c>, <c>UnknownFormat</c>.</summary>
    public string Kind { get; }

    /// <summary>Where it stands.</summary>
    public SourcePosition Position { get; }
}
