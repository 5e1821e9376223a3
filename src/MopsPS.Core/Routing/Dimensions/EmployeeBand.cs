using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Routing;

/// <summary>Reads bands of employees: <c>51-200</c>, <c>1,001 to 5,000 employees</c>, <c>10,001+</c>, <c>&lt; 50</c>.</summary>
internal static class EmployeeBand
{
    /// <summary>Reads a band.</summary>
    /// <returns>The least and the most (null for no end); null where the text is no band.</returns>
    public static (long From, long? To)? Read(string text)
    {
        var numbers = new List<long>();
        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at]))
            {
                at++;
                continue;
            }

            long number = 0;
            for (; at < text.Length && (IsDigit(text[at]) || IsThousands(text, at)); at++)
            {
                if (IsDigit(text[at])) number = (number * 10) + (text[at] - '0');
                if (number > int.MaxValue) return null;
            }

            if (at < text.Length && text[at] is 'k' or 'K') number *= 1000;
            numbers.Add(number);
        }

        var lower = text.ToLower(CultureInfo.InvariantCulture);
        return numbers.Count switch
        {
            2 when numbers[0] <= numbers[1] => (numbers[0], numbers[1]),
            1 when lower.Contains("+") || lower.Contains("more") || lower.Contains("over") || lower.Contains(">=") => (numbers[0], null),
            1 when lower.Contains(">") => (numbers[0] + 1, null),
            1 when lower.Contains("<=") || lower.Contains("up to") => (0, numbers[0]),
            1 when (lower.Contains("<") || lower.Contains("under") || lower.Contains("less")) && numbers[0] > 0 => (0, numbers[0] - 1),
            1 when lower.Contains("employee") => (numbers[0], numbers[0]),
            _ => null,
        };
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    // A separator with three digits behind it; 51-200 has none.
    private static bool IsThousands(string text, int at) =>
        text[at] is ',' or '.' or '\'' or '\u00A0' && at + 3 < text.Length && IsDigit(text[at + 1]) && IsDigit(text[at + 2]) && IsDigit(text[at + 3]) && (at + 4 == text.Length || !IsDigit(text[at + 4]));
}
