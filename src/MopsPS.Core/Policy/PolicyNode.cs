using System;
using System.Collections.Generic;

namespace MopsPS.Core.Policy;

/// <summary>What a node of a policy is.</summary>
internal enum PolicyNodeKind
{
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// <summary>One value of a policy with its place; JsonDocument keeps no places, and every mistake has to name its own.</summary>
internal sealed class PolicyNode
{
    public PolicyNodeKind Kind { get; init; }

    public string Path { get; init; } = "$";

    public int Line { get; init; }

    public int Column { get; init; }

    /// <summary>The key as an object's member, for messages; its place is the key's.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>How fixed keys compare: hashtables of PowerShell have no case; JSON has, and its schema with it.</summary>
    public StringComparer KeyComparer => Line == 0 ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public string Text { get; init; } = string.Empty;

    public double Number { get; init; }

    public bool Boolean { get; init; }

    /// <summary>Members of an object or items of an array, in order.</summary>
    public List<PolicyNode> Children { get; } = [];
}
