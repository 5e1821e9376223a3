using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>The rules for campaign records.</summary>
public static class CampaignRules
{
    private const string Area = "Campaigns";
    private const string Team = "the team's policy, campaigns";

    /// <summary>A needed field is empty.</summary>
    public static readonly RuleInfo MissingCampaignField = new("CMP001", Area, nameof(MissingCampaignField), Severity.Error, "A campaign lacks a field that it needs.", "Fill it in before the campaign starts.", Team);

    /// <summary>The export has no column for a needed field.</summary>
    public static readonly RuleInfo MissingCampaignColumn = new("CMP002", Area, nameof(MissingCampaignColumn), Severity.Warning, "The export has no column for a field that campaigns need: it could not be checked.", "Export the column, or name it with -FieldMap.", Team);

    /// <summary>A value is not on the list.</summary>
    public static readonly RuleInfo CampaignValueNotAllowed = new("CMP003", Area, nameof(CampaignValueNotAllowed), Severity.Error, "A campaign has a value that is not on the list of its field.", "Choose a value of the list, or add it to the policy.", Team + ".values");

    /// <summary>The name does not follow the convention.</summary>
    public static readonly RuleInfo CampaignNameNotConforming = new("CMP004", Area, nameof(CampaignNameNotConforming), Severity.Error, "A campaign's name does not follow the convention; the message names the part that is wrong.", "Rename it before its name stands in links and reports.", Team + ".naming");

    /// <summary>Two campaigns have one name.</summary>
    public static readonly RuleInfo DuplicateCampaignName = new("CMP005", Area, nameof(DuplicateCampaignName), Severity.Warning, "Campaigns have the same name but for case and blanks.", "Rename or merge them: reports by name add them up.", "practice");

    /// <summary>Two rows have one id.</summary>
    public static readonly RuleInfo DuplicateCampaignId = new("CMP006", Area, nameof(DuplicateCampaignId), Severity.Error, "Rows have the same campaign id.", "Export each campaign once.", "practice");

    /// <summary>The end is before the start.</summary>
    public static readonly RuleInfo EndBeforeStart = new("CMP007", Area, nameof(EndBeforeStart), Severity.Error, "A campaign ends before it starts.", "Correct the dates.", "practice");

    /// <summary>Active after its end.</summary>
    public static readonly RuleInfo ActiveAfterEnd = new("CMP008", Area, nameof(ActiveAfterEnd), Severity.Warning, "A campaign is active after its end.", "Complete it, or move its end.", Team + ".statuses");

    /// <summary>Planned although its start has passed.</summary>
    public static readonly RuleInfo PlannedAfterStart = new("CMP009", Area, nameof(PlannedAfterStart), Severity.Warning, "A campaign is planned and its start has passed.", "Start it, move its start, or cancel it.", Team + ".statuses");

    /// <summary>Active before its start.</summary>
    public static readonly RuleInfo ActiveBeforeStart = new("CMP010", Area, nameof(ActiveBeforeStart), Severity.Warning, "A campaign runs or is finished before its start.", "Correct the status or the start.", Team + ".statuses");

    /// <summary>Finished before its end.</summary>
    public static readonly RuleInfo FinishedBeforeEnd = new("CMP011", Area, nameof(FinishedBeforeEnd), Severity.Information, "A campaign is finished before its end.", "Move its end to the day on which it ended.", Team + ".statuses");

    /// <summary>The box says active and the status does not, or the other way round.</summary>
    public static readonly RuleInfo ActiveFlagMismatch = new("CMP012", Area, nameof(ActiveFlagMismatch), Severity.Warning, "The active box of a campaign contradicts its status.", "Correct one of the two: Salesforce offers only active campaigns for new members and influence.", Team + ".statuses");

    /// <summary>It runs too long.</summary>
    public static readonly RuleInfo CampaignTooLong = new("CMP013", Area, nameof(CampaignTooLong), Severity.Warning, "A campaign runs for more days than are allowed.", "Split it, or correct a date: a wrong year is the usual reason.", Team + ".maxDays");

    /// <summary>A negative amount.</summary>
    public static readonly RuleInfo NegativeAmount = new("CMP014", Area, nameof(NegativeAmount), Severity.Error, "A budget, cost or revenue is below zero.", "Correct the amount.", "practice");

    /// <summary>Costs above the budget.</summary>
    public static readonly RuleInfo OverBudget = new("CMP015", Area, nameof(OverBudget), Severity.Warning, "A campaign cost more than its budget allows.", "Correct the amounts, or have the budget raised.", Team + ".budgetTolerance");

