using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Tokens of the mailing tools in HTML, subject, preheader and text part: how they are written, whether the tool knows them, and what comes out where a field is empty.</summary>
internal sealed class TokenChecks : ContentChecks
{
    private readonly CampaignCheckInfo _broken;
    private readonly CampaignCheckInfo _unknown;
    private readonly CampaignCheckInfo _fallback;
    private readonly CampaignCheckInfo _foreign;

    private TokenChecks(string prefix, CampaignArea area, string what)
    {
        _broken = new CampaignCheckInfo(
            prefix + "070", area, what + "BrokenToken", Severity.Error,
            "A merge token is written so that the tool cannot read it, or a block (if, each) is not closed.",
            "Write it as the product's editor does; copy tokens without formatting.",
            "the token syntax of Marketo, HubSpot (HubL), Salesforce (merge fields, HML, AMPscript), Mailchimp and Liquid");
        _unknown = new CampaignCheckInfo(
            prefix + "071", area, what + "UnknownToken", Severity.Error,
            "A merge token has a name that the product does not fill.",
            "Correct the name, or list the team's own fields in the policy, campaignQA.tokens.known.",
            "Data/Campaigns/tokens.csv and the team's policy");
        _fallback = new CampaignCheckInfo(
            prefix + "072", area, what + "TokenWithoutFallback", Severity.Warning,
            "A token of a person's field says nothing for readers whose field is empty.",
            "Give a default, or put an if around it; list fields that are never empty in campaignQA.tokens.neverEmpty.",
            "practice: \"Hi ,\"; Marketo :default=, HubSpot and Liquid |default, Mailchimp *|IF:…|*, Salesforce BLANKVALUE, AMPscript IIF(Empty())");
        _foreign = new CampaignCheckInfo(
            prefix + "073", area, what + "ForeignToken", Severity.Error,
            "A token is of another product than the one that sends; readers get it as it stands.",
            "Write it for the product that the brief or the policy names.",
            "the brief's platform; campaignQA.tokens.platform");
        Checks = [_broken, _unknown, _fallback, _foreign];
    }

    /// <summary>The checks of e-mails.</summary>
    public static TokenChecks Email { get; } = new("EML", CampaignArea.Email, "Email");

