using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>The checks of the brief, of the folder, and of the row of the launch calendar.</summary>
internal sealed class BriefChecker : ICampaignChecker
{
    /// <summary>The brief is missing or has mistakes.</summary>
    public static readonly CampaignCheckInfo InvalidBrief = Make(
        "CQA001", nameof(InvalidBrief), Severity.Error, "The brief is missing or has mistakes.",
        "Write campaign.json by mops.campaign.schema.json; New-MopsCampaign makes one to start from.", "practice: what is not agreed cannot be checked");

    /// <summary>A file cannot be read.</summary>
    public static readonly CampaignCheckInfo UnreadableCampaignFile = Make(
        "CQA002", nameof(UnreadableCampaignFile), Severity.Error, "A file of the campaign cannot be read: it is too large, damaged, a link or not accessible.",
        "Put a readable copy into the folder, or take the file out.", "practice: what cannot be read is not checked");

    /// <summary>The folder has nothing that goes out.</summary>
    public static readonly CampaignCheckInfo EmptyCampaign = Make(
        "CQA003", nameof(EmptyCampaign), Severity.Error, "The folder holds no e-mail and no landing page.",
        "Put the files into emails/ and landing-pages/; about_MopsPS_CampaignQA has the convention.", "practice: no input is not a pass");

    /// <summary>A file has no place in the convention.</summary>
    public static readonly CampaignCheckInfo UnplacedFile = Make(
        "CQA004", nameof(UnplacedFile), Severity.Information, "A file has no place in the convention of campaign folders, and is not checked.",
        "Move it into the folder of its kind, or name it under campaignQA.ignore in the policy.", "about_MopsPS_CampaignQA");

    /// <summary>The launch date is past.</summary>
    public static readonly CampaignCheckInfo PastLaunchDate = Make(
        "CQA005", nameof(PastLaunchDate), Severity.Warning, "The launch date of the brief is past.",
        "Give the new date, or stop: the campaign is out already.", "practice: QA is made before the launch");

    /// <summary>A waiver has ended.</summary>
    public static readonly CampaignCheckInfo ExpiredWaiver = Make(
        "CQA006", nameof(ExpiredWaiver), Severity.Warning, "A waiver has ended and does not count any more.",
        "Mend what it let pass, or have it waived anew with a reason.", "practice: an exception that nobody remembers is a hole");

    /// <summary>A waiver does not hold.</summary>
    public static readonly CampaignCheckInfo WaiverNotAllowed = Make(
        "CQA007", nameof(WaiverNotAllowed), Severity.Error, "A waiver names a check that there is not or that nobody may waive, or holds longer than the policy allows.",
        "Take it out, or ask the owner of the policy.", "the team's policy, campaignQA.neverWaive and campaignQA.maxWaiverDays");

    /// <summary>A waiver has nothing to waive.</summary>
    public static readonly CampaignCheckInfo UselessWaiver = Make(
        "CQA008", nameof(UselessWaiver), Severity.Information, "A waiver has nothing to waive.",
        "Take it out: it would hide the next fault of its kind.", "practice: an exception that nobody needs is a hole");

    /// <summary>The brief speaks of a file that is not there.</summary>
    public static readonly CampaignCheckInfo BriefFileMissing = Make(
        "CQA009", nameof(BriefFileMissing), Severity.Error, "The brief speaks of an e-mail or a landing page that is not in the folder.",
        "Put the file in, or correct the brief.", "the campaign's brief");

    /// <summary>The brief says that there is none, and there is.</summary>
    public static readonly CampaignCheckInfo ContradictedArea = Make(
        "CQA010", nameof(ContradictedArea), Severity.Warning, "The brief says that an area does not apply, and there are files or test leads of it; they are checked.",
        "Take the entry out of notApplicable, or the files out of the folder.", "the campaign's brief");

    /// <summary>Someone signed what nobody asked for.</summary>
    public static readonly CampaignCheckInfo UnknownSignOff = Make(
        "CQA011", nameof(UnknownSignOff), Severity.Warning, "The brief has a signature for an item that the policy does not have.",
        "Use the name of an item of campaignQA.signOffs.", "the team's policy, campaignQA.signOffs");

