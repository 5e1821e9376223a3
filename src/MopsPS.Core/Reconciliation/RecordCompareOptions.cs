using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace MopsPS.Core.Reconciliation;

/// <summary>How two exports are compared. Names are columns of the left side or canonical fields, without regard to case.</summary>
public sealed record RecordCompareOptions
{
    /// <summary>What they are compared for.</summary>
    public ComparisonPurpose Purpose { get; init; }

    /// <summary>The columns that make the key; empty for the one that the purpose suggests.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Whether records are found by matching in place of a key.</summary>
    public bool IsMatched { get; init; }

    /// <summary>Columns of the right side by columns of the left side, where neither name nor canonical field says that they belong together.</summary>
    public IReadOnlyDictionary<string, string> Pairs { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields to compare; empty for all that both sides have.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The fields not to compare.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How fields are compared, where their canonical kind does not say it.</summary>
    public IReadOnlyDictionary<string, ComparedAs> As { get; init; } = new Dictionary<string, ComparedAs>();

    /// <summary>Tolerances by field, over those of the policy; <c>*</c> for all fields.</summary>
    public IReadOnlyDictionary<string, string> Tolerance { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether upper and lower case differ, in keys and texts.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>The column that says when a record changed, on the left side; null to measure no delay.</summary>
    public string? ChangedField { get; init; }

    /// <summary>The column that says when the change arrived, on the right side or else the left one.</summary>
    public string? SyncedField { get; init; }

    /// <summary>The column of the status on the left side; null for the usual one.</summary>
    public string? LeftStatus { get; init; }

    /// <summary>The column of the status on the right side; null for the usual one.</summary>
    public string? RightStatus { get; init; }

    /// <summary>How dates and numbers of the left side are written; null for ISO dates and plain numbers.</summary>
    public CultureInfo? LeftCulture { get; init; }

    /// <summary>How dates and numbers of the right side are written.</summary>
    public CultureInfo? RightCulture { get; init; }

    /// <summary>The time zone in which days begin.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The time zone of dates without an offset on the left side; null for <see cref="Zone"/>.</summary>
    public TimeZoneInfo? LeftZone { get; init; }

    /// <summary>The time zone of dates without an offset on the right side.</summary>
    public TimeZoneInfo? RightZone { get; init; }

    /// <summary>Where records are matched: the probability from which they are the same.</summary>
    public double Threshold { get; init; } = .9;

    /// <summary>Where records are matched: the probability from which a person should look.</summary>
    public double ReviewThreshold { get; init; } = .5;

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }
}
