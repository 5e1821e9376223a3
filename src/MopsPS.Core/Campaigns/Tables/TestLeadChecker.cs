using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Routing;

namespace MopsPS.Core.Campaigns.Tables;

/// <summary>Where the leads of the campaign will go: the test leads of the brief and of the folder, routed by the policy's rules as they hold on the launch day.</summary>
internal sealed class TestLeadChecker : ICampaignChecker
{
    /// <summary>A test lead does not go where it is expected.</summary>
    public static readonly CampaignCheckInfo MisroutedTestLead = Make(
        "CQA020", nameof(MisroutedTestLead), Severity.Error, "A test lead is not routed to the owner or queue that it expects.",
        "Correct the routing rules, or the expectation of the test lead.", "practice: leads of a campaign need an owner before it starts");

    /// <summary>Nobody gets a test lead.</summary>
    public static readonly CampaignCheckInfo UnroutedTestLead = Make(
        "CQA021", nameof(UnroutedTestLead), Severity.Error, "No routing rule fits a test lead, and there is no fallback: leads like it would be with nobody.",
        "Add a rule or a fallback to the policy's section routing.", "practice: every lead has an owner");

    /// <summary>A test lead goes to an owner who takes no leads.</summary>
    public static readonly CampaignCheckInfo InactiveTestOwner = Make(
        "CQA022", nameof(InactiveTestOwner), Severity.Error, "A test lead is routed to an owner that the policy has as not active.",
        "Name another owner in the rule.", "LeanData and revenuetools routing audits: inactive owners");

    /// <summary>A value of a test lead cannot be read.</summary>
    public static readonly CampaignCheckInfo UnreadableTestLead = Make(
        "CQA023", nameof(UnreadableTestLead), Severity.Warning, "A test lead, or a value of it that routing looks at, cannot be read, so the rules may decide otherwise than for a real lead.",
        "Write the value as the form or the CRM writes it.", "practice: a test with a typo tests the typo");

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MisroutedTestLead, UnroutedTestLead, InactiveTestOwner, UnreadableTestLead];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        var assets = context.Campaign.Of(CampaignAssetKind.RoutingTestLead).ToArray();
        if (assets.Length == 0 && context.Brief.TestLeads.Count == 0) return;
        try
        {
            if (Array.Find(assets, asset => asset.Problem is not null) is { } bad) throw new InvalidDataException($"{bad.Name}: {bad.Problem}");
            var launch = context.Brief.LaunchDate > context.Today ? context.Brief.LaunchDate.Value : context.Today;
            var table = RoutingAnalysis.TableOf(context.Policy, [], launch);
            var leads = new List<TestLead>(TestLeadReader.OfBrief(context));
            foreach (var asset in assets) leads.AddRange(TestLeadReader.OfFile(asset, table, problem => Tell(context, asset, problem), context.Cancellation));
            if (leads.Count == 0) throw new InvalidDataException($"there is no test lead in {string.Join(", ", assets.Select(asset => asset.Name))}");
            Route(context, table, leads);
        }
        catch (Exception exception) when (exception is RoutingException or RoutingRuleException or ExportFormatException or FieldNotFoundException or AmbiguousFieldException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            foreach (var check in Checks) context.NotRun(check, exception.Message.TrimEnd('.'));
        }
    }

    private static void Route(CheckContext context, RoutingTable table, List<TestLead> leads)
    {
        context.Ran(UnroutedTestLead);
        context.Ran(InactiveTestOwner);
        context.Ran(UnreadableTestLead);
        if (leads.TrueForAll(lead => lead.Owner is null)) context.NotRun(MisroutedTestLead, "no test lead says who is to get it; give them a column Expected Owner");
        else context.Ran(MisroutedTestLead);
        var owners = new RoutingOwners(table.Policy);
        foreach (var lead in leads)
        {
            var unread = new RoutingUnread();
            var decision = table.Decide(lead.Values, lead.Website, unread);
            foreach (var field in unread.All.Select(entry => entry.Field).Concat(lead.UnreadDate is null ? [] : ["Date"]))
                Report(UnreadableTestLead, lead, $"{field} of the test lead cannot be read: no rule that looks at it fits.", ValueOf(lead, field), null);
            if (decision.Target is not { } target)
            {
                Report(UnroutedTestLead, lead, $"No rule fits the test lead ({lead.Values}), and there is no fallback.", lead.Owner, null);
                continue;
            }

            if (lead.Owner is not null && !IsExpected(table.Policy, decision, lead.Owner))
                Report(MisroutedTestLead, lead, $"{By(decision)} gives the test lead ({lead.Values}) to {decision.Expected}, and {lead.Owner} is expected.", lead.Owner, decision.Expected);
            // Of a pool one member who takes leads is enough for a lead to be taken, and not for the others.
            foreach (var name in target.Owner is { } one ? [one] : target.Pool.Select(member => member.Owner))
            {
                if (owners.IsActive(owners.Name(name)) == false)
                    Report(InactiveTestOwner, lead, $"{By(decision)} gives the test lead ({lead.Values}) to {name}, who is not active.", name, null);
            }
        }

        void Report(CampaignCheckInfo check, TestLead lead, string message, string? value, string? suggestion) =>
            context.Report(check, message, lead.Line, lead.Character, lead.Field, value, suggestion, lead.Asset, lead.Row);
    }

    // Who writes a test lead may name the target as the rules do: queue DACH, pool (Ada Abel 2, Ben Boyd 1).
    private static bool IsExpected(RoutingPolicy policy, RoutingDecision decision, string owner) =>
        decision.Allows(policy, owner) || string.Equals(decision.Expected, owner, StringComparison.OrdinalIgnoreCase);

    private static string By(RoutingDecision decision) => decision.Order < 0 ? "The fallback" : $"The rule '{decision.Rule}'";

    private static string? ValueOf(TestLead lead, string field) => field switch
    {
        "Country" => lead.Values.Country,
        "State" => lead.Values.State,
        "PostalCode" => lead.Values.PostalCode,
        "EmployeeCount" => lead.Values.Employees,
        _ => lead.UnreadDate,
    };

    private static void Tell(CheckContext context, CampaignAsset asset, RecordProblem problem) =>
        context.Report(UnreadableTestLead, problem.Message, problem.Source.Line, 0, problem.Source.Column, problem.Value, null, asset, problem.Source.Row);

    private static CampaignCheckInfo Make(string id, string name, Severity severity, string summary, string remedy, string source) =>
        new(id, CampaignArea.Routing, name, severity, summary, remedy, source);
}
