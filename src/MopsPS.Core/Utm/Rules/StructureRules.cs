using System.Globalization;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm.Rules;

/// <summary>The rules about the address itself.</summary>
internal static class StructureRules
{
    private static readonly (UrlDamage Damage, RuleInfo Rule, string Message, string? Suggestion)[] Damages =
    [
        (UrlDamage.EncodedAmpersand, UtmRules.EncodedAmpersand, "The address has '&amp;' where '&' belongs, so a parameter gets another name.", "&"),
        (UrlDamage.SecondQuestionMark, UtmRules.SecondQuestionMark, "A second '?' joins parameters; what follows it becomes part of the value before.", "&"),
        (UrlDamage.ParameterInFragment, UtmRules.ParameterInFragment, "UTM parameters stand behind the '#', where analytics does not see them.", "put the query before the #"),
        (UrlDamage.MissingQuestionMark, UtmRules.MissingQuestionMark, "The parameters start with '&' where a '?' belongs.", "?"),
        (UrlDamage.BadPercent, UtmRules.BadEncoding, "A percent sign is not followed by two hexadecimal digits.", "%25 for a percent sign"),
        (UrlDamage.MissingScheme, UtmRules.MissingScheme, "The link has no scheme in front.", "https://"),
        (UrlDamage.Slashes, UtmRules.MisplacedSlashes, "The scheme is not followed by exactly two slashes.", "https://"),
        (UrlDamage.InnerSpace, UtmRules.SpacesInUrl, "The URL has spaces or line breaks inside.", "%20 for a space"),
        (UrlDamage.OuterSpace, UtmRules.SpacesInUrl, "The URL has white space around it.", null),
        (UrlDamage.Credentials, UtmRules.CredentialsInUrl, "The URL carries a user name or password.", null),
        (UrlDamage.BareHost, UtmRules.MalformedUrl, "The host has no domain ending; it can only be reached inside a network.", null),
    ];

    public static void Check(UtmLink link)
    {
        if (link.Url.Kind == UrlKind.Invalid) link.Report(UtmRules.MalformedUrl, Text(link), value: link.Display);
        if (link.Url.Kind == UrlKind.OtherScheme) link.Report(UtmRules.NonWebUrl, $"The link is {link.Url.Scheme}:, no web link.", value: link.Url.Scheme);
        foreach (var (damage, rule, message, suggestion) in Damages)
            if ((link.Url.Damage & damage) != 0) link.Report(rule, message, suggestion: suggestion);
        if (link.Url.Kind != UrlKind.Web) return;
        if (link.Policy.RequireHttps && link.Url.Scheme == "http") link.Report(UtmRules.PlainHttp, "The link uses http.", "scheme", "http", "https, where the server has it");
        if (link.Url.Text.Length > link.Policy.MaxUrlLength)
        {
            link.Report(UtmRules.UrlTooLong, string.Format(
                CultureInfo.InvariantCulture, "The URL has {0} characters; the policy allows {1}.", link.Url.Text.Length, link.Policy.MaxUrlLength));
        }
    }

    // The parser's sentence quotes the host, which can hold an address: show it masked.
    private static string Text(UtmLink link) => PersonalValue.Email(link.Url.Error!) ?? link.Url.Error!;
}
