using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>A field that records were compared by, and why it was taken so.</summary>
public sealed class DuplicateField
{
    /// <summary>Makes a field.</summary>
    /// <param name="name">The canonical part or the column.</param>
    /// <param name="kind">How its values are compared, for example <c>Email</c> or <c>Company</c>.</param>
    /// <param name="columns">Its columns; several where a record can have several values (phone and mobile).</param>
    /// <param name="reason">Why it was taken so.</param>
    public DuplicateField(string name, string kind, IReadOnlyList<string> columns, string reason)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        Kind = kind ?? throw new ArgumentNullException(nameof(kind));
        Columns = columns ?? throw new ArgumentNullException(nameof(columns));
        Reason = reason ?? throw new ArgumentNullException(nameof(reason));
    }

    /// <summary>The canonical part or the column.</summary>
    public string Name { get; }

    /// <summary>How its values are compared.</summary>
    public string Kind { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Why it was taken so.</summary>
    public string Reason { get; }

    /// <summary>The input that has it; null where there is one input only.</summary>
    public string? Input { get; init; }

    /// <summary>Whether its values tell records apart: a column that is empty, the same everywhere or different in every row does not.</summary>
    public bool IsUsed { get; init; }

    /// <summary>Reads like <c>Email (Email): 'Work Email' is Email</c>.</summary>
    public override string ToString() => $"{Name} ({Kind}): {Reason}{(IsUsed ? string.Empty : ", says nothing here")}";
}
