namespace MopsPS;

/// <summary>What a metric is made of, which decides how much chance it has in it.</summary>
public enum AnomalyMeasure
{
    /// <summary>A number for each date, as the rows give it.</summary>
    Value,

    /// <summary>How many rows there are in each interval; a count has at least the chance of Poisson's law.</summary>
    Count,

    /// <summary>The sum of a column in each interval.</summary>
    Sum,

    /// <summary>A part of a whole, for example bounces of deliveries; a share has at least the chance of the binomial law.</summary>
    Ratio,
}

/// <summary>The step of a series.</summary>
public enum AnomalyInterval
{
    /// <summary>As the dates of the rows tell; days where rows are aggregated.</summary>
    Auto,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,
}

/// <summary>Why a point is an alarm.</summary>
public enum AnomalyKind
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It lies above what chance explains.</summary>
    Spike,

    /// <summary>It lies below what chance explains.</summary>
    Drop,

    /// <summary>It is at least twice what is expected, and more than chance: for unsubscribes and bounces.</summary>
    TwiceBaseline,
}
