using System;
using System.Globalization;

namespace MopsPS;

/// <summary>What a person has done by hand, and signed in the brief.</summary>
public sealed class CampaignSignOff
{
    /// <summary>The item of the policy, for example <c>Test send</c>.</summary>
    public string Item { get; init; } = string.Empty;

    /// <summary>Who signed.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The day.</summary>
    public DateTime Date { get; init; }

    /// <summary>What the signer adds; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The line of the brief.</summary>
    public int Line { get; init; }

    /// <summary>Reads like <c>Test send: Ada Abel, 2026-11-20</c>.</summary>
    public override string ToString() => $"{Item}: {Name}, {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
