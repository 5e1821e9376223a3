using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>Reads a brief with the reader of policies: comments and trailing commas are allowed, every mistake has its line and path, an unknown key is one.</summary>
internal static class BriefReader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "campaign.json";

    /// <summary>The largest file in bytes.</summary>
    public const int MaxBytes = PolicyLoader.MaxBytes;

    /// <summary>Reads the text of a brief.</summary>
    /// <param name="utf8">The bytes of the file.</param>
    /// <param name="path">The file, for the mistakes.</param>
    /// <param name="mistakes">Every mistake; empty where the brief can be used.</param>
    /// <returns>The brief, or null where it has mistakes.</returns>
    public static CampaignBrief? Read(byte[] utf8, string? path, out IReadOnlyList<PolicyProblem> mistakes)
    {
        var problems = new PolicyProblems { File = path };
        var node = PolicyJson.Parse(utf8, problems);
        var brief = node is not null && PolicyObject.Is(node, problems, PolicyNodeKind.Object) ? Read(new PolicyObject(node, problems), problems) : null;
        mistakes = problems.Items;
        return problems.HasErrors ? null : brief;
    }

    private static CampaignBrief Read(PolicyObject root, PolicyProblems problems)
    {
        root.Text("$schema");
        var brief = new CampaignBrief
        {
            Name = root.Text("name", required: true),
            Owner = root.Text("owner", required: true),
            LaunchDate = root.Day("launchDate", required: true),
            Purpose = root.Choice<CampaignPurpose>("purpose") ?? CampaignPurpose.Marketing,
            Regions = root.Texts("regions") ?? [],
            Language = root.Text("language"),
            UtmCampaign = root.Text("utmCampaign"),
            Platform = root.Text("platform"),
            From = Sender(root, problems),
            Subject = root.Text("subject"),
            Preheader = root.Text("preheader"),
            Emails = root.Items("emails", Email) ?? [],
            Links = root.Texts("links", link => WebAddress(link)) ?? [],
            AllowedHosts = root.Texts("allowedHosts", Host) ?? [],
            LandingPages = root.Items("landingPages", item => Landing(item, problems)) ?? [],
            Audience = Audience(root, problems),
            TestLeads = root.Items("testLeads", item => TestLead(item, problems)) ?? [],
            NotApplicable = NotApplicable(root, problems),
            Waivers = root.Items("waivers", Waiver) ?? [],
            SignOffs = root.Items("signOffs", SignOff) ?? [],
            Places = Places(root.Node),
        };
        root.Finish();
        return brief;
    }

    private static Dictionary<string, (int, int)> Places(PolicyNode root)
    {
        var places = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        Add(root);
        return places;

        void Add(PolicyNode node)
        {
            places[node.Path] = (node.Line, node.Column);
            foreach (var child in node.Children) Add(child);
        }
    }

    private static CampaignSender Sender(PolicyObject root, PolicyProblems problems)
    {
        if (root.Section("from") is not { } node) return new CampaignSender();
        var item = new PolicyObject(node, problems);
        var sender = new CampaignSender { Name = item.Text("name"), Domain = item.Text("domain"), ReplyTo = item.Text("replyTo") };
        if (sender.Domain is { } domain && Host(domain) is { } complaint) problems.Error(item.Member("domain")!, complaint);
        if (sender.ReplyTo is { } reply && reply.IndexOf('@') < 1) problems.Error(item.Member("replyTo")!, "expected an e-mail address.");
        item.Finish();
        return sender;
    }

    private static EmailBrief Email(PolicyObject item) =>
        new() { File = item.Text("file", required: true) ?? string.Empty, Subject = item.Text("subject"), Preheader = item.Text("preheader") };

    private static LandingBrief Landing(PolicyObject item, PolicyProblems problems)
    {
        var page = new LandingBrief
        {
            File = item.Text("file", required: true) ?? string.Empty,
            Url = item.Text("url"),
            Indexed = item.Flag("indexed"),
            Fields = item.Texts("fields") ?? [],
            ThankYou = item.Text("thankYou"),
        };
        if (page.Url is { } url && WebAddress(url) is { } complaint) problems.Error(item.Member("url")!, complaint);
        return page;
    }

    private static AudienceBrief Audience(PolicyObject root, PolicyProblems problems)
    {
        if (root.Section("audience") is not { } node) return new AudienceBrief();
        var item = new PolicyObject(node, problems);
        var audience = new AudienceBrief
        {
            MinSize = Size(item, "minSize"),
            MaxSize = Size(item, "maxSize"),
            ConsentPurpose = item.Text("consentPurpose"),
            Segment = item.Items("segment", rule => Segment(rule, problems)) ?? [],
        };
        item.Finish();
        if (audience.MinSize > audience.MaxSize) problems.Error(node, "'minSize' is larger than 'maxSize'.");
        return audience;
    }

    private static int? Size(PolicyObject item, string key)
    {
        if (item.Number(key, 0, int.MaxValue) is not { } number) return null;
        if (Math.Floor(number) == number) return (int)number;
        item.Complain(key, "expected a whole number.");
        return null;
    }

    private static SegmentRule Segment(PolicyObject item, PolicyProblems problems)
    {
        if (item.Member("operator") is null) problems.Error(item.Node, "'operator' is missing; it is required.");
        var rule = new SegmentRule
        {
            Field = item.Text("field", required: true) ?? string.Empty,
            Operator = item.Choice<SegmentOperator>("operator") ?? SegmentOperator.Present,
            Values = item.Texts("values") ?? [],
            Line = item.Node.Line,
        };
        if (item.Member("operator") is null) return rule;
        var needed = rule.Operator switch { SegmentOperator.Present or SegmentOperator.Absent => 0, SegmentOperator.AtLeast or SegmentOperator.AtMost => 1, _ => -1 };
        if (needed >= 0 && rule.Values.Count != needed) problems.Error(item.Node, $"'{rule.Operator}' takes {(needed == 0 ? "no value" : "one value")} in 'values'.");
        else if (needed < 0 && rule.Values.Count == 0) problems.Error(item.Node, $"'{rule.Operator}' needs 'values'.");
        return rule;
    }

    private static TestLeadBrief TestLead(PolicyObject item, PolicyProblems problems)
    {
        var lead = new TestLeadBrief
        {
            Owner = item.Text("owner", required: true) ?? string.Empty,
            Values = new RoutingLead
            {
                Country = item.Text("country"),
                State = item.Text("state"),
                PostalCode = item.Text("postalCode"),
                Employees = item.Text("employees"),
                Industry = item.Text("industry"),
                Language = item.Text("language"),
                Domain = item.Text("domain"),
                Company = item.Text("company"),
                Date = item.Day("date")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
        };
        if (lead.Values.Domain is { } domain && Host(domain) is { } complaint) problems.Error(item.Member("domain")!, complaint);
        return lead;
    }

    private static Dictionary<CampaignArea, string> NotApplicable(PolicyObject root, PolicyProblems problems)
    {
        var areas = new Dictionary<CampaignArea, string>();
        if (root.Section("notApplicable") is not { } node) return areas;
        var item = new PolicyObject(node, problems);
        foreach (var area in ((CampaignArea[])Enum.GetValues(typeof(CampaignArea))).Where(area => area is not (CampaignArea.Brief or CampaignArea.SignOff)))
        {
            if (item.Text(area.ToString()) is { } reason) areas[area] = reason;
        }

        item.Finish();
        return areas;
    }

    private static CampaignWaiver? Waiver(PolicyObject item)
    {
        var (check, name, reason) = (item.Text("check", required: true), item.Text("name", required: true), item.Text("reason", required: true));
        var (file, expires) = (item.Text("file"), item.Day("expires", required: true));
        return check is null || name is null || reason is null || expires is not { } day ? null
            : new CampaignWaiver { Check = check, File = file, Name = name, Reason = reason, Expires = day, Line = item.Node.Line };
    }

    private static CampaignSignOff? SignOff(PolicyObject item)
    {
        var (what, name, date, note) = (item.Text("item", required: true), item.Text("name", required: true), item.Day("date", required: true), item.Text("note"));
        return what is null || name is null || date is not { } day ? null : new CampaignSignOff { Item = what, Name = name, Date = day, Note = note, Line = item.Node.Line };
    }

    private static string? Host(string host) =>
        Uri.CheckHostName(host) == UriHostNameType.Unknown ? $"'{host}' is no host name; expected one like example.com, without https:// and path." : null;

    private static string? WebAddress(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal) ? null : $"'{text}' is no web address; expected one that begins with https://.";
}
