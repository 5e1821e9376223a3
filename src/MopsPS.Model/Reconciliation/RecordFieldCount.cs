using System.Globalization;

namespace MopsPS;

/// <summary>How often one field differs over all records that were compared.</summary>
public sealed class RecordFieldCount
{
    /// <summary>The field, by its canonical name or its column.</summary>
    public string Field { get; init; } = string.Empty;

    /// <summary>The column on the left side.</summary>
    public string LeftColumn { get; init; } = string.Empty;

    /// <summary>The column on the right side.</summary>
    public string RightColumn { get; init; } = string.Empty;

    /// <summary>How the values are compared.</summary>
    public ComparedAs ComparedAs { get; init; }

    /// <summary>How many pairs of records were compared.</summary>
    public long Compared { get; init; }

    /// <summary>In how many of them the values differ; lost and added ones are among them.</summary>
    public long Different { get; init; }

    /// <summary>How many values of the left side are blank on the right side.</summary>
    public long Lost { get; init; }

    /// <summary>How many values of the right side are blank on the left side.</summary>
    public long Added { get; init; }

    /// <summary>How many pairs have a value that is no number or date where one is due; they were compared as text.</summary>
    public long Unreadable { get; init; }

    /// <summary>The share of pairs that agree, in percent; null where none was compared.</summary>
    public double? Agreement => Compared == 0 ? null : 100.0 * (Compared - Different) / Compared;

    /// <summary>Reads like <c>LeadStatus: 12 of 4,000 differ, 3 lost, 1 added</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} of {2:#,0} differ, {3:#,0} lost, {4:#,0} added", Field, Different, Compared, Lost, Added);
}
