using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>The checks of the team's own (policy <c>campaignQA.checks</c>): texts that must be in files, or must not. Made for one policy.</summary>
internal sealed class TextChecker : IAssetChecker
{
    /// <summary>How the expressions are read.</summary>
    public const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline;

    private const int MaxFindings = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly (TextCheck Check, CampaignCheckInfo Info, Regex? Regex)[] _checks;

    public TextChecker(CampaignQAPolicy policy)
    {
        _checks = [.. policy.Checks.Select(check => (check, new CampaignCheckInfo(check.Area, Rule(check)), check.IsRegex ? new Regex((check.Require ?? check.Forbid)!, Options, Limit) : null))];
        Checks = [.. _checks.Select(check => check.Info)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; }

    /// <summary>The rules of the team's own checks.</summary>
    public static IReadOnlyList<RuleInfo> Rules(CampaignQAPolicy policy) => [.. policy.Checks.Select(Rule)];

    /// <inheritdoc/>
    public bool Takes(CampaignAssetKind kind) => kind is not (CampaignAssetKind.Audience or CampaignAssetKind.Suppression or CampaignAssetKind.Metadata or CampaignAssetKind.RoutingTestLead);

    /// <inheritdoc/>
    public void CheckAsset(CampaignAsset asset, CheckContext context)
    {
        string? text = null;
        foreach (var (check, info, regex) in _checks.Where(item => IsAbout(item.Check, asset, context.Brief)))
        {
            if (asset.Content is null)
            {
                context.NotRun(info, asset.Problem ?? $"{asset.Name} is too large");
                continue;
            }

            text ??= TextOf(asset.Content);
            Look(check, info, regex, text, context);
        }
    }

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        foreach (var (check, info, _) in _checks)
        {
            if (!ForRegions(check, context.Brief)) context.NotApplicable(info, $"it is for {string.Join(", ", check.Regions)} only");
            else if (!context.Campaign.Assets.Any(asset => IsAbout(check, asset, context.Brief)))
                context.NotRun(info, check.Files.Count == 0 ? $"there is no file of the area {check.Area}" : $"no file matches {string.Join(", ", check.Files)}");
        }
    }

    private static void Look(TextCheck check, CampaignCheckInfo info, Regex? regex, string text, CheckContext context)
    {
        try
        {
            context.Ran(info);
            if (check.Require is { } required)
            {
                if (regex?.IsMatch(text) ?? text.IndexOf(required, StringComparison.OrdinalIgnoreCase) >= 0) return;
                context.Report(info, $"'{required}' is not in the file.", suggestion: check.Remedy.Length == 0 ? null : check.Remedy);
                return;
            }

            foreach (var (index, length) in Matches(check.Forbid!, regex, text).Take(MaxFindings))
            {
                var (line, column) = Place(text, index);
                context.Report(info, $"'{check.Forbid}' is in the file.", line, column, value: text.Substring(index, Math.Min(length, 120)), suggestion: check.Remedy.Length == 0 ? null : check.Remedy);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            context.NotRun(info, $"the expression took more than {Limit.TotalSeconds:0} second on this file");
        }
    }

    private static IEnumerable<(int Index, int Length)> Matches(string forbidden, Regex? regex, string text)
    {
        if (regex is not null)
        {
            for (var match = regex.Match(text); match.Success; match = match.NextMatch())
                yield return (match.Index, match.Length);
            yield break;
        }

        for (var at = text.IndexOf(forbidden, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(forbidden, at + forbidden.Length, StringComparison.OrdinalIgnoreCase))
            yield return (at, forbidden.Length);
    }

    private static (int Line, int Column) Place(string text, int index)
    {
        var line = 1;
        var start = 0;
        for (var i = text.IndexOf('\n'); i >= 0 && i < index; i = text.IndexOf('\n', i + 1))
        {
            line++;
            start = i + 1;
        }

        return (line, index - start + 1);
    }

    private static bool IsAbout(TextCheck check, CampaignAsset asset, CampaignBrief brief) =>
        ForRegions(check, brief) && (check.Files.Count == 0 ? CampaignAreas.Of(asset.Kind) == check.Area : check.Files.Any(pattern => Wildcard.IsMatch(pattern, asset.Name)));

    private static bool ForRegions(TextCheck check, CampaignBrief brief) => check.Regions.Count == 0 || check.Regions.Any(region => brief.Regions.Contains(region, StringComparer.OrdinalIgnoreCase));

    // Team texts are looked for in the source as it is: what a parser would make of it is the work of the other checks.
    private static string TextOf(byte[] content) => Encoding.UTF8.GetString(content);

    private static RuleInfo Rule(TextCheck check) => new(
        check.Id, CampaignCheckInfo.RuleArea, check.Name, check.Severity, check.Require is null ? $"'{check.Forbid}' is in a file." : $"'{check.Require}' is missing.",
        check.Remedy.Length == 0 ? "Ask the owner of the policy." : check.Remedy, "the team's policy, campaignQA.checks");
}
