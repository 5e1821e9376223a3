using System;

namespace MopsPS.Core.Records.Values;

/// <summary>A moment, or a day of which the time is not known.</summary>
/// <param name="UtcSeconds">Whole seconds since 1970-01-01 in UTC; of a day, its start in the reporting time zone.</param>
/// <param name="IsDateOnly">Whether only the day is known.</param>
public readonly record struct DateValue(long UtcSeconds, bool IsDateOnly)
{
    /// <summary>The moment in UTC.</summary>
    public DateTime ToUtc() => new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(UtcSeconds);
}
