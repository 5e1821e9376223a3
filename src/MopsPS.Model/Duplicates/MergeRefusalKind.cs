namespace MopsPS;

/// <summary>Why a group is not merged.</summary>
public enum MergeRefusalKind
{
    /// <summary>The records have different owners.</summary>
    ConflictingOwners,

    /// <summary>More than one record has an opportunity, or is a converted lead.</summary>
    SeveralOpportunities,

    /// <summary>One record has consented after another opted out, a consent has a value nobody ranked, or the master has no place for it.</summary>
    ConflictingConsent,

    /// <summary>The records have different keys that name one person or firm beyond doubt.</summary>
    DifferentHardIds,

    /// <summary>The group has more records than the policy allows.</summary>
    GroupTooLarge,

    /// <summary>A record has no id by which a CRM could be told which one is meant. Always refused.</summary>
    MissingId,

    /// <summary>Two records have the same id: they are one record, exported twice. Always refused.</summary>
    SameRecord,

    /// <summary>The records are of kinds that no product merges, such as a lead and an account. Always refused.</summary>
    MixedObjects,
}
