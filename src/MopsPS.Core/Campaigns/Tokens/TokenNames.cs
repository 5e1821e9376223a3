using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Which names a product fills (Data/Campaigns/tokens.csv), with those that the policy adds.</summary>
internal static class TokenNames
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Table = new(Load);

    /// <summary>Whether a token's name is known.</summary>
    /// <param name="token">The token.</param>
    /// <param name="policy">The names that the policy adds.</param>
    /// <returns>Null where names of its kind are the team's own and the policy lists none.</returns>
    public static bool? IsKnown(MailToken token, TokenPolicy policy)
    {
        if (IsIn(token, policy.Known) || Kind(token) is not null) return true;
        var name = token.Name;
        return token.Platform switch
        {
            TokenPlatform.Marketo when Root(name) == "trigger" => true,
            TokenPlatform.Marketo when Root(name) == "my" => policy.Known.Any(known => known.StartsWith("my.", StringComparison.OrdinalIgnoreCase)) ? false : true,
            TokenPlatform.HubSpot when Root(name) is "content" or "deal" or "ticket" or "account" or "request" or "module" or "group" => true,
            TokenPlatform.Salesforce when name.EndsWith("(", StringComparison.Ordinal) => false,
            TokenPlatform.Salesforce when name.EndsWith("__c", StringComparison.Ordinal) || name.StartsWith("%%", StringComparison.Ordinal) => Lists(policy, token.Platform) ? false : null,
            TokenPlatform.Liquid => Lists(policy, token.Platform) ? false : null,
            _ => false,
        };
    }

    /// <summary>Whether a token may come out empty for a reader.</summary>
    public static bool NeedsFallback(MailToken token, TokenPolicy policy)
    {
        if (token.IsStatement || token.HasFallback || IsIn(token, policy.NeverEmpty)) return false;
        if (Kind(token) is { } kind) return kind == "person";
        // A field of a person that the policy alone knows may be empty as well.
        return (token.Platform is TokenPlatform.Marketo && Root(token.Name) is "lead" or "company") ||
            (token.Platform is TokenPlatform.HubSpot && Root(token.Name) is "contact" or "company") ||
            (token.Platform is TokenPlatform.Salesforce && Root(token.Name) is "contact" or "lead" or "recipient" or "account");
    }

    /// <summary>The nearest known name, or null.</summary>
    public static string? Nearest(MailToken token, TokenPolicy policy) =>
        PolicyProblems.Nearest(token.Name, Of(token).Keys.Where(name => name[0] != '%' || token.Name.StartsWith("%%", StringComparison.Ordinal)).Concat(policy.Known.Where(name => name.IndexOf('*') < 0)));

    private static string? Kind(MailToken token)
    {
        var names = Of(token);
        var name = token.Name;
        if (names.TryGetValue(name, out var kind) && kind is not ("prefix" or "root")) return kind;
        if (token.Platform == TokenPlatform.Mailchimp)
            return names.Any(pair => pair.Value == "prefix" && name.StartsWith(pair.Key, StringComparison.OrdinalIgnoreCase)) ? "fixed" : null;
        if (token.Platform != TokenPlatform.Liquid) return null;
        var end = name.IndexOfAny(['.', '[']);
        return names.TryGetValue(end < 0 ? name : name.Substring(0, end), out kind) && kind == "root" ? "fixed" : null;
    }

    private static Dictionary<string, string> Of(MailToken token) =>
        Table.Value[token.Platform == TokenPlatform.Salesforce && token.Name.EndsWith("(", StringComparison.Ordinal) ? "AMPscript" : token.Platform.ToString()];

    private static bool IsIn(MailToken token, IReadOnlyList<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (Wildcard.IsMatch(pattern, token.Name) || Wildcard.IsMatch(pattern, token.Text)) return true;
            if (token.Name.StartsWith("%%", StringComparison.Ordinal) && Wildcard.IsMatch(pattern, token.Name.Substring(2))) return true;
        }

        return false;
    }

    // Whether the policy lists names that only this kind of token can have: without them, the team's own names cannot be judged.
    private static bool Lists(TokenPolicy policy, TokenPlatform platform) => policy.Known.Any(known => platform == TokenPlatform.Salesforce
        ? known.StartsWith("%%", StringComparison.Ordinal) || known.IndexOf("__c", StringComparison.Ordinal) >= 0
        : !known.StartsWith("my.", StringComparison.OrdinalIgnoreCase) && !known.StartsWith("lead.", StringComparison.OrdinalIgnoreCase) && !known.StartsWith("*|", StringComparison.Ordinal) && !known.StartsWith("%%", StringComparison.Ordinal));

    private static string Root(string name)
    {
        var dot = name.IndexOf('.');
        return (dot < 0 ? name : name.Substring(0, dot)).ToLowerInvariant();
    }

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        var table = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in Enum.GetNames(typeof(TokenPlatform)).Append("AMPscript")) table.Add(name, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var row in EmbeddedTable.Read("Campaigns/tokens.csv")) table[row[0]][row[0] == "AMPscript" ? row[1] + "(" : row[1]] = row[2];
        return table;
    }
}
