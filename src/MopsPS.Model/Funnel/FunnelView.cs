namespace MopsPS;

/// <summary>How the records of a funnel are put into periods.</summary>
public enum FunnelView
{
    /// <summary>By when a record entered the funnel: what became of those who entered then.</summary>
    Cohort,

    /// <summary>By when each thing happened: what happened then, to whomever.</summary>
    Period,
}

/// <summary>The length of a period.</summary>
public enum FunnelPeriod
{
    /// <summary>All in one.</summary>
    None,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week of ISO 8601, which begins on Monday.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of the fiscal year.</summary>
    Quarter,

    /// <summary>A fiscal year, named by the year in which it ends.</summary>
    Year,
}

/// <summary>Ready-made stages for the exports of a product.</summary>
public enum FunnelPreset
{
    /// <summary>Lead, MQL, SAL, SQL, Opportunity, Won by date columns, with the exits Recycled and Disqualified.</summary>
    Classic,

    /// <summary>Lead, Converted, Opportunity, Won of Salesforce leads joined to opportunities.</summary>
    Salesforce,

    /// <summary>The lifecycle stages of HubSpot by their "became a … date" columns.</summary>
    HubSpot,

    /// <summary>The stages of a Marketo revenue cycle by date columns.</summary>
    Marketo,
}

/// <summary>How p-values are corrected where many things are compared at once.</summary>
public enum MultipleComparison
{
    /// <summary>Holm: the chance of one false alarm among all is at most the level.</summary>
    Holm,

    /// <summary>Benjamini and Hochberg: the expected share of false alarms among the alarms is at most the level.</summary>
    BenjaminiHochberg,

    /// <summary>Not at all.</summary>
    None,
}