    /// <summary>Brief and calendar say different things.</summary>
    public static readonly CampaignCheckInfo CalendarMismatch = Make(
        "CQA012", nameof(CalendarMismatch), Severity.Error, "The launch calendar says something else than the brief.",
        "Correct the one that is wrong.", "practice: one launch, one date");

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } =
    [
        InvalidBrief, CalendarMismatch, PastLaunchDate, BriefFileMissing, ContradictedArea, EmptyCampaign, UnreadableCampaignFile, UnplacedFile,
        ExpiredWaiver, WaiverNotAllowed, UselessWaiver, UnknownSignOff,
    ];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        CheckFiles(context);
        CheckBrief(context);
        if (!context.Campaign.HasBrief)
        {
            foreach (var check in Checks.Where(check => check != InvalidBrief && !context.Outcomes.ContainsKey(check.Id))) context.NotRun(check, "there is no brief that can be used");
            return;
        }

        CheckPlan(context);
        CheckWaivers(context);
    }

    private static void CheckBrief(CheckContext context)
    {
        context.Ran(InvalidBrief);
        var file = BriefFile(context);
        foreach (var problem in context.Campaign.BriefProblems)
            context.Report(InvalidBrief, problem.Message, problem.Line, problem.Column, problem.JsonPath, problem.Value, problem.Suggestion, file);
    }

    private static void CheckFiles(CheckContext context)
    {
        context.Ran(UnreadableCampaignFile);
        context.Ran(UnplacedFile);
        context.Ran(EmptyCampaign);
        foreach (var asset in context.Campaign.Assets)
        {
            if (asset.Kind == CampaignAssetKind.Other) context.Report(UnplacedFile, "The file has no place in the convention of campaign folders, and is not checked.", asset: asset);
            else if (asset.Problem is not null) context.Report(UnreadableCampaignFile, $"The file is not checked: {asset.Problem}.", asset: asset);
        }

        if (!context.Campaign.Of(CampaignAssetKind.Email, CampaignAssetKind.EmailMessage, CampaignAssetKind.LandingPage).Any())
            context.Report(EmptyCampaign, "There is no e-mail and no landing page in the folder.", value: context.Campaign.Path);
    }

    private static void CheckPlan(CheckContext context)
    {
        var brief = context.Brief;
        context.Ran(PastLaunchDate);
        if (brief.LaunchDate < context.Today) Report(context, PastLaunchDate, "$.launchDate", $"The launch date is {Day(brief.LaunchDate)}, and today is {Day(context.Today)}.", Day(brief.LaunchDate));
        if (context.Entry is { } entry) CheckCalendar(context, entry);
        else context.NotApplicable(CalendarMismatch, "the campaign was not named by a launch calendar");
        context.Ran(BriefFileMissing);
        Present(context, "emails", "e-mail", brief.Emails.Select(email => email.File), CampaignAssetKind.Email, CampaignAssetKind.EmailMessage);
        Present(context, "landingPages", "landing page", brief.LandingPages.Select(page => page.File), CampaignAssetKind.LandingPage);
        context.Ran(ContradictedArea);
        foreach (var area in brief.NotApplicable.Keys.OrderBy(area => area).Where(area => CampaignAreas.Has(context.Campaign, area)))
            Report(context, ContradictedArea, $"$.notApplicable.{area}", $"The brief says that {area} does not apply, and there are {(area == CampaignArea.Routing ? "test leads" : "files of it")}.", area.ToString());
    }

    private static void Present(CheckContext context, string key, string what, IEnumerable<string> patterns, params CampaignAssetKind[] kinds)
    {
        var index = -1;
        foreach (var pattern in patterns)
        {
            index++;
            if (context.Campaign.Of(kinds).Any(asset => Wildcard.IsMatch(pattern, asset.Name))) continue;
            Report(context, BriefFileMissing, FormattableString.Invariant($"$.{key}[{index}].file"), $"The brief speaks of the {what} '{pattern}', and no such file is there.", pattern);
        }
    }

    private static void CheckCalendar(CheckContext context, CalendarEntry entry)
    {
        context.Ran(CalendarMismatch);
        Compare("name", entry.Name, context.Brief.Name);
        Compare("owner", entry.Owner, context.Brief.Owner);
        Compare("launchDate", entry.LaunchDate is null ? null : Day(entry.LaunchDate), Day(context.Brief.LaunchDate));

        void Compare(string key, string? calendar, string? brief)
        {
            if (calendar is null || string.Equals(calendar.Trim(), brief?.Trim(), StringComparison.OrdinalIgnoreCase)) return;
            Report(context, CalendarMismatch, "$." + key, $"The launch calendar{(entry.Source is null ? string.Empty : $" ({entry.Source})")} says '{calendar}', the brief '{brief}'.", brief, calendar);
        }
    }

    private static void CheckWaivers(CheckContext context)
    {
        context.Ran(ExpiredWaiver);
        context.Ran(WaiverNotAllowed);
        for (var i = 0; i < context.Brief.Waivers.Count; i++)
        {
            var waiver = context.Brief.Waivers[i];
            if (context.WaiverProblem(waiver) is { } problem) Report(context, problem.Check, FormattableString.Invariant($"$.waivers[{i}]"), problem.Message, waiver.ToString());
        }

        context.Ran(UnknownSignOff);
        var items = context.Policy.CampaignQA.SignOffs.Select(item => item.Name).ToArray();
        for (var i = 0; i < context.Brief.SignOffs.Count; i++)
        {
            var item = context.Brief.SignOffs[i].Item;
            if (items.Contains(item, StringComparer.OrdinalIgnoreCase)) continue;
            Report(context, UnknownSignOff, FormattableString.Invariant($"$.signOffs[{i}].item"), $"The policy has no item '{item}'; it has {(items.Length == 0 ? "none" : string.Join(", ", items))}.", item, PolicyProblems.Nearest(item, items));
        }
    }

    private static void Report(CheckContext context, CampaignCheckInfo check, string path, string message, string? value, string? suggestion = null)
    {
        var (line, column) = context.Brief.PlaceOf(path);
        context.Report(check, message, line, column, path, value, suggestion, BriefFile(context));
    }

    private static CampaignAsset? BriefFile(CheckContext context) => context.Campaign.Of(CampaignAssetKind.Brief).FirstOrDefault();

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static CampaignCheckInfo Make(string id, string name, Severity severity, string summary, string remedy, string source) =>
        new(id, CampaignArea.Brief, name, severity, summary, remedy, source);
}
