using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How campaign records are to be kept. Fields are named by canonical field (see Get-MopsField) or by column; an empty list or table checks nothing.</summary>
public sealed class CampaignsPolicy
{
    /// <summary>Fields that every campaign needs.</summary>
    public IReadOnlyList<string> Required { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["CampaignName", "CampaignType", "CampaignStatus", "CampaignStartDate", "CampaignEndDate", "Owner"]);

    /// <summary>Fields that campaigns of a type need beside these.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredByType { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Allowed values by field, for example <c>CampaignType</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The convention under <c>naming</c> that names follow; empty for none.</summary>
    public string Naming { get; init; } = string.Empty;

    /// <summary>Conventions by type, before <see cref="Naming"/>.</summary>
    public IReadOnlyDictionary<string, string> NamingByType { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the statuses mean.</summary>
    public CampaignStatuses Statuses { get; init; } = new();

    /// <summary>The types that a parent may have, by the type of the child; a type that is not named has any parent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parents { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The member statuses that campaigns of a type have.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MemberStatuses { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The most levels of a hierarchy; Salesforce holds five.</summary>
    public int MaxDepth { get; init; } = 5;

    /// <summary>The most days that a campaign may run; 0 for any.</summary>
    public int MaxDays { get; init; }

    /// <summary>Days after the end at which a campaign may still be active.</summary>
    public int GraceDays { get; init; }

    /// <summary>By how much the actual cost may be above the budget, in percent.</summary>
    public double BudgetTolerance { get; init; }
}

/// <summary>What statuses of campaigns mean; without regard to case. The built-in ones are those of Salesforce, HubSpot and common usage.</summary>
public sealed class CampaignStatuses
{
    /// <summary>Statuses before the start.</summary>
    public IReadOnlyList<string> Planned { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Planned", "Draft", "Scheduled", "In planning", "Approved"]);

    /// <summary>Statuses while it runs.</summary>
    public IReadOnlyList<string> Active { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["In Progress", "in_progress", "Active", "Live", "Running", "On"]);

    /// <summary>Statuses after the end.</summary>
    public IReadOnlyList<string> Finished { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Completed", "Complete", "Finished", "Done", "Closed"]);

    /// <summary>Statuses of what does not take place or was stopped.</summary>
    public IReadOnlyList<string> Stopped { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Aborted", "Cancelled", "Canceled", "Paused", "On hold", "Inactive", "Off"]);
}