    /// <summary>Costs without a budget.</summary>
    public static readonly RuleInfo CostWithoutBudget = new("CMP016", Area, nameof(CostWithoutBudget), Severity.Warning, "A campaign has costs and no budget.", "Enter the budget: without it nothing can be compared.", "practice");

    /// <summary>The parent is not in the export.</summary>
    public static readonly RuleInfo MissingParent = new("CMP017", Area, nameof(MissingParent), Severity.Warning, "A campaign's parent is not in the export.", "Export all campaigns, or correct the parent.", "practice");

    /// <summary>A circle of parents.</summary>
    public static readonly RuleInfo HierarchyCycle = new("CMP018", Area, nameof(HierarchyCycle), Severity.Error, "A campaign is its own parent, over others or directly.", "Take one of the parents away.", "practice");

    /// <summary>Too many levels.</summary>
    public static readonly RuleInfo HierarchyTooDeep = new("CMP019", Area, nameof(HierarchyTooDeep), Severity.Warning, "A campaign stands deeper in the hierarchy than is allowed.", "Move it up.", Team + ".maxDepth; Salesforce holds five levels");

    /// <summary>A parent of the wrong type.</summary>
    public static readonly RuleInfo ParentTypeMismatch = new("CMP020", Area, nameof(ParentTypeMismatch), Severity.Warning, "A campaign's parent has a type that does not go with its own.", "Choose another parent.", Team + ".parents");

    /// <summary>Dates outside those of the parent.</summary>
    public static readonly RuleInfo OutsideParentDates = new("CMP021", Area, nameof(OutsideParentDates), Severity.Information, "A campaign starts before its parent or ends after it.", "Correct the dates of one of the two.", "practice");

    /// <summary>A member status is missing.</summary>
    public static readonly RuleInfo MissingMemberStatus = new("CMP022", Area, nameof(MissingMemberStatus), Severity.Warning, "A campaign lacks a member status that its type has.", "Add it before members come in.", Team + ".memberStatuses");

    /// <summary>A member status too many.</summary>
    public static readonly RuleInfo UnexpectedMemberStatus = new("CMP023", Area, nameof(UnexpectedMemberStatus), Severity.Warning, "A campaign has a member status that its type does not have.", "Replace it: reports by status add up over campaigns.", Team + ".memberStatuses");

    /// <summary>No status means that someone responded.</summary>
    public static readonly RuleInfo NoRespondedStatus = new("CMP024", Area, nameof(NoRespondedStatus), Severity.Error, "No member status of a campaign means that the member responded.", "Mark one as responded, or no response is ever counted.", "Salesforce Object Reference, CampaignMemberStatus (API 39 and later)");

    /// <summary>No default status, or several.</summary>
    public static readonly RuleInfo DefaultMemberStatus = new("CMP025", Area, nameof(DefaultMemberStatus), Severity.Error, "A campaign has no default member status, or several.", "Mark exactly one as the default.", "Salesforce Object Reference, CampaignMemberStatus (API 39 and later)");

    /// <summary>A value that cannot be read.</summary>
    public static readonly RuleInfo UnreadableCampaignValue = new("CMP026", Area, nameof(UnreadableCampaignValue), Severity.Error, "A date or an amount of a campaign cannot be read; it counts as missing.", "Name the culture of the export, or correct the value.", "practice");

    /// <summary>Members of a campaign that is not in the export.</summary>
    public static readonly RuleInfo MembersWithoutCampaign = new("CMP027", Area, nameof(MembersWithoutCampaign), Severity.Warning, "Member statuses belong to campaigns that are not in the export.", "Export all campaigns.", "practice");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        MissingCampaignField, MissingCampaignColumn, CampaignValueNotAllowed, CampaignNameNotConforming, DuplicateCampaignName, DuplicateCampaignId, EndBeforeStart, ActiveAfterEnd, PlannedAfterStart,
        ActiveBeforeStart, FinishedBeforeEnd, ActiveFlagMismatch, CampaignTooLong, NegativeAmount, OverBudget, CostWithoutBudget, MissingParent, HierarchyCycle, HierarchyTooDeep, ParentTypeMismatch,
        OutsideParentDates, MissingMemberStatus, UnexpectedMemberStatus, NoRespondedStatus, DefaultMemberStatus, UnreadableCampaignValue, MembersWithoutCampaign,
    ];
}
