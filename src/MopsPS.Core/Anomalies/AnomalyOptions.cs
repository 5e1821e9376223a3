using System;
using System.Collections.Generic;

namespace MopsPS.Core.Anomalies;

/// <summary>What is watched and how strictly.</summary>
public sealed record AnomalyOptions
{
    /// <summary>The fewest points of which a judgement is made.</summary>
    public const int LeastPoints = 8;

    /// <summary>What the metric is made of.</summary>
    public AnomalyMeasure Measure { get; init; } = AnomalyMeasure.Value;

    /// <summary>The step of the series.</summary>
    public AnomalyInterval Interval { get; init; }

    /// <summary>The column of dates; null for the date of the event, else of the record's creation.</summary>
    public string? DateColumn { get; init; }

    /// <summary>The column of values, or of the parts of a ratio.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>The column of the wholes of a ratio; null where each row is one.</summary>
    public string? DenominatorColumn { get; init; }

    /// <summary>The columns that make segments.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>How many steps a season has; null for 7 days, 52 weeks or 12 months, 1 for none.</summary>
    public int? Season { get; init; }

    /// <summary>The chance of any false alarm in the whole call, all series taken together, where there is nothing but noise.</summary>
    public double FalseAlarmRate { get; init; } = 0.01;

    /// <summary>Whether twice what is expected is an alarm of its own where it is more than chance.</summary>
    public bool TwiceBaseline { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">Something is out of its range or missing.</exception>
    public void Validate()
    {
        if (!(FalseAlarmRate > 0 && FalseAlarmRate < 1)) throw new ArgumentException("The false alarm rate lies between 0 and 1.", nameof(FalseAlarmRate));
        if (Season < 1) throw new ArgumentException("A season has 1 step or more.", nameof(Season));
        if (ValueColumn is null && Measure != AnomalyMeasure.Count) throw new ArgumentException($"{Measure} needs a column of values: name it with -ValueColumn.", nameof(ValueColumn));
        if (DenominatorColumn is not null && Measure != AnomalyMeasure.Ratio) throw new ArgumentException("Only a ratio has a denominator.", nameof(DenominatorColumn));
    }
}
