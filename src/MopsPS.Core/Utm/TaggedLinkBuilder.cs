using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>
/// Builds links that fit the policy. What is certain is normalised (case, separators, aliases); a link on which the audit
/// would still find something of severity Warning or Error is refused, so a built link is compliant by construction.
/// </summary>
public sealed class TaggedLinkBuilder
{
    private readonly UtmAuditor _auditor;

    /// <summary>Makes a builder.</summary>
    /// <param name="auditor">The auditor that judges the links.</param>
    public TaggedLinkBuilder(UtmAuditor auditor) => _auditor = auditor ?? throw new ArgumentNullException(nameof(auditor));

    /// <summary>Builds one link. Building a built link with the same values gives the same link.</summary>
    /// <param name="url">The web address; its query and fragment are kept, its own UTM parameters stay unless a value is given for them.</param>
    /// <param name="values">Values by short name (<see cref="UtmKeys.ShortNames"/>); blank ones count as not given.</param>
    /// <returns>The link, or the reasons why there is none. Never fails for any text.</returns>
    /// <exception cref="ArgumentException">A name is no short name of a UTM parameter.</exception>
    public TaggedLinkBuild Build(string url, IReadOnlyDictionary<string, string?> values)
    {
        if (url is null) throw new ArgumentNullException(nameof(url));
        if (values is null) throw new ArgumentNullException(nameof(values));
        if (values.Keys.FirstOrDefault(name => !UtmKeys.ShortNames.Contains(name)) is { } unknown) throw new ArgumentException($"'{unknown}' is no UTM parameter.", nameof(values));

        var given = values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!.Trim());
        var parsed = WebUrl.Parse(url);
        var draft = parsed.Kind == UrlKind.Web ? LinkDraft.Write(parsed, given) : url;
        var first = _auditor.Audit(draft);
        var text = first.CorrectedUrl ?? draft;
        var result = first.CorrectedUrl is null ? first : _auditor.Audit(text);
        var refusals = result.Findings.Where(finding => !finding.IsSuppressed && finding.Severity >= Severity.Warning).ToArray();
        if (refusals.Length > 0) return new TaggedLinkBuild(null, refusals, result.Url);
        if (parsed.Kind != UrlKind.Web)
        {
            // The rule that says so may be switched off; a link is built from a full web address all the same.
            return new TaggedLinkBuild(null, [_auditor.Rules.Create(UtmRules.MalformedUrl, "The text is no full web address.", result.Url, null, result.Url, "https://")], result.Url);
        }

        return new TaggedLinkBuild(Link(url, text, result, given), [], result.Url);
    }

    private static TaggedLink Link(string url, string text, UtmResult result, Dictionary<string, string> given)
    {
        var written = new Dictionary<string, string?>
        {
            ["source"] = result.Source, ["medium"] = result.Medium, ["campaign"] = result.Campaign, ["term"] = result.Term, ["content"] = result.Content,
            ["id"] = result.Id, ["source_platform"] = result.SourcePlatform, ["creative_format"] = result.CreativeFormat, ["marketing_tactic"] = result.MarketingTactic,
        };
        return new TaggedLink
        {
            Url = text,
            BaseUrl = url,
            Source = result.Source,
            Medium = result.Medium,
            Campaign = result.Campaign,
            Term = result.Term,
            Content = result.Content,
            Id = result.Id,
            SourcePlatform = result.SourcePlatform,
            CreativeFormat = result.CreativeFormat,
            MarketingTactic = result.MarketingTactic,
            Channel = result.Channel,
            Changes = [.. UtmKeys.ShortNames.Where(name => given.TryGetValue(name, out var value) && value != written[name])
                .Select(name => $"{UtmKeys.Prefix}{name}: '{given[name]}' written '{written[name]}'")],
        };
    }
}
