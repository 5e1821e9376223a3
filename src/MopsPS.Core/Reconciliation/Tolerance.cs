using System;
using System.Globalization;

namespace MopsPS.Core.Reconciliation;

/// <summary>How far two values may be apart and still be the same.</summary>
/// <param name="Absolute">For numbers: the largest difference.</param>
/// <param name="Share">For numbers: the largest difference as a share of the larger value, 0 to 1.</param>
/// <param name="Seconds">For dates: the largest difference in seconds.</param>
public readonly record struct Tolerance(decimal Absolute, decimal Share, long Seconds)
{
    /// <summary>Reads <c>0.01</c>, <c>1%</c> or <c>00:05:00</c> (hours, minutes, seconds; days before a point).</summary>
    /// <param name="text">The text.</param>
    /// <param name="tolerance">The tolerance.</param>
    /// <returns>False where it is none of them, or negative.</returns>
    public static bool TryParse(string text, out Tolerance tolerance)
    {
        tolerance = default;
        text = (text ?? string.Empty).Trim();
        if (text.EndsWith("%", StringComparison.Ordinal))
        {
            if (!decimal.TryParse(text.Substring(0, text.Length - 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100) return false;
            tolerance = new Tolerance(0, percent / 100, 0);
            return true;
        }

        if (text.IndexOf(':') >= 0)
        {
            if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) || time < TimeSpan.Zero) return false;
            tolerance = new Tolerance(0, 0, (long)time.TotalSeconds);
            return true;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        tolerance = new Tolerance(number, 0, 0);
        return true;
    }

    /// <summary>Whether two numbers are near enough.</summary>
    public bool Allows(decimal left, decimal right)
    {
        if (left == right) return true;
        try
        {
            var apart = Math.Abs(left - right);
            return apart <= Absolute || (Share > 0 && apart <= Share * Math.Max(Math.Abs(left), Math.Abs(right)));
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
