using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Utm;
using MopsPS.Policy;

namespace MopsPS.Utm;

/// <summary>Builds links with UTM parameters that fit the policy, one by one or from the rows of a plan.</summary>
/// <remarks>
/// <para>Case, separators and other spellings of allowed values are written as the policy has them; Changes says what was. The link's own query
/// and fragment are kept, and a UTM parameter that it has already is replaced where a value is given for it. Building a built link again gives the same link.</para>
/// <para>A link on which Test-MopsUtm would find a warning or an error is not built. There is one error for each reason, with the nearest allowed value where
/// there is one. Its id is Utm and the name of the rule, for example UtmMissingParameter, and UtmValueNotAllowed for a value that the policy does not list;
/// its target object is the finding.</para>
/// <para>Tokens of the platforms that the policy allows, for example {creative}, are written as they are: the platforms do not know them encoded.</para>
/// </remarks>
/// <example>
/// <para>Builds one link.</para>
/// <code>New-MopsUtmLink 'https://www.example.com/launch' -Source newsletter -Medium email -Campaign 2026q4_emea_autumn-launch</code>
/// </example>
/// <example>
/// <para>Writes another spelling as the policy has it, and shows that it did.</para>
/// <code>(New-MopsUtmLink 'https://www.example.com/launch#plans' -Source FB -Medium 'Paid Social' -Campaign 2026q4_emea_autumn-launch).Changes</code>
/// </example>
/// <example>
/// <para>Builds the links of a plan; the rows that do not fit the policy are said on the error stream.</para>
/// <code>Import-MopsExport ./link-plan.csv | New-MopsUtmLink -ErrorAction SilentlyContinue</code>
/// </example>
[Cmdlet(VerbsCommon.New, "MopsUtmLink")]
[OutputType(typeof(TaggedLink))]
public sealed class NewMopsUtmLinkCommand : MopsCmdlet
{
    private TaggedLinkBuilder? _builder;

    /// <summary>The web address that the link leads to, with its scheme.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Uri", "Link", "Href", "FinalUrl", "Final URL", "LandingPage", "LandingPageUrl", "Landing Page URL", "DestinationUrl", "Destination URL", "WebsiteUrl", "Website URL")]
    [AllowEmptyString]
    public string Url { get; set; } = string.Empty;

    /// <summary>Where the visitor comes from: utm_source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_source", "UtmSource", "Campaign Source")]
    public string? Source { get; set; }

    /// <summary>The kind of traffic: utm_medium.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_medium", "UtmMedium", "Campaign Medium")]
    public string? Medium { get; set; }

    /// <summary>The campaign's name: utm_campaign.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_campaign", "UtmCampaign", "Campaign Name")]
    public string? Campaign { get; set; }

    /// <summary>The keyword: utm_term.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_term", "UtmTerm", "Campaign Term")]
    public string? Term { get; set; }

    /// <summary>What tells links of the same campaign apart: utm_content.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_content", "UtmContent", "Campaign Content")]
    public string? Content { get; set; }

    /// <summary>The campaign's id, for the import of costs: utm_id. Its case and form are kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_id", "UtmId", "Campaign ID")]
    public string? Id { get; set; }

    /// <summary>The platform that the traffic is bought on: utm_source_platform.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_source_platform", "UtmSourcePlatform")]
    public string? SourcePlatform { get; set; }

    /// <summary>The kind of creative: utm_creative_format.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_creative_format", "UtmCreativeFormat")]
    public string? CreativeFormat { get; set; }

    /// <summary>The targeting: utm_marketing_tactic.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("utm_marketing_tactic", "UtmMarketingTactic")]
    public string? MarketingTactic { get; set; }

    /// <summary>A path, the name of a preset, a hashtable or a policy object; without it, the nearest mops.policy.json upward from the current folder.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _builder = new TaggedLinkBuilder(new UtmAuditor(PolicyParameter.Resolve(this, Policy), DateTime.UtcNow.Date));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var build = _builder!.Build(Url, new Dictionary<string, string?>
        {
            ["source"] = Source, ["medium"] = Medium, ["campaign"] = Campaign, ["term"] = Term, ["content"] = Content, ["id"] = Id,
            ["source_platform"] = SourcePlatform, ["creative_format"] = CreativeFormat, ["marketing_tactic"] = MarketingTactic,
        });
        if (build.Link is not null) WriteObject(build.Link);
        foreach (var refusal in build.Refusals) WriteError(LinkErrors.Refused(refusal, build.Display));
    }
}
