using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Campaigns.Tables;

/// <summary>The records of the campaign in the CRM or marketing automation: the checks of Test-MopsCampaign. A file with "member" in its name has member statuses.</summary>
internal sealed class MetadataChecker : ICampaignChecker
{
    private static readonly RuleInfo[] OfMembers =
        [CampaignRules.MissingMemberStatus, CampaignRules.UnexpectedMemberStatus, CampaignRules.NoRespondedStatus, CampaignRules.DefaultMemberStatus, CampaignRules.MembersWithoutCampaign];

    /// <inheritdoc/>
    public IReadOnlyList<CampaignCheckInfo> Checks { get; } = [.. CampaignRules.All.Select(rule => new CampaignCheckInfo(CampaignArea.Metadata, rule))];

    /// <inheritdoc/>
    public void CheckCampaign(CheckContext context)
    {
        var assets = context.Campaign.Of(CampaignAssetKind.Metadata).ToArray();
        if (assets.Length == 0) return;
        try
        {
            if (Array.Find(assets, asset => asset.Problem is not null) is { } bad) throw new InvalidDataException($"{bad.Name}: {bad.Problem}");
            Look(context, assets);
        }
        catch (Exception exception) when (exception is CampaignMetadataException or ExportFormatException or FieldNotFoundException or AmbiguousFieldException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            foreach (var check in Checks) context.NotRun(check, exception.Message.TrimEnd('.'));
        }
    }

    private void Look(CheckContext context, CampaignAsset[] assets)
    {
        var analysis = new CampaignMetadataAnalysis(context.Policy, context.Today, context.Today);
        var members = assets.Where(IsOfMembers).ToArray();
        if (members.Length > 0)
        {
            analysis.Members = new MemberStatuses();
            foreach (var asset in members) Read(context, asset, analysis.Members.Open, analysis.Members.Add);
        }

        foreach (var asset in assets.Where(asset => !IsOfMembers(asset))) Read(context, asset, analysis.Open, analysis.Add);
        var (campaigns, summary) = analysis.Finish();
        var findings = campaigns.SelectMany(campaign => campaign.Findings).Concat(summary.Findings).ToLookup(finding => finding.RuleId, StringComparer.Ordinal);
        foreach (var check in Checks)
        {
            if (members.Length == 0 && OfMembers.Contains(check.Rule))
            {
                context.NotApplicable(check, "there is no export of member statuses (metadata/*member*.csv)");
                continue;
            }

            context.Ran(check);
            foreach (var finding in findings[check.Id])
            {
                var asset = assets.FirstOrDefault(candidate => string.Equals(candidate.Path, finding.Source?.File, StringComparison.Ordinal)) ?? assets[0];
                context.Report(check, finding.Message, finding.Source?.Line ?? 0, 0, finding.Field, finding.Value, finding.Suggestion, asset, finding.Source?.Row ?? 0);
            }
        }

        context.Add(summary);
    }

    private static void Read(CheckContext context, CampaignAsset asset, Func<FieldMapping, IReadOnlyList<int>> open, Action<RecordReader> add)
    {
        using var reader = ExportReader.Open(asset.Path, new ImportOptions { CountsLines = true, Cancellation = context.Cancellation }, schema => open(FieldMapper.Map(schema, new FieldMapOptions())));
        while (reader.Read())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            add(reader);
        }
    }

    private static bool IsOfMembers(CampaignAsset asset) => Path.GetFileName(asset.Name).IndexOf("member", StringComparison.OrdinalIgnoreCase) >= 0;
}
