using System;

namespace MopsPS;

/// <summary>The value that survives in one field, and why.</summary>
public sealed class MergePick
{
    /// <summary>Makes a pick.</summary>
    /// <param name="column">The column of the master.</param>
    /// <param name="value">The surviving value; null or empty where no record has one.</param>
    /// <param name="from">The record that gave it.</param>
    /// <param name="rule">The rule that chose it.</param>
    /// <param name="isChange">Whether the master had another value.</param>
    public MergePick(string column, string? value, DuplicateMember from, SurvivorshipRule rule, bool isChange)
    {
        Column = column ?? throw new ArgumentNullException(nameof(column));
        Value = value;
        From = from ?? throw new ArgumentNullException(nameof(from));
        Rule = rule;
        IsChange = isChange;
    }

    /// <summary>The column of the master.</summary>
    public string Column { get; }

    /// <summary>The surviving value. May be personal.</summary>
    public string? Value { get; }

    /// <summary>The record that gave it.</summary>
    public DuplicateMember From { get; }

    /// <summary>The rule that chose it.</summary>
    public SurvivorshipRule Rule { get; }

    /// <summary>Whether the master had another value.</summary>
    public bool IsChange { get; }

    /// <summary>Reads like <c>Phone from 00Q2 (leads.csv, row 4) by MostRecent</c>: no value, it may be personal.</summary>
    public override string ToString() => $"{Column} from {From} by {Rule}";
}
