using System;
using System.Diagnostics;
using System.Globalization;

namespace MopsPS.Common;

/// <summary>Says when progress is worth showing, and reckons rate and time left.</summary>
internal sealed class ProgressMeter
{
    private const int FirstAfter = 500;
    private const int Every = 200;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _next = FirstAfter;

    /// <summary>Whether enough time has passed since the last time.</summary>
    public bool IsDue => _clock.ElapsedMilliseconds >= _next;

    /// <summary>Whether anything was shown since the start.</summary>
    public bool HasShown { get; private set; }

    /// <summary>Starts the clock anew.</summary>
    public void Restart()
    {
        _clock.Restart();
        _next = FirstAfter;
        HasShown = false;
    }

    /// <summary>The state to show now.</summary>
    /// <param name="records">Records done.</param>
    /// <param name="done">Part of the whole that is done.</param>
    /// <param name="total">The whole; 0 where unknown.</param>
    /// <returns>A text, the percentage and the seconds left; -1 where unknown.</returns>
    public (string Status, int Percent, int SecondsRemaining) Measure(long records, long done, long total)
    {
        HasShown = true;
        var elapsed = _clock.ElapsedMilliseconds;
        _next = elapsed + Every;
        var rate = elapsed == 0 ? 0 : records * 1000 / elapsed;
        var status = string.Format(CultureInfo.CurrentCulture, "{0:N0} records, {1:N0} a second", records, rate);
        if (total <= 0 || done <= 0) return (status, -1, -1);
        var share = Math.Min(1.0, done / (double)total);
        var left = elapsed * (1 - share) / share / 1000;
        return (status, (int)(share * 100), (int)Math.Min(int.MaxValue, Math.Ceiling(left)));
    }
}
