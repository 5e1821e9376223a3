using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Reporting;

/// <summary>Numbers, names and personal data as a report shows them.</summary>
internal static class ReportText
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly Regex Email = new(
        "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}(?:@|%40)(?<domain>[\\w-]{1,63}(?:\\.[\\w-]{1,63})+)", RegexOptions.CultureInvariant, Limit);

    private static readonly Regex Phone = new(
        "(?<![\\w])\\+?\\(?\\d(?:[\\s().\\-/]{0,3}\\d){8,17}(?![\\w])", RegexOptions.CultureInvariant, Limit);

    private static readonly Regex IsoDate = new("^\\d{4}-\\d{2}-\\d{2}(?!\\d)", RegexOptions.CultureInvariant, Limit);

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string? More(long total, int shown) => total > shown ? Count(total - shown) : null;

    /// <summary><c>MissingParameter</c> to <c>Missing parameter</c>; runs of capitals stay.</summary>
    public static string Words(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var isStart = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (isStart) text.Append(' ');
            var isAcronym = i + 1 < name.Length && char.IsUpper(name[i + 1]);
            text.Append(isStart && !isAcronym ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return text.ToString();
    }

    /// <summary>Masks e-mail addresses (the domain stays) and anything that reads like a phone number; rather too much than too little.</summary>
    public static string Mask(string text)
    {
        try
        {
            var masked = Email.Replace(text, match => "***@" + match.Groups["domain"].Value);
            return Phone.Replace(masked, match => IsoDate.IsMatch(match.Value) ? match.Value : "***");
        }
        catch (RegexMatchTimeoutException)
        {
            return "***";
        }
    }

    public static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || uri.Scheme == "http") ? uri.AbsoluteUri : null;
}
