using System;

namespace MopsPS;

/// <summary>Something wrong with a row (or a header) of an export, where it stands and what became of the row.</summary>
public sealed class RecordProblem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="kind">A stable name, for example <c>RaggedRow</c>.</param>
    /// <param name="message">One sentence: what is wrong and what became of the row.</param>
    /// <param name="source">Where it stands.</param>
    public RecordProblem(string kind, string message, SourcePosition source)
    {
        Kind = kind ?? throw new ArgumentNullException(nameof(kind));
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Source = source ?? throw new ArgumentNullException(nameof(source));
    }

    /// <summary>A stable name: <c>RaggedRow</c>, <c>UnclosedQuote</c>, <c>DuplicateHeader</c>, <c>BlankHeader</c>, <c>MalformedQuote</c>, <c>NulByte</c>, <c>BadJson</c>, <c>BadEncoding</c>.</summary>
    public string Kind { get; }

    /// <summary>One sentence: what is wrong and what became of the row.</summary>
    public string Message { get; }

    /// <summary>Where it stands.</summary>
    public SourcePosition Source { get; }

    /// <summary>What was found, cut to 80 characters; null where it would not help.</summary>
    public string? Value { get; init; }

    /// <summary>What was expected.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether the row was left out.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Reads like <c>RaggedRow at leads.csv, row 3, line 4: …</c>.</summary>
    public override string ToString() => $"{Kind} at {Source}: {Message}";
}
