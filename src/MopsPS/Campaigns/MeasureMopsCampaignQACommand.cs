using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Records.Values;
using MopsPS.Policy;
using MopsPS.Records;

namespace MopsPS.Campaigns;

/// <summary>Measures the QA of campaigns over many runs: how many were a go in time, how many at once, and how many had defects after the launch.</summary>
/// <remarks>
/// <para>Reads the JSON artifacts that Invoke-MopsCampaignQA -OutputPath wrote, or takes its results from the pipeline. The deadline of a campaign lies campaignQA.leadDays
/// working days of the policy's calendar before its launch day; in time is a campaign whose last run up to the deadline was a go. One that was not is a finding.</para>
/// <para>A defects export has a row for each defect, with the campaign's name or folder and, where there is such a column, the day on which it was found. Defects found
/// before the launch day count for no campaign: that is what the QA is for. Rows that name no campaign are reported.</para>
/// </remarks>
/// <example>
/// <para>Measures a folder of runs.</para>
/// <code>Measure-MopsCampaignQA ./campaign-runs -Policy ./campaigns/mops.policy.json -AsOf 2026-11-25</code>
/// </example>
/// <example>
/// <para>Counts the defects, too, and compares owners.</para>
/// <code>Measure-MopsCampaignQA ./campaign-runs -Defects ./campaign-defects.csv -By Owner -Policy ./campaigns/mops.policy.json -AsOf 2026-11-25 | ForEach-Object { $_.Kpis }</code>
/// </example>
/// <example>
/// <para>Lists the campaigns that were late.</para>
/// <code>(Measure-MopsCampaignQA ./campaign-runs -Policy ./campaigns/mops.policy.json -AsOf 2026-11-25).Campaigns | Where-Object IsOnTime -eq $false</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsCampaignQA", DefaultParameterSetName = PathSet)]
[OutputType(typeof(CampaignQAMeasure))]
public sealed class MeasureMopsCampaignQACommand : MopsCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";
    private const string InputSet = "InputObject";

    private MopsPolicy _policy = null!;
    private CampaignQAMeter _meter = null!;

    /// <summary>The folders of runs, or JSON files in them; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The folders of runs, or JSON files in them, by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Results of Invoke-MopsCampaignQA.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public CampaignQAResult? InputObject { get; set; }

    /// <summary>Exports with a row for each defect; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Defects { get; set; }

    /// <summary>The column of the defects export that names the campaign; without it, the headers tell.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CampaignColumn { get; set; }

    /// <summary>What makes segments; each is a result of its own.</summary>
    [Parameter]
    public CampaignSegment? By { get; set; }

    /// <summary>The day up to which is counted; without it, today.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>How the defects export writes dates, for example en-US or de-DE; without it, what the policy says under funnel, else ISO dates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _policy = PolicyParameter.Resolve(this, Policy);
        _meter = new CampaignQAMeter(_policy, AsOf ?? DateTime.Today);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null) _meter.Add(InputObject);
        foreach (var path in ParameterSetName == LiteralSet ? LiteralPath : Path) AddPath(path);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        CompleteProgress();
        if (_meter.Runs == 0) ThrowTerminatingError(CampaignErrors.NoRuns(ParameterSetName == InputSet ? "the pipeline" : string.Join(", ", Path.Concat(LiteralPath))));
        if (Defects is not null) AddDefects();
        WriteObject(_meter.Measure(By), enumerateCollection: true);
    }

    private void AddPath(string path)
    {
        var files = Directory.Exists(PathResolver.Output(this, path)) ? Runs(PathResolver.Output(this, path)) : PathResolver.Files(this, [path], isLiteral: ParameterSetName == LiteralSet);
        long done = 0;
        foreach (var file in files)
        {
            CancellationToken.ThrowIfCancellationRequested();
            ReportProgress($"Reading {path}", ++done, () => 0, 0);
            try
            {
                if (!_meter.AddFile(file)) WriteVerbose($"{file} is no run of Invoke-MopsCampaignQA.");
            }
            catch (Exception exception) when (MopsErrors.IsExpected(exception))
            {
                WriteError(MopsErrors.From(exception, file));
            }
        }
    }

    private static IEnumerable<string> Runs(string folder) => Directory.GetFiles(folder, "*.json").OrderBy(file => file, StringComparer.Ordinal);

    private void AddDefects()
    {
        var dates = new DateParser(DateParameters.Culture(this, Culture ?? _policy.Funnel.Culture), DateParameters.TimeZone(this, _policy.Funnel.TimeZone), DateParameters.TimeZone(this, _policy.Funnel.ExportTimeZone));
        foreach (var file in PathResolver.Files(this, Defects!, isLiteral: false))
        {
            try
            {
                _meter.AddDefects(file, CampaignColumn, dates, new ProblemSink(this).Report);
            }
            catch (InvalidDataException exception)
            {
                ThrowTerminatingError(CampaignErrors.DefectsInvalid(file, exception));
            }
            catch (Exception exception) when (MopsErrors.IsExpected(exception))
            {
                // Without the defects the rate would be wrong.
                ThrowTerminatingError(MopsErrors.From(exception, file));
            }
        }
    }
}
