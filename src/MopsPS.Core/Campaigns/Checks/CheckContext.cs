using System;
using System.Collections.Generic;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>What checks see beside the file, and where they report. One for each file and checker, so that nothing is shared between threads.</summary>
internal sealed class CheckContext
{
    private const int MaxFindings = 100;
    private readonly Dictionary<string, CheckOutcome> _outcomes = new(StringComparer.Ordinal);
    private readonly CampaignRun _run;

    public CheckContext(CampaignRun run, CampaignAsset? asset, CancellationToken cancellation)
    {
        _run = run;
        Asset = asset;
        Cancellation = cancellation;
    }

    /// <summary>The file that is looked at; null for the campaign as a whole.</summary>
    public CampaignAsset? Asset { get; }

    /// <summary>The campaign with all its files.</summary>
    public CampaignFolder Campaign => _run.Campaign;

    /// <summary>The brief; empty where there is none or it has mistakes.</summary>
    public CampaignBrief Brief => _run.Campaign.Brief;

    /// <summary>The team's policy.</summary>
    public MopsPolicy Policy => _run.Policy;

    /// <summary>The rules as the policy sets them.</summary>
    public RuleSet Rules => _run.Rules;

    /// <summary>The day of the run.</summary>
    public DateTime Today => _run.Time.Date;

    /// <summary>Whether personal data is shown as it is.</summary>
    public bool ShowPersonalData => _run.ShowPersonalData;

    /// <summary>The row of the launch calendar; null where the folder was named.</summary>
    internal CalendarEntry? Entry => _run.Entry;

    /// <summary>Cancelled on Ctrl-C.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>What was said of each check.</summary>
    internal IReadOnlyDictionary<string, CheckOutcome> Outcomes => _outcomes;

    /// <summary>Results that the check leaves for <see cref="CampaignQAResult.Parts"/>.</summary>
    internal List<IMopsResult> Parts { get; } = [];

    /// <summary>Whether the policy lets a check run; one that is off is in no checklist.</summary>
    public bool IsOn(CampaignCheckInfo check) => Rules.IsEnabled(check.Rule) && _run.Covers(check.Area);

    /// <summary>Says that a check was made here. Without a report it passes.</summary>
    public void Ran(CampaignCheckInfo check) => Outcome(check).Ran = true;

    /// <summary>Says that a check has nothing to look at here, and that this is right so.</summary>
    public void NotApplicable(CampaignCheckInfo check, string reason) => Outcome(check).NotApplicable ??= reason;

    /// <summary>Says that a check could not be made here, and why. Never a pass, whatever else is said.</summary>
    public void NotRun(CampaignCheckInfo check, string reason) => Outcome(check).NotRun ??= reason;

    /// <summary>Reports what a check found; it counts as made. Value and message are masked here. After a hundred findings of a check in a file the rest is counted.</summary>
    /// <param name="check">The check.</param>
    /// <param name="message">One sentence that says what is wrong.</param>
    /// <param name="line">The line, one-based; 0 for none.</param>
    /// <param name="column">The position in the line, one-based; 0 for none.</param>
    /// <param name="field">What in the file it is about, for example <c>subject</c>, <c>a href</c>, <c>img alt</c>.</param>
    /// <param name="value">The text found.</param>
    /// <param name="suggestion">What to put instead; null where nothing certain can be said.</param>
    /// <param name="asset">The file, where it is not the one looked at.</param>
    /// <param name="row">The row of a table, one-based; 0 for none.</param>
    public void Report(
        CampaignCheckInfo check, string message, int line = 0, int column = 0, string? field = null, string? value = null, string? suggestion = null, CampaignAsset? asset = null, int row = 0)
    {
        var outcome = Outcome(check);
        outcome.Ran = true;
        if (!IsOn(check)) return;
        if (outcome.Findings.Count >= MaxFindings)
        {
            outcome.More++;
            return;
        }

        asset ??= Asset;
        outcome.Findings.Add(Rules.Create(
            check.Rule, Mask(message)!, asset?.Name, field, Shorten(Mask(value)), Mask(suggestion),
            asset is null ? null : new SourcePosition(asset.Path, row, line, null, column)));
    }

    /// <summary>Reports a finding that another part of the module made, with its own place. It must be masked already.</summary>
    public void Report(CampaignCheckInfo check, Finding finding)
    {
        var outcome = Outcome(check);
        outcome.Ran = true;
        if (!IsOn(check)) return;
        if (outcome.Findings.Count >= MaxFindings) outcome.More++;
        else outcome.Findings.Add(finding);
    }

    /// <summary>Leaves a result for scripts and reports, for example the counts of the audience.</summary>
    public void Add(IMopsResult part) => Parts.Add(part);

    /// <summary>Why a waiver does not hold; null where it does.</summary>
    internal (CampaignCheckInfo Check, string Message)? WaiverProblem(CampaignWaiver waiver) => WaiverRules.Problem(waiver, _run);

    private CheckOutcome Outcome(CampaignCheckInfo check)
    {
        if (!_outcomes.TryGetValue(check.Id, out var outcome)) _outcomes.Add(check.Id, outcome = new CheckOutcome());
        return outcome;
    }

    private string? Mask(string? text) => text is null || ShowPersonalData ? text : ReportText.Mask(text);

    private static string? Shorten(string? text) => text is { Length: > 300 } ? text.Substring(0, 300) + "…" : text;
}