    /// <summary>The checks of landing pages.</summary>
    public static TokenChecks LandingPage { get; } = new("LPG", CampaignArea.LandingPage, "Page");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; }

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        var html = TokenScanner.Find(page.Source.Text, Skipped(page));
        var all = html.Select(token => (Token: token, Report: Reporter(file, token, Place.Html))).ToList();
        if (file.IsEmail)
        {
            if (file.Subject is { } subject) all.AddRange(TokenScanner.Find(subject, isHtml: false).Select(token => (token, Reporter(file, token, Place.Subject))));
            if (file.Text is { } text) all.AddRange(TokenScanner.Find(text.Source.Text, isHtml: false).Select(token => (token, Reporter(file, token, Place.Text))));
        }

        if (file.Starts(_broken)) Broken(html, all, file);
        var platform = Platform(file);
        Known(file, all, platform);
        if (file.Starts(_fallback)) Fallback(file, [.. html], all);
        Foreign(file, all, platform);
    }

    private void Broken(List<MailToken> html, List<(MailToken Token, Action<CampaignCheckInfo, string, string?> Report)> all, ContentFile file)
    {
        foreach (var (token, report) in all)
            if (token.Problem is { } problem) report(_broken, $"The token {Short(token)} is broken: {problem}.", null);
        foreach (var (token, problem) in TokenBlocks.Unpaired(html)) Reporter(file, token, Place.Html)(_broken, $"The block {Short(token)} is broken: {problem}.", null);
    }

    private void Known(ContentFile file, List<(MailToken Token, Action<CampaignCheckInfo, string, string?> Report)> all, TokenPlatform platform)
    {
        if (!file.Context.IsOn(_unknown)) return;
        var policy = file.Policy.Tokens;
        var unjudged = new List<string>();
        file.Context.Ran(_unknown);
        foreach (var (token, report) in all)
        {
            if (token.IsStatement || token.Problem is not null || token.Name.Length == 0 || (platform != TokenPlatform.None && IsForeign(token, platform))) continue;
            var isKnown = TokenNames.IsKnown(token, policy);
            if (isKnown is null) unjudged.Add(token.Text);
            else if (isKnown == false) report(_unknown, $"The token {Short(token)} is none that {token.Platform} fills.", TokenNames.Nearest(token, policy));
        }

        if (unjudged.Count > 0)
            file.Context.NotRun(_unknown, $"the names of {unjudged.Distinct(StringComparer.Ordinal).Count()} tokens ({string.Join(", ", unjudged.Distinct(StringComparer.Ordinal).Take(3))} …) are the team's own; list them in the policy, campaignQA.tokens.known");
    }

    private void Fallback(ContentFile file, HashSet<MailToken> html, List<(MailToken Token, Action<CampaignCheckInfo, string, string?> Report)> all)
    {
        var policy = file.Policy.Tokens;
        // AMPscript that asks for emptiness anywhere may have set what is shown.
        var asksEmpty = all.Any(item => item.Token.Platform == TokenPlatform.Salesforce && item.Token.Argument.IndexOf("empty(", StringComparison.OrdinalIgnoreCase) >= 0);
        var reports = all.ToDictionary(item => item.Token, item => item.Report);
        foreach (var (token, isGuarded) in TokenBlocks.Guarded(all.Select(item => item.Token)))
        {
            if (isGuarded || token.Problem is not null || !TokenNames.NeedsFallback(token, policy) || TokenNames.IsKnown(token, policy) == false) continue;
            if (asksEmpty && token.Name.StartsWith("%%", StringComparison.Ordinal)) continue;
            if (html.Contains(token) && IsInAddress(file.Page!.Source.Text, token.Index)) continue;
            reports[token](_fallback, $"The token {Short(token)} has no fallback for readers without it.", Suggestion(token));
        }
    }

    private void Foreign(ContentFile file, List<(MailToken Token, Action<CampaignCheckInfo, string, string?> Report)> all, TokenPlatform platform)
    {
        if (!file.Context.IsOn(_foreign)) return;
        file.Context.Ran(_foreign);
        var outputs = all.Where(item => !item.Token.IsStatement && item.Token.Problem is null && item.Token.Platform != TokenPlatform.None).ToList();
        if (platform == TokenPlatform.None)
        {
            // Without a product, the one with the most tokens sends; two products in one mail cannot both be right.
            if (outputs.Count == 0) return;
            platform = outputs.GroupBy(item => item.Token.Platform).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        }

        foreach (var (token, report) in outputs.Where(item => IsForeign(item.Token, platform)))
            report(_foreign, $"The token {Short(token)} is of {token.Platform}, but the mail is sent by {platform}.", null);
    }

    // Inside a tag, in the value of an attribute that nobody reads: an empty field leaves no hole in a sentence there.
    private static bool IsInAddress(string source, int index)
    {
        var equals = -1;
        for (var i = index - 1; i >= 0 && index - i < 4000; i--)
        {
            if (source[i] == '>') return false;
            if (source[i] == '=' && equals < 0 && i + 1 < source.Length && source[i + 1] is '"' or '\'') equals = i;
            if (source[i] != '<') continue;
            if (equals < 0) return false;
            var start = equals;
            while (start > 0 && char.IsLetterOrDigit(source[start - 1])) start--;
            return source.Substring(start, equals - start).ToLowerInvariant() is "href" or "src" or "action" or "background" or "style" or "value" or "id" or "class" or "name";
        }

        return false;
    }

    private static bool IsForeign(MailToken token, TokenPlatform platform) =>
        token.Platform != platform && token.Platform != TokenPlatform.None && !(platform == TokenPlatform.HubSpot && token.Platform == TokenPlatform.Liquid) &&
        !(token.Platform == TokenPlatform.HubSpot && platform == TokenPlatform.Liquid);

    private static TokenPlatform Platform(ContentFile file) =>
        Enum.TryParse<TokenPlatform>((file.Context.Brief.Platform ?? file.Policy.Tokens.Platform)?.Replace(" ", string.Empty), ignoreCase: true, out var platform) ? platform : TokenPlatform.None;

    private static string? Suggestion(MailToken token) => token.Platform switch
    {
        TokenPlatform.Marketo => $"{{{{{token.Name}:default=there}}}}",
        TokenPlatform.HubSpot => $"{{{{ {token.Name}|default(\"there\") }}}}",
        TokenPlatform.Liquid => $"{{{{ {token.Name} | default: \"there\" }}}}",
        TokenPlatform.Mailchimp => $"*|IF:{token.Name}|* {token.Text} *|ELSE:|* there *|END:IF|*",
        TokenPlatform.Salesforce when token.Text.StartsWith("{!", StringComparison.Ordinal) => $"{{!BLANKVALUE({token.Name}, \"there\")}}",
        _ => null,
    };

    private static string Short(MailToken token) => token.Text.Length <= 80 ? token.Text : token.Text.Substring(0, 80) + "…";

    private static Action<CampaignCheckInfo, string, string?> Reporter(ContentFile file, MailToken token, Place place) => (check, message, suggestion) =>
    {
        if (place == Place.Html) file.Report(check, token.Index, message, "token", Short(token), suggestion);
        else if (place == Place.Text) file.ReportText(check, token.Index, message, "token of the text part", Short(token), suggestion);
        else if (file.IsMessage) file.ReportHeader(check, "Subject", message, Short(token), suggestion);
        else file.Report(check, -1, message, "subject", Short(token), suggestion);
    };

    // Styles, scripts and comments have braces of their own; conditional comments are read by Outlook.
    private static Func<int, int> Skipped(HtmlPage page)
    {
        var spans = new List<(int Start, int End)>();
        foreach (var element in page.All("style", "script"))
        {
            var start = page.OffsetOf(element);
            if (start < 0) continue;
            var end = page.Source.Text.IndexOf("</" + element.LocalName, start, StringComparison.OrdinalIgnoreCase);
            spans.Add((start, end < 0 ? page.Source.Text.Length : end));
        }

        foreach (var (text, start) in page.Comments)
            if (!text.TrimStart().StartsWith("[if", StringComparison.OrdinalIgnoreCase)) spans.Add((start, Math.Min(page.Source.Text.Length, start + text.Length + 7)));
        spans.Sort();
        var next = 0;
        return index =>
        {
            while (next < spans.Count && spans[next].End <= index) next++;
            return next < spans.Count && spans[next].Start <= index ? spans[next].End : index;
        };
    }

    private enum Place
    {
        Html,
        Subject,
        Text,
    }
}
