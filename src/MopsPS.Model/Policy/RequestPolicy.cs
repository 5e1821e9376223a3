using System.Collections.Generic;

namespace MopsPS;

/// <summary>What is agreed for requests to marketing operations: service levels, which statuses and types mean what, and how new requests are sorted.</summary>
public sealed class RequestPolicy
{
    /// <summary>The calendar under <c>businessHours</c> that counts.</summary>
    public string Calendar { get; init; } = "default";

    /// <summary>The service levels; the first that fits type and priority holds. Without one the due date of the request does.</summary>
    public IReadOnlyList<RequestLevel> Levels { get; init => field = ResultList<RequestLevel>.Of(value); } = ResultList<RequestLevel>.Empty;

    /// <summary>The types that are incidents; wildcards are allowed.</summary>
    public IReadOnlyList<string> IncidentTypes { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["*incident*", "outage"]);

    /// <summary>The types that are actions to prevent incidents; wildcards are allowed.</summary>
    public IReadOnlyList<string> PreventionTypes { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["*prevent*", "problem", "corrective action"]);

    /// <summary>In how many calendar days such an action is to be done.</summary>
    public int PreventionDays { get; init; } = 30;

    /// <summary>The statuses of requests that are done; wildcards are allowed.</summary>
    public IReadOnlyList<string> DoneStatuses { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["done", "closed", "resolved", "complete", "completed", "fixed"]);

    /// <summary>The statuses of requests that were given up and are not measured; wildcards are allowed.</summary>
    public IReadOnlyList<string> DroppedStatuses { get; init => field = ResultList<string>.Of(value); } =
        ResultList<string>.Of(["cancel*", "declined", "rejected", "duplicate", "won't do", "won't fix", "withdrawn"]);

    /// <summary>How new requests are sorted; empty for the categories that come with the module.</summary>
    public IReadOnlyList<RequestCategory> Categories { get; init => field = ResultList<RequestCategory>.Of(value); } = ResultList<RequestCategory>.Empty;

    /// <summary>What a request must say; empty for the questions that come with the module.</summary>
    public IReadOnlyList<RequestQuestion> Questions { get; init => field = ResultList<RequestQuestion>.Of(value); } = ResultList<RequestQuestion>.Empty;
}

/// <summary>The service level of some requests.</summary>
public sealed class RequestLevel
{
    /// <summary>The type it is for, with wildcards; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>The priority it is for, with wildcards; null for all.</summary>
    public string? Priority { get; init; }

    /// <summary>In how many minutes somebody must have answered; null for no limit.</summary>
    public double? AcknowledgeMinutes { get; init; }

    /// <summary>In how many minutes it must be done; null for no limit.</summary>
    public double? ResolveMinutes { get; init; }

    /// <summary>Whether only business hours count; else the clock never stops.</summary>
    public bool BusinessHours { get; init; } = true;
}

/// <summary>A kind of request, and how it is known.</summary>
public sealed class RequestCategory
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Words and phrases that speak for it; a star at the end stands for any ending.</summary>
    public IReadOnlyList<string> Words { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Where it is written how such a request is done; null for nowhere.</summary>
    public string? Runbook { get; init; }

    /// <summary>Who does such requests; null for nobody in particular.</summary>
    public string? Owner { get; init; }
}

/// <summary>Something that a request must say before work on it can start.</summary>
public sealed class RequestQuestion
{
    /// <summary>Its name, for example <c>Deadline</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The question to ask.</summary>
    public string Ask { get; init; } = string.Empty;

    /// <summary>The categories it is for; empty for all.</summary>
    public IReadOnlyList<string> For { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Words and phrases that answer it; a star at the end stands for any ending.</summary>
    public IReadOnlyList<string> Words { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Columns that answer it where they are filled.</summary>
    public IReadOnlyList<string> Columns { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether a date in the text answers it.</summary>
    public bool Date { get; init; }
}
