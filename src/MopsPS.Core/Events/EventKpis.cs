using System.Collections.Generic;

namespace MopsPS.Core.Events;

/// <summary>The metrics of events.</summary>
public static class EventKpis
{
    /// <summary>Those who came of those who could.</summary>
    public static readonly KpiDefinition AttendanceRate = new(
        "AttendanceRate", "Events", "Attendance rate", "%", KpiDirection.HigherIsBetter, null, "Members who attended, out of all who did not cancel or see the recording only.");

    /// <summary>Those who were found.</summary>
    public static readonly KpiDefinition MemberMatchRate = new(
        "MemberMatchRate", "Events", "Member match rate", "%", KpiDirection.HigherIsBetter, null, "Members who were found among the known leads and contacts, out of all.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<KpiDefinition> All { get; } = [AttendanceRate, MemberMatchRate];
}
