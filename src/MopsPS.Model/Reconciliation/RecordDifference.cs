using System.Globalization;

namespace MopsPS;

/// <summary>One difference between two exports. Values are given as they stand and may be personal; <see cref="ToString"/> shows none of them.</summary>
public sealed class RecordDifference
{
    /// <summary>What is not as it should be.</summary>
    public RecordDifferenceKind Kind { get; init; }

    /// <summary>The key of the record as it stands, its parts parted by <c> | </c>; null where it is blank.</summary>
    public string? Key { get; init; }

    /// <summary>The field, by its canonical name or its column; null where the whole record is meant.</summary>
    public string? Field { get; init; }

    /// <summary>The value on the left side; null where it is blank or a whole record is meant.</summary>
    public string? Left { get; init; }

    /// <summary>The value on the right side; null where it is blank or a whole record is meant.</summary>
    public string? Right { get; init; }

    /// <summary>What more there is to say, for example <c>lost on the right side</c> or <c>95 minutes late</c>; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>How many records of the left side have the key.</summary>
    public int LeftCount { get; init; }

    /// <summary>How many records of the right side have the key.</summary>
    public int RightCount { get; init; }

    /// <summary>How sure it is that the two records are the same, 0 to 1; null where they were found by their key.</summary>
    public double? Score { get; init; }

    /// <summary>Where the record stands on the left side; null where there is none.</summary>
    public SourcePosition? LeftSource { get; init; }

    /// <summary>Where the record stands on the right side; null where there is none.</summary>
    public SourcePosition? RightSource { get; init; }

    /// <summary>Whether key or values are personal data, to be masked wherever they are shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Reads like <c>Different Lead Status at leads.csv, row 3</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}{2}{3}", Kind, Field is null ? string.Empty : " " + Field,
        (LeftSource ?? RightSource) is { } source ? $" at {source}" : string.Empty, Detail is null ? string.Empty : $" ({Detail})");
}
