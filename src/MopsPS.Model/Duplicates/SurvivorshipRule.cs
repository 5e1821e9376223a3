namespace MopsPS;

/// <summary>Which record of a group gives the value of a field. Empty values and placeholders (n/a, 000) never win.</summary>
public enum SurvivorshipRule
{
    /// <summary>The master; the record changed last where the master has no value.</summary>
    Master,

    /// <summary>The record with the most fields filled in.</summary>
    MostComplete,

    /// <summary>The record that was changed last.</summary>
    MostRecent,

    /// <summary>The record that was made first.</summary>
    Oldest,

    /// <summary>The record from the source that the policy trusts most.</summary>
    SourcePriority,

    /// <summary>The value that most records have.</summary>
    Majority,

    /// <summary>The longest value.</summary>
    Longest,

    /// <summary>The strictest consent; set for fields of consent only, whatever else is asked for.</summary>
    StrictestConsent,

    /// <summary>A person wrote the value into the plan; no rule of a policy.</summary>
    Reviewer,
}
