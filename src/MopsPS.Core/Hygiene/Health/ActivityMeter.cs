using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Counts records by the age of their last activity, and those that are kept too long.</summary>
internal sealed class ActivityMeter
{
    private static readonly string[] Activities = ["LastActivityDate", "EngagementDate"];
    private static readonly string[] Traces = ["LastActivityDate", "EngagementDate", "LastModifiedDate", "ConvertedDate", "CreatedDate"];

    private readonly DateParser _dates;
    private readonly long _inactive;
    private readonly long _overdue;
    private int[] _activity = [];
    private int[] _traces = [];

    public ActivityMeter(HygienePolicy policy, DateTime asOf, DateParser dates)
    {
        _dates = dates;
        var now = (asOf.Ticks - new DateTime(1970, 1, 1).Ticks) / TimeSpan.TicksPerSecond;
        _inactive = policy.InactiveDays == 0 ? long.MinValue : now - ((long)policy.InactiveDays * CivilDate.SecondsPerDay);
        _overdue = policy.RetentionDays == 0 ? long.MinValue : now - ((long)policy.RetentionDays * CivilDate.SecondsPerDay);
    }

    /// <summary>Records of inputs that have a date of activity.</summary>
    public long Rows { get; private set; }

    /// <summary>Records whose last activity is known.</summary>
    public long Known { get; private set; }

    public long Inactive { get; private set; }

    public long NeverEngaged { get; private set; }

    /// <summary>Records that have any date.</summary>
    public long Dated { get; private set; }

    public long Overdue { get; private set; }

    /// <summary>Finds the columns.</summary>
    public void Open(FieldMapping fields, Func<int, int> place)
    {
        int[] Find(string[] names) => [.. names.Select(fields.IndexOf).Where(column => column >= 0).Select(place)];
        _activity = Find(Activities);
        _traces = _overdue == long.MinValue ? [] : Find(Traces);
    }

    public void Add(RecordReader row)
    {
        if (_activity.Length > 0)
        {
            Rows++;
            if (Last(row, _activity) is { } last)
            {
                Known++;
                if (last < _inactive) Inactive++;
            }
            else
            {
                NeverEngaged++;
            }
        }

        if (_traces.Length == 0 || Last(row, _traces) is not { } trace) return;
        Dated++;
        if (trace < _overdue) Overdue++;
    }

    private long? Last(RecordReader row, IReadOnlyList<int> columns)
    {
        long? last = null;
        foreach (var column in columns)
            if (_dates.Parse(row.GetUtf8(column), out var value) == DateProblem.None && !(value.UtcSeconds < last)) last = value.UtcSeconds;
        return last;
    }
}
