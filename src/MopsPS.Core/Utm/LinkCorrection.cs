using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Naming;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>Writes a link anew with every correction that is certain.</summary>
internal static class LinkCorrection
{
    /// <summary>The corrected link.</summary>
    /// <returns>Null where nothing is to be corrected, or where what is wrong leaves no certain correction.</returns>
    public static string? Correct(UtmLink link)
    {
        if (link.HoldsPersonal || link.Url.Kind is not (UrlKind.Web or UrlKind.Relative) || (link.Url.Damage & UrlDamage.MissingScheme) != 0) return null;
        var seen = new HashSet<(string, string)>();
        var parameters = new List<QueryParameter>();
        foreach (var parameter in link.Shape.Parameters)
        {
            var name = LinkShape.NameOf(parameter);
            var corrected = name is null ? parameter : Correct(link, name, parameter);
            if (name is null || seen.Add((name, corrected.Value))) parameters.Add(corrected);
        }

        var text = link.Shape.Front +
            (link.Shape.HasQuery ? "?" + QueryParameters.Write(parameters) : string.Empty) +
            (link.Shape.Fragment is null ? string.Empty : "#" + link.Shape.Fragment);
        // Empty pairs (a&&b) are no damage: without another correction the link stays as it is.
        return text == link.Url.Raw || (IsSame(link, parameters) && text.Replace("&", "") == link.Url.Raw.Replace("&", "")) ? null : text;
    }

    /// <summary>The value as it is certain to be meant.</summary>
    public static string Value(UtmLink link, string name, string value)
    {
        var (match, canonical) = link.Taxonomy.Find(name, value.Trim());
        if (match is TermMatch.OtherCase or TermMatch.Alias or TermMatch.Allowed) return canonical!;
        var result = value.Trim();
        if (name == "id") return result;
        var separator = link.Policy.Separator;
        if (separator.Length == 1)
        {
            if (result.Any(char.IsWhiteSpace)) result = string.Join(separator, result.Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
            if (HasSeparator(link.Policy, name)) result = result.Replace(separator == "-" ? '_' : '-', separator[0]);
        }

        if (link.Policy.Lowercase && Lower(link, name, result) is { } lower) result = lower;
        (match, canonical) = link.Taxonomy.Find(name, result);
        return match is TermMatch.OtherCase or TermMatch.Alias ? canonical! : result;
    }

    /// <summary>Whether the policy's separator is asked of a parameter: of those that name things and have no naming convention.</summary>
    public static bool HasSeparator(UtmPolicy policy, string name) =>
        policy.Separator.Length == 1 && name is "source" or "medium" or "campaign" or "content" && !policy.Naming.ContainsKey(name);

    /// <summary>The naming convention of a parameter, or null.</summary>
    public static NamingConvention? Convention(UtmLink link, string name) =>
        link.Policy.Naming.TryGetValue(name, out var convention) && link.Naming.TryGetValue(convention, out var found) ? found : null;

    // A convention may ask for capitals: then lower case is no correction.
    private static string? Lower(UtmLink link, string name, string value)
    {
        var lower = value.ToLowerInvariant();
        return lower == value || (Convention(link, name) is { } convention &&
            NamingChecker.Check(convention, lower).Count > NamingChecker.Check(convention, value).Count) ? null : lower;
    }

    private static bool IsSame(UtmLink link, List<QueryParameter> parameters) => parameters.SequenceEqual(link.Shape.Parameters);

    private static QueryParameter Correct(UtmLink link, string name, QueryParameter parameter)
    {
        var key = UtmKeys.Prefix + name;
        var value = link.IsPlain(parameter) ? Value(link, name, parameter.Value) : parameter.Value;
        if (value != parameter.Value) return new QueryParameter(key, value);
        return parameter.Name == key ? parameter : new QueryParameter(parameter.RawValue is null ? key : key + "=" + parameter.RawValue);
    }
}
