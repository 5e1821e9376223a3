using System.Collections.Generic;

namespace MopsPS;

/// <summary>How campaigns are checked before the launch. Single checks are dropped and re-ranked under <see cref="MopsPolicy.Rules"/>.</summary>
public sealed class CampaignQAPolicy
{
    /// <summary>The areas without which there is no go: a check of theirs that could not be made keeps the decision at Incomplete.</summary>
    public IReadOnlyList<CampaignArea> RequiredAreas { get; init => field = ResultList<CampaignArea>.Of(value); } =
        ResultList<CampaignArea>.Of([CampaignArea.Brief, CampaignArea.Email, CampaignArea.Link, CampaignArea.LandingPage, CampaignArea.Audience]);

    /// <summary>The least severity of a finding that makes its check fail. Checks that find less warn, or pass with a note.</summary>
    public Severity FailOn { get; init; } = Severity.Error;

    /// <summary>More checks that warn are no go; null for any number.</summary>
    public int? MaxWarnings { get; init; }

    /// <summary>How many days after the run a waiver may still hold at most; null for any.</summary>
    public int? MaxWaiverDays { get; init; }

    /// <summary>Checks that no waiver lets pass, by id.</summary>
    public IReadOnlyList<string> NeverWaive { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>What people have to do and sign.</summary>
    public IReadOnlyList<ManualCheck> SignOffs { get; init => field = ResultList<ManualCheck>.Of(value); } = ResultList<ManualCheck>.Of([
        new ManualCheck { Name = "Proofreading", Summary = "Someone who did not write the texts has read them." },
        new ManualCheck { Name = "Test send", Summary = "A test send was looked at on a desktop and a phone, in light and dark mode, and each link was followed." },
    ]);

    /// <summary>Checks of the team's own.</summary>
    public IReadOnlyList<TextCheck> Checks { get; init => field = ResultList<TextCheck>.Of(value); } = ResultList<TextCheck>.Empty;

    /// <summary>Files of the folder that are not looked at; wildcards below the campaign's folder.</summary>
    public IReadOnlyList<string> Ignore { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Working days between the last passing run and the launch that count as in time; see Measure-MopsCampaignQA.</summary>
    public int LeadDays { get; init; } = 1;

    /// <summary>What the checks of e-mails and of landing pages share.</summary>
    public ContentCheckPolicy Content { get; init; } = new();

    /// <summary>What every e-mail must say.</summary>
    public EmailCheckPolicy Email { get; init; } = new();

    /// <summary>What every landing page must have.</summary>
    public LandingPageCheckPolicy LandingPage { get; init; } = new();

    /// <summary>The merge tokens.</summary>
    public TokenPolicy Tokens { get; init; } = new();
}

/// <summary>Something that a person has to do before the launch.</summary>
public sealed class ManualCheck
{
    /// <summary>The item, for example <c>Test send</c>; the brief signs it by this name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What is to be done.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>Who may sign, by name or wildcard; empty for anyone.</summary>
    public IReadOnlyList<string> Signers { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether there is no go without it.</summary>
    public bool Required { get; init; } = true;

    /// <summary>How many days a signature holds; null for any time.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A check of the team's own: a text that must be in certain files, or must not.</summary>
public sealed class TextCheck
{
    /// <summary>The id, for example <c>ACME001</c>.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The name, in PascalCase.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The part of the campaign it stands under.</summary>
    public CampaignArea Area { get; init; } = CampaignArea.Email;

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The files, as wildcards below the campaign's folder; empty for all of the area.</summary>
    public IReadOnlyList<string> Files { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The regions for which it is made; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The text or regular expression that must be there; null for none.</summary>
    public string? Require { get; init; }

    /// <summary>The text or regular expression that must not be there; null for none.</summary>
    public string? Forbid { get; init; }

    /// <summary>Whether they are regular expressions (no regard to case, with a time limit) and not plain texts.</summary>
    public bool IsRegex { get; init; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; init; } = string.Empty;

    /// <summary>Reads like <c>ACME001 OldBrandName</c>.</summary>
    public override string ToString() => $"{Id} {Name}";
}
