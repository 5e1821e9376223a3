using System;

namespace MopsPS;

/// <summary>One column of an export, and which canonical part it plays; <c>Get-MopsField</c> shows them.</summary>
public sealed class FieldColumn
{
    /// <summary>Describes a column.</summary>
    /// <param name="column">The header.</param>
    /// <param name="field">The canonical field, or null.</param>
    /// <param name="evidence">Why.</param>
    /// <param name="reason">Why, in a sentence.</param>
    public FieldColumn(string column, string? field, FieldEvidence evidence, string reason)
    {
        Column = column ?? throw new ArgumentNullException(nameof(column));
        Field = field;
        Evidence = evidence;
        Reason = reason ?? throw new ArgumentNullException(nameof(reason));
    }

    /// <summary>The header as it stands in the file.</summary>
    public string Column { get; }

    /// <summary>The canonical field; null where it plays none.</summary>
    public string? Field { get; }

    /// <summary>Why.</summary>
    public FieldEvidence Evidence { get; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; }

    /// <summary>The profile that the names were read by.</summary>
    public ExportProfile Profile { get; init; }

    /// <summary>The share of sampled rows with a value, 0 to 1; null where there were no rows.</summary>
    public double? FillRate { get; init; }

    /// <summary>A value from the sample, masked; null where there is none.</summary>
    public string? Sample { get; init; }

    /// <summary>The file, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Reads like <c>Email Address is Email (Label)</c>.</summary>
    public override string ToString() => Field is null ? $"{Column} plays no part" : $"{Column} is {Field} ({Evidence})";
}
