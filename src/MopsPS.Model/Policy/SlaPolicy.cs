using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How fast leads are to be answered, and which calendar holds where.</summary>
public sealed class SlaPolicy
{
    /// <summary>From engagement to the first touch, by a system or a person.</summary>
    public SlaTarget SpeedToLead { get; init; } = new() { Minutes = 5 };

    /// <summary>From the assignment of a qualified lead to the first touch by a person.</summary>
    public SlaTarget Processing { get; init; } = new() { Minutes = 480 };

    /// <summary>The calendar under <c>businessHours</c> that holds where no region names another.</summary>
    public string Calendar { get; init; } = "default";

    /// <summary>The calendar by region, for example <c>Germany</c> to <c>emea</c>.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One limit.</summary>
public sealed class SlaTarget
{
    /// <summary>The longest time in minutes that keeps the agreement.</summary>
    public double Minutes { get; init; }

    /// <summary>Whether only business hours count; else the clock never stops.</summary>
    public bool BusinessHours { get; init; } = true;
}
