using System.Text;

namespace MopsPS.Core.Matching.Text;

/// <summary>Short forms of normalised texts.</summary>
internal static class Folding
{
    /// <summary>A normalised text without its blanks.</summary>
    public static string Squeeze(string text) => text.IndexOf(' ') < 0 ? text : text.Replace(" ", "");

    /// <summary>The letters and digits only.</summary>
    public static string Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is >= '0' and <= '9') digits.Append(c);
        return digits.ToString();
    }
}
