using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How duplicates are merged: which record stays, which value survives in which field, and what is not merged at all.</summary>
public sealed class MergePolicy
{
    /// <summary>What makes a record the master, the first rule first; the lowest id settles what is left.</summary>
    public IReadOnlyList<MasterRule> Master { get; init => field = ResultList<MasterRule>.Of(value); } = ResultList<MasterRule>.Of([
        MasterRule.HasOpportunity, MasterRule.Converted, MasterRule.ContactBeforeLead, MasterRule.Known, MasterRule.MostComplete, MasterRule.Oldest, MasterRule.LowestId,
    ]);

    /// <summary>The rule for fields that <see cref="Fields"/> does not name.</summary>
    public SurvivorshipRule Default { get; init; } = SurvivorshipRule.Master;

    /// <summary>Rules by canonical field, or by column name with wildcards.</summary>
    public IReadOnlyDictionary<string, SurvivorshipRule> Fields { get; init; } = new Dictionary<string, SurvivorshipRule>(StringComparer.OrdinalIgnoreCase)
    {
        ["LeadSource"] = SurvivorshipRule.Oldest,
        ["LandingPageUrl"] = SurvivorshipRule.Oldest,
        ["UtmSource"] = SurvivorshipRule.Oldest,
        ["UtmMedium"] = SurvivorshipRule.Oldest,
        ["UtmCampaign"] = SurvivorshipRule.Oldest,
        ["UtmTerm"] = SurvivorshipRule.Oldest,
        ["UtmContent"] = SurvivorshipRule.Oldest,
        ["Original *"] = SurvivorshipRule.Oldest,
        ["First *Source*"] = SurvivorshipRule.Oldest,
        ["hs_analytics_source*"] = SurvivorshipRule.Oldest,
    };

    /// <summary>Files or object types with wildcards, the most trusted first; for <see cref="SurvivorshipRule.SourcePriority"/>.</summary>
    public IReadOnlyList<string> Sources { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>
    /// Columns of consent with their values, the strictest first, for example <c>"Email permission": ["No", "Unknown", "Yes"]</c>.
    /// HasOptedOut and DoNotCall are always among them: true is strict.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Consent { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Columns, with wildcards, that stay as they are in the master.</summary>
    public IReadOnlyList<string> Keep { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Columns, with wildcards, that say that a record has opportunities or deals: a number above 0, or true.</summary>
    public IReadOnlyList<string> Opportunity { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Has Opportunity", "Open Opportunities", "Number of Open Opportunities", "Associated Deals", "Number of Associated Deals", "num_associated_deals", "HasOpenOpportunity*"]);

    /// <summary>Columns, with wildcards, whose values name one person or firm beyond doubt: two different ones are never merged.</summary>
    public IReadOnlyList<string> HardIds { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["D-U-N-S Number", "DUNS*", "VAT *", "VAT_*", "Tax Id*", "TaxId*", "Customer Number", "Customer No*", "CustomerNumber*", "ERP Id*", "External Id*", "Account Number"]);

    /// <summary>Groups with more records are refused.</summary>
    public int MaxGroupSize { get; init; } = 10;

    /// <summary>What is refused; a reason left out is let pass.</summary>
    public IReadOnlyList<MergeRefusalKind> Refuse { get; init => field = ResultList<MergeRefusalKind>.Of(value); } = ResultList<MergeRefusalKind>.Of([
        MergeRefusalKind.ConflictingOwners, MergeRefusalKind.SeveralOpportunities, MergeRefusalKind.ConflictingConsent,
        MergeRefusalKind.DifferentHardIds, MergeRefusalKind.GroupTooLarge,
    ]);
}
