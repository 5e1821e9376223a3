using System;

namespace MopsPS.Core.Policy;

/// <summary>
/// Reads a policy over the one it builds on: lists replace, tables (naming, rules, targets, pairs) merge by key, suppressions add up.
/// One line for each key; what stands under it is read by a class of its own.
/// </summary>
internal static class PolicyReader
{
    public static MopsPolicy Read(PolicyObject root, MopsPolicy from, string? path, PolicyProblems problems, DateTime todayUtc)
    {
        root.Text("$schema");
        var calendars = BusinessHoursReader.Read(root.Section("businessHours"), from.BusinessHours, problems);
        var policy = new MopsPolicy
        {
            Name = root.Text("name") ?? from.Name,
            Version = root.Text("version") ?? from.Version,
            Preset = from.Preset,
            Path = path,
            Utm = UtmPolicyReader.Read(root.Section("utm"), from.Utm, problems),
            Naming = NamingReader.Read(root.Section("naming"), from.Naming, problems),
            BusinessHours = calendars,
            Email = EmailPolicyReader.Read(root.Section("email"), from.Email, problems),
            Requests = RequestPolicyReader.Read(root.Section("requests"), from.Requests, calendars, problems),
            Sla = SlaPolicyReader.Read(root.Section("sla"), from.Sla, calendars, problems),
            Funnel = FunnelPolicyReader.Read(root.Section("funnel"), from.Funnel, problems),
            CampaignQA = CampaignQAPolicyReader.Read(root.Section("campaignQA"), from.CampaignQA, problems),
            Merge = MergePolicyReader.Read(root.Section("merge"), from.Merge, problems),
            Events = EventsPolicyReader.Read(root.Section("events"), from.Events, problems),
            Metrics = MetricsPolicyReader.Read(root.Section("metrics"), from.Metrics, problems),
            Reconciliation = ReconciliationPolicyReader.Read(root.Section("reconciliation"), from.Reconciliation, problems),
            Consent = ConsentPolicyReader.Read(root.Section("consent"), from.Consent, problems),
            Audience = AudiencePolicyReader.Read(root.Section("audience"), from.Audience, problems),
            Campaigns = CampaignsPolicyReader.Read(root.Section("campaigns"), from.Campaigns, problems),
            LinkCheck = LinkCheckPolicyReader.Read(root.Section("linkCheck"), from.LinkCheck, problems),
            Hygiene = HygienePolicyReader.Read(root.Section("hygiene"), from.Hygiene, problems),
            Changes = ChangesPolicyReader.Read(root.Section("changes"), from.Changes, problems),
            Routing = RoutingPolicyReader.Read(root.Section("routing"), from.Routing, problems),
            KpiTargets = KpiTargetReader.Read(root.Section("kpiTargets"), from.KpiTargets, problems),
            Rules = RuleReader.Settings(root.Section("rules"), from.Rules, problems),
            Suppressions = RuleReader.Suppressions(root.Take("suppressions", PolicyNodeKind.Array), from.Suppressions, problems, todayUtc),
        };
        root.Finish();

        // What one section says about another can be checked only now.
        UtmPolicyReader.CheckNaming(root.Member("utm"), policy, problems);
        CampaignsPolicyReader.CheckNaming(root.Member("campaigns"), policy, problems);
        return policy;
    }
}
