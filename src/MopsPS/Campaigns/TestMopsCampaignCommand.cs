using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Campaigns.Metadata;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Campaigns;

/// <summary>Checks campaign records of Salesforce, HubSpot or Marketo: fields, values, names, dates, budget, hierarchy and member statuses.</summary>
/// <remarks>
/// <para>Each campaign gives one result with what was found in it; with -Summary all give one summary with the completeness KPI (target 98 %), the fields that are missing most, and the campaigns by rule.
/// A campaign is compliant when nothing of severity Warning or Error was found that the policy does not suppress. What is needed, allowed and expected is the policy's section campaigns.</para>
/// <para>-MemberPath takes an export of CampaignMemberStatus (each status with its default and whether it counts as a response), or one of campaign members. A parent is found by its id, 15 or 18 characters, else by its
/// name. The checks of the whole export (parents, circles, repeated names) need all campaigns in it. about_MopsPS_Campaigns has the rules.</para>
/// </remarks>
/// <example>
/// <para>Checks the campaigns of an export.</para>
/// <code>Test-MopsCampaign ./campaigns.csv -Policy ./mops.policy.json -AsOf 2026-11-25</code>
/// </example>
/// <example>
/// <para>Shows what is wrong, one line for each finding.</para>
/// <code>Test-MopsCampaign ./campaigns.csv -Policy ./mops.policy.json -AsOf 2026-11-25 | Where-Object -not IsCompliant | ForEach-Object { $_.Findings }</code>
/// </example>
/// <example>
/// <para>Sums up, with the member statuses of the campaigns.</para>
/// <code>Test-MopsCampaign ./campaigns.csv -MemberPath ./campaign-member-statuses.csv -Policy ./mops.policy.json -AsOf 2026-11-25 -Summary</code>
/// </example>
/// <example>
/// <para>Is the gate of a scheduled task: it fails below 98 percent.</para>
/// <code>try { Import-MopsExport ./campaigns.csv | Test-MopsCampaign -Summary -Policy ./mops.policy.json -AsOf 2026-11-25 | Assert-MopsResult } catch { "$_" }</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsCampaign", DefaultParameterSetName = PathSet)]
[OutputType(typeof(CampaignRecord))]
[OutputType(typeof(CampaignSummary))]
public sealed class TestMopsCampaignCommand : MopsDatedRecordCmdlet
{
    private CampaignMetadataAnalysis _analysis = null!;

    /// <summary>An export of CampaignMemberStatus or of campaign members; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] MemberPath { get; set; } = [];

    /// <summary>The day on which dates are judged; without it, today.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>Writes one summary in place of the campaigns.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes the summary after the campaigns, for a report with both.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        var today = TimeZoneInfo.ConvertTimeFromUtc(Moment(AsOf) ?? DateTime.UtcNow, Zone).Date;
        _analysis = new CampaignMetadataAnalysis(TeamPolicy, today, DateTime.UtcNow, Dates, Numbers);
        if (MemberPath.Length == 0) return;
        var members = new MemberStatuses();
        foreach (var file in PathResolver.Files(this, MemberPath, isLiteral: false)) Read(file, members);
        _analysis.Members = members;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _analysis.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            var (campaigns, summary) = _analysis.Finish();
            if (!Summary) WriteObject(campaigns, enumerateCollection: true);
            if (Summary || IncludeSummary) WriteObject(summary);
        }
        catch (CampaignMetadataException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsCampaignNoData", ErrorCategory.InvalidData, null));
        }
    }

    private void Read(string file, MemberStatuses members)
    {
        try
        {
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = new ProblemSink(this).Report }, schema => members.Open(FieldMapper.Map(schema, new FieldMapOptions())));
            while (reader.Read())
            {
                CancellationToken.ThrowIfCancellationRequested();
                members.Add(reader);
            }
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            // Campaigns whose statuses were not read would look as if they had none.
            ThrowTerminatingError(MopsErrors.From(exception, file));
        }
    }
}
