using System.Linq;

namespace MopsPS.Core.Records;

/// <summary>Makes personal values unreadable but recognisable enough to find them again, for logs, errors and previews.</summary>
public static class Masking
{
    /// <summary>Masks an e-mail address: <c>a***@example.com</c>.</summary>
    /// <param name="value">The address; anything without an @ is masked as a whole.</param>
    /// <returns>The masked text. Its length says nothing of the original's.</returns>
    public static string Email(string value)
    {
        var at = value.LastIndexOf('@');
        return at <= 0 ? Generic(value) : First(value) + "***" + value.Substring(at);
    }

    /// <summary>Masks a phone number: the last two digits stay, and a leading + with the first digit.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The masked text.</returns>
    public static string Phone(string value)
    {
        var digits = new string([.. value.Where(char.IsDigit)]);
        if (digits.Length < 6) return "***";
        return (value.TrimStart().StartsWith("+", System.StringComparison.Ordinal) ? "+" + digits.Substring(0, 1) : "") + "***" + digits.Substring(digits.Length - 2);
    }

    /// <summary>Masks a person's name: the initial of each part, <c>A*** L***</c>.</summary>
    /// <param name="value">The name.</param>
    /// <returns>The masked text.</returns>
    public static string Name(string value) =>
        string.Join(" ", value.Split([' ', '\t', '\u00A0'], System.StringSplitOptions.RemoveEmptyEntries).Select(part => First(part) + "***"));

    /// <summary>Masks any text: its first character stays.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The masked text; empty for an empty one.</returns>
    public static string Generic(string value) => value.Length == 0 ? "" : value.Length < 4 ? "***" : First(value) + "***";

    /// <summary>A value of a column that should hold no person's data, for a message: one that is out of step can hold anything, an address among it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">How many characters are shown.</param>
    /// <returns>The value, cut; an address masked.</returns>
    public static string Shown(string value, int most) => value.IndexOf('@') >= 0 ? Email(value) : value.Length > most ? value.Substring(0, most) : value;

    /// <summary>Masks a value as its kind asks.</summary>
    /// <param name="value">The value.</param>
    /// <param name="kind">What it is.</param>
    /// <returns>The masked text.</returns>
    public static string Value(string value, FieldKind kind) => kind switch
    {
        FieldKind.Email => Email(value),
        FieldKind.Phone => Phone(value),
        FieldKind.Name => Name(value),
        _ => Generic(value),
    };

    private static string First(string value) =>
        value.Length > 1 && char.IsSurrogatePair(value, 0) ? value.Substring(0, 2) : value.Substring(0, 1);
}
