using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How attendance becomes the status of a campaign member.</summary>
public sealed class EventsPolicy
{
    /// <summary>The least minutes that count as attended.</summary>
    public double AttendedMinutes { get; init; } = 1;

    /// <summary>The least share of a session in percent that counts as attended; 0 where only minutes count.</summary>
    public double AttendedShare { get; init; }

    /// <summary>Domains of the team and its agencies; people of them are no members.</summary>
    public IReadOnlyList<string> InternalDomains { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Words in a role, or in the title of a table, that make a person staff.</summary>
    public IReadOnlyList<string> StaffRoles { get; init => field = ResultList<string>.Of(value); } =
        ResultList<string>.Of(["Host", "Co-host", "Panelist", "Organizer", "Co-organizer", "Presenter", "Speaker", "Staff"]);

    /// <summary>Whether people with an account of the host's own organisation (Zoom: Guest is No) are left out.</summary>
    public bool ExcludeAccountUsers { get; init; }

    /// <summary>The probability from which a participant is a known person.</summary>
    public double MatchThreshold { get; init; } = .9;

    /// <summary>The probability from which a person should look.</summary>
    public double ReviewThreshold { get; init; } = .5;

    /// <summary>By target, the name of the status for each participation.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Statuses { get; init; } = Defaults;

    /// <summary>The statuses from the first to the furthest. A member's status never goes back in it.</summary>
    public IReadOnlyList<string> Order { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(
    [
        "Planned", "Member", "Sent", "Invited", "Received", "Cancelled", "Registered", "No Show", "Left Early", "Attended On-demand", "On-Demand", "Attended", "Responded",
    ]);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Defaults { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Salesforce"] = Names("Left Early", "On-Demand"),
        ["HubSpot"] = Names("Left Early", "On-Demand"),
        ["Marketo"] = Names("No Show", "Attended On-demand"),
    };

    // The channel "Webinar" that Marketo ships has Registered, No Show, Attended and Attended On-demand.
    private static Dictionary<string, string> Names(string leftEarly, string onDemand) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cancelled"] = "Cancelled",
        ["Registered"] = "Registered",
        ["NoShow"] = "No Show",
        ["LeftEarly"] = leftEarly,
        ["OnDemand"] = onDemand,
        ["Attended"] = "Attended",
    };
}
