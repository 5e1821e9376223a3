using System;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Naming;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm.Rules;

/// <summary>The rules about the values of UTM parameters.</summary>
internal static class ValueRules
{
    public static void Check(UtmLink link)
    {
        if (link.Url.Kind is UrlKind.Invalid or UrlKind.OtherScheme) return;
        foreach (var (name, parameter) in link.Utm)
        {
            var field = UtmKeys.Prefix + name;
            Tokens(link, field, parameter);
            Encoding(link, field, parameter);
            if (parameter.Value.Length > link.Policy.MaxValueLength)
            {
                link.Report(UtmRules.ValueTooLong, string.Format(
                    CultureInfo.InvariantCulture, "{0} has {1} characters; the policy allows {2}.", field, parameter.Value.Length, link.Policy.MaxValueLength), field, Cut(link.Show(parameter)));
            }

            if (!link.IsPlain(parameter)) continue;
            if (link.Policy.ReservedValues.Contains(parameter.Value.Trim(), StringComparer.OrdinalIgnoreCase))
                link.Report(UtmRules.ReservedValue, $"{field} is '{parameter.Value}', a word that stands for no value.", field, parameter.Value);
            else
                Spelling(link, name, field, parameter.Value);
        }
    }

    private static void Spelling(UtmLink link, string name, string field, string value)
    {
        var (match, canonical) = link.Taxonomy.Find(name, value);
        if (match == TermMatch.Allowed) return;
        var corrected = LinkCorrection.Value(link, name, value);
        var suggestion = corrected == value ? null : corrected;
        if (match is TermMatch.Free or TermMatch.Unknown) Form(link, name, field, value, suggestion);
        switch (match)
        {
            case TermMatch.OtherCase:
                link.Report(UtmRules.WrongCase, $"{field} is '{value}'; the policy writes '{canonical}'.", field, value, canonical);
                break;
            case TermMatch.Alias when string.Equals(value, canonical, StringComparison.OrdinalIgnoreCase):
                link.Report(UtmRules.WrongCase, $"{field} is '{value}'; the policy writes '{canonical}'.", field, value, canonical);
                break;
            case TermMatch.Alias:
                link.Report(UtmRules.AliasValue, $"{field} is '{value}', which the policy writes '{canonical}'.", field, value, canonical);
                break;
            case TermMatch.Unknown when link.Taxonomy.Find(name, corrected).Match != TermMatch.Allowed:
                link.Report(UtmRules.UnknownValue, canonical is null ? $"{field} is '{value}', which the policy does not list." : $"{field} is '{value}', which the policy does not list; the nearest is '{canonical}'.", field, value, canonical);
                break;
        }

        if (!link.Asks(UtmRules.NamingMismatch) || LinkCorrection.Convention(link, name) is not { } convention) return;
        foreach (var problem in NamingChecker.Check(convention, value))
            link.Report(UtmRules.NamingMismatch, $"{field}, part '{problem.Part}': {problem.Message}", field, problem.Value ?? value, problem.Suggestion);
    }

    private static void Form(UtmLink link, string name, string field, string value, string? suggestion)
    {
        if (value.Any(char.IsWhiteSpace)) link.Report(UtmRules.SpacesInValue, $"{field} is '{value}', with spaces.", field, value, suggestion);
        if (name == "id") return;
        if (link.Policy.Lowercase && value != value.ToLowerInvariant()) link.Report(UtmRules.WrongCase, $"{field} is '{value}'; values are agreed to be lower case.", field, value, suggestion);
        if (!LinkCorrection.HasSeparator(link.Policy, name)) return;
        var other = link.Policy.Separator == "-" ? '_' : '-';
        if (value.IndexOf(other) >= 0) link.Report(UtmRules.WrongSeparator, $"{field} is '{value}', with '{other}' between words; '{link.Policy.Separator}' is agreed.", field, value, suggestion);
    }

    private static void Tokens(UtmLink link, string field, QueryParameter parameter)
    {
        foreach (var token in MergeToken.Find(parameter.Value))
        {
            if (link.Policy.AllowedTokens.Contains(token.Family, StringComparer.OrdinalIgnoreCase)) continue;
            link.Report(UtmRules.UnresolvedToken, $"{field} holds the token {token.Text} ({token.Family}), which was not filled.", field, token.Text,
                $"fill it, or allow '{token.Family}' in utm.allowedTokens");
        }
    }

    private static void Encoding(UtmLink link, string field, QueryParameter parameter)
    {
        if (parameter.Value.IndexOf('\uFFFD') >= 0) link.Report(UtmRules.BadEncoding, $"{field} is not encoded as UTF-8.", field, link.Show(parameter));
        var isTwice = parameter.RawValue is { } raw && raw.IndexOf("%25", StringComparison.Ordinal) >= 0 && PercentCoding.IsValid(parameter.Value) && parameter.Value.IndexOf('%') >= 0;
        if (isTwice && MergeToken.Find(parameter.Value).Count == 0)
            link.Report(UtmRules.BadEncoding, $"{field} is encoded twice.", field, link.Show(parameter), link.IsPlain(parameter) ? PercentCoding.Decode(parameter.Value) : null);
    }

    private static string Cut(string value) => value.Length <= 80 ? value : value.Substring(0, 80) + "…";
}
