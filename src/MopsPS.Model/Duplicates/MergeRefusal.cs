using System;

namespace MopsPS;

/// <summary>One reason for which a group is not merged.</summary>
public sealed class MergeRefusal
{
    /// <summary>Makes a reason.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="message">The reason in words, without personal data.</param>
    public MergeRefusal(MergeRefusalKind kind, string message)
    {
        Kind = kind;
        Message = message ?? throw new ArgumentNullException(nameof(message));
    }

    /// <summary>The kind.</summary>
    public MergeRefusalKind Kind { get; }

    /// <summary>The reason in words, without personal data.</summary>
    public string Message { get; }

    /// <summary>Reads like <c>ConflictingOwners: the records have 2 owners</c>.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
