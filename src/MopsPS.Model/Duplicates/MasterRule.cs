namespace MopsPS;

/// <summary>What makes one record of a group the master, the one that stays.</summary>
public enum MasterRule
{
    /// <summary>It has an opportunity or deal.</summary>
    HasOpportunity,

    /// <summary>It is a converted lead.</summary>
    Converted,

    /// <summary>It is a contact and the others are leads.</summary>
    ContactBeforeLead,

    /// <summary>It is one of the known records that were given with -Against.</summary>
    Known,

    /// <summary>It comes from the source that the policy trusts most.</summary>
    SourcePriority,

    /// <summary>It has the most fields filled in.</summary>
    MostComplete,

    /// <summary>It was changed last.</summary>
    MostRecent,

    /// <summary>It was made first.</summary>
    Oldest,

    /// <summary>It is the survivor that Find-MopsDuplicate suggested.</summary>
    Suggested,

    /// <summary>It has the lowest id.</summary>
    LowestId,
}
