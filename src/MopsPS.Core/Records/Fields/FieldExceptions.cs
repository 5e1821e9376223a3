using System;
using System.Collections.Generic;

namespace MopsPS.Core.Records.Fields;

/// <summary>No column plays the part that an analysis needs.</summary>
public sealed class FieldNotFoundException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="field">The canonical field, or the column that an override names.</param>
    /// <param name="message">What is missing, what is there and what to do.</param>
    /// <param name="nearMisses">The columns whose names come near, nearest first.</param>
    public FieldNotFoundException(string field, string message, IReadOnlyList<string> nearMisses) : base(message)
    {
        Field = field;
        NearMisses = nearMisses;
    }

    /// <summary>The canonical field.</summary>
    public string Field { get; }

    /// <summary>The columns whose names come near, nearest first.</summary>
    public IReadOnlyList<string> NearMisses { get; }
}

/// <summary>Several columns are equally good for one field; MopsPS does not guess.</summary>
public sealed class AmbiguousFieldException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="field">The canonical field.</param>
    /// <param name="message">Which columns, and what to do.</param>
    /// <param name="columns">The columns.</param>
    public AmbiguousFieldException(string field, string message, IReadOnlyList<string> columns) : base(message)
    {
        Field = field;
        Columns = columns;
    }

    /// <summary>The canonical field.</summary>
    public string Field { get; }

    /// <summary>The columns that are equally good.</summary>
    public IReadOnlyList<string> Columns { get; }
}
