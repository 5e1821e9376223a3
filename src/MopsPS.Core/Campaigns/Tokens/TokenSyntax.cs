using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Reads the inside of a token: whose it is, its name, its fallback, and what is wrong with how it is written.</summary>
internal static class TokenSyntax
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly string[] MarketoRoots = ["lead", "my", "system", "program", "member", "trigger", "campaign"];
    private static readonly string[] HubSpotRoots = ["contact", "owner", "content", "site_settings", "deal", "ticket", "account", "request", "module", "group"];
    private static readonly string[] HubSpotWords = ["unsubscribe_link", "unsubscribe_link_all", "unsubscribe_section", "unsubscribe_anchor", "view_as_page_url", "view_as_page_section", "subscription_confirmation_url", "standard_header_includes", "standard_footer_includes"];
    private static readonly string[] SalesforceRoots = ["Recipient", "Sender", "Organization"];
    private static readonly Regex Variable = new(@"^[A-Za-z_@][\w\-]*(\.[\w\-@]+|\[[^\]]*\])*(?=\s*($|[|(]))", RegexOptions.CultureInvariant, Limit);

    /// <summary>Reads a token in braces or an AMPscript piece.</summary>
    /// <param name="raw">The token as it stands.</param>
    /// <param name="index">Where it starts.</param>
    /// <param name="open">What opened it.</param>
    /// <param name="content">What is between, entities decoded.</param>
    /// <param name="hasHardSpace">Whether an editor put &amp;nbsp; into it.</param>
    public static MailToken Read(string raw, int index, string open, string content, bool hasHardSpace)
    {
        var inside = content.Trim().Trim('~', '-').Trim();
        if (inside.Length == 0) return Token(raw, index, TokenPlatform.None, string.Empty, "it is empty");
        var problem = hasHardSpace ? "a hard space (&nbsp;) stands in it; the product does not know the name" : null;
        return open switch
        {
            "{%" => Statement(raw, index, inside),
            "{!" => Formula(raw, index, inside),
            "%%[" => new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Salesforce, IsStatement = true, Name = "%%[", Argument = inside, Problem = Quotes(inside) },
            "%%=" => Ampscript(raw, index, inside),
            _ => Output(raw, index, inside, open == "{{{", problem),
        };
    }

    /// <summary>Reads a merge tag of Mailchimp.</summary>
    public static MailToken Mailchimp(string raw, int index)
    {
        var name = raw.Substring(2, raw.Length - 4);
        var problem = name.Trim().Length == 0 ? "it is empty" : name != name.Trim() ? "spaces stand inside *| and |*" : null;
        var upper = name.Trim().ToUpperInvariant();
        var colon = name.IndexOf(':');
        var head = colon < 0 ? upper : upper.Substring(0, colon);
        var isStatement = head is "IF" or "IFNOT" or "ELSE" or "ELSEIF" or "END";
        return new MailToken
        {
            Text = raw,
            Index = index,
            Platform = TokenPlatform.Mailchimp,
            IsStatement = isStatement,
            Name = isStatement ? head : upper,
            Argument = colon < 0 ? string.Empty : upper.Substring(colon + 1),
            Problem = problem,
        };
    }

    private static MailToken Output(string raw, int index, string inside, bool isTriple, string? problem)
    {
        if (inside is "else" || inside.StartsWith("else ", StringComparison.Ordinal)) return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Liquid, IsStatement = true, Name = "{else}" };
        if (inside[0] is '#' or '/' or '^' or '!' or '>' or '&') return Handlebars(raw, index, inside);
        var end = inside.IndexOfAny(['.', ':', '|', '(', ' ']);
        var root = end < 0 ? inside : inside.Substring(0, end);
        if (MarketoRoots.Contains(root.ToLowerInvariant()) || (root.Equals("company", StringComparison.OrdinalIgnoreCase) && IsMarketoCompany(inside))) return Marketo(raw, index, inside, problem);
        if (SalesforceRoots.Contains(root) || (inside is "Unsubscribe" or "EmailPreferenceCenter" or "View_Online"))
            return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Salesforce, Name = inside, Problem = problem ?? Quotes(inside) };
        var isHubSpot = !isTriple && (HubSpotRoots.Contains(root) || root == "company" || HubSpotWords.Contains(root) || root == "personalization_token");
        problem ??= Quotes(inside) ?? Brackets(inside) ?? Filter(inside);
        var name = root == "personalization_token" ? Argument(inside) : inside.StartsWith("${", StringComparison.Ordinal) ? inside.Substring(2).Split('}')[0].Trim() : Variable.Match(inside) is { Success: true } match ? match.Value : inside;
        if (problem is null && name == inside && inside.IndexOf(' ') >= 0 && inside.IndexOf('|') < 0 && inside.IndexOf('"') < 0 && inside.IndexOf('\'') < 0 && isHubSpot) problem = "a name of HubSpot has no spaces";
        var hasFallback = HasDefault(inside) || (root == "personalization_token" && inside.IndexOf(',') > 0);
        return new MailToken { Text = raw, Index = index, Platform = isHubSpot ? TokenPlatform.HubSpot : TokenPlatform.Liquid, Name = name, HasFallback = hasFallback, Problem = problem };
    }

    // {{company.Company Name}} is Marketo's, {{ company.name }} HubSpot's.
    private static bool IsMarketoCompany(string inside) => inside.IndexOf(":default", StringComparison.Ordinal) >= 0 || (inside.Length > 8 && char.IsUpper(inside[8]));

    private static MailToken Marketo(string raw, int index, string inside, string? problem)
    {
        var colon = inside.IndexOf(':');
        var name = (colon < 0 ? inside : inside.Substring(0, colon)).Trim();
        var option = colon < 0 ? string.Empty : inside.Substring(colon + 1);
        if (name.IndexOf('.') < 0 || name.EndsWith(".", StringComparison.Ordinal)) problem ??= "the name behind the dot is missing";
        else if (name.IndexOf('=') >= 0) problem ??= "a colon is missing before default";
        else if (name.IndexOf('|') >= 0) problem ??= "Marketo writes :default=, not a filter";
        else if (colon >= 0 && !option.StartsWith("default=", StringComparison.Ordinal) && !option.StartsWith("edit=", StringComparison.Ordinal)) problem ??= "Marketo writes :default= behind the name";
        return new MailToken
        {
            Text = raw,
            Index = index,
            Platform = TokenPlatform.Marketo,
            Name = name,
            Problem = problem,
            HasFallback = option.StartsWith("default=", StringComparison.Ordinal) && option.Length > 8,
        };
    }

    private static MailToken Handlebars(string raw, int index, string inside)
    {
        if (inside[0] is '>' or '!' or '&') return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Liquid, IsStatement = true, Name = inside.Substring(0, 1) };
        var rest = inside.Substring(1).Trim();
        var space = rest.IndexOf(' ');
        return new MailToken
        {
            Text = raw,
            Index = index,
            Platform = TokenPlatform.Liquid,
            IsStatement = true,
            Argument = space < 0 ? rest : rest.Substring(space + 1),
            Name = (inside[0] == '/' ? "/" : "#") + (space < 0 ? rest : rest.Substring(0, space)),
            Problem = rest.Length == 0 ? "the name of the block is missing" : null,
        };
    }

    private static MailToken Statement(string raw, int index, string inside)
    {
        var end = 0;
        while (end < inside.Length && (char.IsLetterOrDigit(inside[end]) || inside[end] == '_')) end++;
        var name = inside.Substring(0, end);
        var problem = Quotes(inside) ?? (name.Length == 0 ? "the name of the tag is missing" : name is "if" or "unless" or "elsif" or "elif" && end == inside.Length ? "the condition is missing" : null);
        return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Liquid, IsStatement = true, Name = name, Argument = inside.Substring(end).Trim(), Problem = problem };
    }

    private static MailToken Formula(string raw, int index, string inside)
    {
        var problem = Quotes(inside) ?? Brackets(inside);
        var paren = inside.IndexOf('(');
        if (paren <= 0)
        {
            return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Salesforce, Name = inside, Problem = problem ?? (inside.Any(char.IsWhiteSpace) ? "a merge field has no spaces" : null) };
        }

        var function = inside.Substring(0, paren).Trim().ToUpperInvariant();
        var argument = inside.Substring(paren + 1).Split(',', ')')[0].Trim();
        return new MailToken { Text = raw, Index = index, Platform = TokenPlatform.Salesforce, Name = argument, Argument = function, HasFallback = function is "NULLVALUE" or "BLANKVALUE" or "IF" or "CASE", Problem = problem };
    }

    private static MailToken Ampscript(string raw, int index, string inside)
    {
        var paren = inside.IndexOf('(');
        var problem = Quotes(inside) ?? Brackets(inside) ?? (paren <= 0 ? "AMPscript between %%= and =%% is a call of a function" : null);
        return new MailToken
        {
            Text = raw,
            Index = index,
            Platform = TokenPlatform.Salesforce,
            Name = paren <= 0 ? inside : inside.Substring(0, paren).Trim() + "(",
            Argument = inside,
            HasFallback = true,
            Problem = problem,
        };
    }

    private static bool HasDefault(string inside)
    {
        for (var bar = inside.IndexOf('|'); bar >= 0; bar = inside.IndexOf('|', bar + 1))
            if (inside.Substring(bar + 1).TrimStart().StartsWith("default", StringComparison.Ordinal)) return true;
        return inside.IndexOf(" or ", StringComparison.Ordinal) > 0 || inside.IndexOf(" else ", StringComparison.Ordinal) > 0;
    }

    private static string? Filter(string inside)
    {
        if (inside.EndsWith("|", StringComparison.Ordinal)) return "a filter is missing behind |";
        return inside.EndsWith("default:", StringComparison.Ordinal) || inside.EndsWith("default()", StringComparison.Ordinal) ? "default has no value" : null;
    }

    private static string? Quotes(string inside)
    {
        if (inside.IndexOfAny(['\u201C', '\u201D', '\u2018', '\u2019']) >= 0 && inside.IndexOf('"') < 0 && inside.IndexOf('\'') < 0) return "curly quotes do not quote";
        var quote = '\0';
        foreach (var c in inside)
        {
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
        }

        return quote == '\0' ? null : "a quote is not closed";
    }

    private static string? Brackets(string inside)
    {
        var depth = 0;
        var quote = '\0';
        foreach (var c in inside)
        {
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '(') depth++;
            else if (c == ')' && --depth < 0) return "a bracket is closed that is not open";
        }

        return depth == 0 ? null : "a bracket is not closed";
    }

    private static string Argument(string call)
    {
        var start = call.IndexOfAny(['"', '\'']);
        var end = start < 0 ? -1 : call.IndexOf(call[start], start + 1);
        return end < 0 ? call : call.Substring(start + 1, end - start - 1);
    }

    private static MailToken Token(string raw, int index, TokenPlatform platform, string name, string problem) =>
        new() { Text = raw, Index = index, Platform = platform, Name = name, Problem = problem };
}
