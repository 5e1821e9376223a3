using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>Adds up what was said of each check over all files to one line of the checklist, and applies the waivers.</summary>
internal sealed class Checklist
{
    private readonly CampaignRun _run;
    private readonly Dictionary<string, List<CheckOutcome>> _outcomes = new(StringComparer.Ordinal);
    private readonly CampaignWaiver[] _waivers;
    private readonly HashSet<CampaignWaiver> _used = [];

    public Checklist(CampaignRun run, IEnumerable<(ICampaignChecker Checker, CheckContext Context)> contexts)
    {
        _run = run;
        _waivers = [.. run.Campaign.Brief.Waivers.Where(waiver => WaiverRules.Problem(waiver, run) is null)];
        foreach (var (_, context) in contexts)
        {
            foreach (var pair in context.Outcomes)
            {
                if (!_outcomes.TryGetValue(pair.Key, out var list)) _outcomes.Add(pair.Key, list = []);
                list.Add(pair.Value);
                pair.Value.IsFile = context.Asset is not null;
            }
        }
    }

    /// <summary>The checklist, area by area in the order of the catalog; manual items at the end.</summary>
    public IReadOnlyList<CampaignCheck> Build()
    {
        var checks = CampaignCheckers.Of(_run.Checkers)
            .Where(check => _run.Covers(check.Area) && _run.Rules.IsEnabled(check.Rule) && check != BriefChecker.UselessWaiver)
            .Select(Line).ToList();
        // Whether a waiver was of use is known only now.
        if (_run.Covers(CampaignArea.Brief) && _run.Rules.IsEnabled(BriefChecker.UselessWaiver.Rule)) checks.Add(Useless());
        if (_run.Covers(CampaignArea.SignOff)) checks.AddRange(SignOffs.Check(_run));
        return [.. checks.OrderBy(check => check.Area)];
    }

    private CampaignCheck Line(CampaignCheckInfo check)
    {
        if (_run.NotApplicable(check.Area) is { } reason) return Make(check, CampaignCheckStatus.NotApplicable, $"the brief: {reason}", [], 0, false);
        _outcomes.TryGetValue(check.Id, out var outcomes);
        outcomes ??= [];
        var evidence = outcomes.SelectMany(outcome => outcome.Findings).Select(finding => Waived(check, finding)).ToArray();
        var notRun = outcomes.Select(outcome => outcome.NotRun).FirstOrDefault(text => text is not null);
        var files = outcomes.Count(outcome => outcome.IsFile && outcome.Ran);
        var worst = evidence.Where(finding => !finding.IsSuppressed).Select(finding => (Severity?)finding.Severity).Max();
        var more = outcomes.Sum(outcome => outcome.More);
        var note = more > 0 ? $"{more} more findings are not listed" : null;
        var isWaived = evidence.Any(finding => finding.IsSuppressed && finding.Reason!.StartsWith(WaiverRules.Prefix, StringComparison.Ordinal));
        if (worst >= _run.Policy.CampaignQA.FailOn) return Make(check, CampaignCheckStatus.Fail, note, evidence, files, isWaived);
        if (notRun is null && !outcomes.Any(outcome => outcome.Ran))
        {
            if (outcomes.Select(outcome => outcome.NotApplicable).FirstOrDefault(text => text is not null) is { } inapplicable)
                return Make(check, CampaignCheckStatus.NotApplicable, inapplicable, evidence, 0, false);
            notRun = CampaignAreas.Missing(check.Area);
        }

        if (notRun is not null)
        {
            var waiver = _waivers.FirstOrDefault(candidate => candidate.File is null && WaiverRules.IsFor(candidate, check));
            if (waiver is not null) _used.Add(waiver);
            return Make(check, CampaignCheckStatus.NotRun, waiver is null ? notRun : $"{notRun}; {WaiverRules.Text(waiver)}", evidence, files, waiver is not null);
        }

        return Make(check, worst == Severity.Warning ? CampaignCheckStatus.Warning : CampaignCheckStatus.Pass, note, evidence, files, isWaived);
    }

    private Finding Waived(CampaignCheckInfo check, Finding finding)
    {
        if (finding.IsSuppressed || _waivers.FirstOrDefault(waiver => WaiverRules.IsFor(waiver, check) && Wildcard.IsMatch(waiver.File, finding.Target)) is not { } found) return finding;
        _used.Add(found);
        return new Finding(finding.RuleId, finding.Severity, finding.Message)
        {
            Target = finding.Target,
            Field = finding.Field,
            Value = finding.Value,
            Suggestion = finding.Suggestion,
            Source = finding.Source,
            HelpUri = finding.HelpUri,
            IsSuppressed = true,
            Reason = WaiverRules.Text(found),
        };
    }

    private CampaignCheck Useless()
    {
        var context = new CheckContext(_run, _run.Campaign.Of(CampaignAssetKind.Brief).FirstOrDefault(), default);
        foreach (var waiver in _waivers.Where(waiver => !_used.Contains(waiver)))
            context.Report(BriefChecker.UselessWaiver, $"The waiver of {waiver.Check} has nothing to waive.", waiver.Line, 0, "waivers", waiver.ToString(), "Remove it.");
        if (!_run.Campaign.HasBrief) context.NotRun(BriefChecker.UselessWaiver, "there is no brief that can be used");
        else context.Ran(BriefChecker.UselessWaiver);
        _outcomes[BriefChecker.UselessWaiver.Id] = [.. context.Outcomes.Values];
        return Line(BriefChecker.UselessWaiver);
    }

    private CampaignCheck Make(CampaignCheckInfo check, CampaignCheckStatus status, string? reason, IReadOnlyList<Finding> evidence, int files, bool isWaived) => new()
    {
        Campaign = _run.Campaign.Name,
        Area = check.Area,
        CheckId = check.Id,
        Name = check.Rule.Name,
        Status = status,
        Severity = _run.Rules.SeverityOf(check.Rule),
        FileCount = files,
        Reason = reason,
        Remedy = status is CampaignCheckStatus.Fail or CampaignCheckStatus.Warning ? check.Rule.Remedy : null,
        Evidence = [.. evidence.OrderBy(finding => finding.Target ?? string.Empty, StringComparer.Ordinal).ThenBy(finding => finding.Source?.Line ?? 0).ThenBy(finding => finding.Source?.Character ?? 0)],
        IsWaived = isWaived,
    };
}
