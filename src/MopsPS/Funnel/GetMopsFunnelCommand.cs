using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Funnel;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Funnel;

/// <summary>Counts a funnel: how many entered each stage, moved on, left or wait, how long it took, by segment and period.</summary>
/// <remarks>
/// <para>Stages come from -Stage, from a preset, or from the policy's funnel section; without any of them, the preset that suits the export's column names is taken. Each stage is known by a
/// date column, by a status, or by a file of changes. Further files (contacts, opportunities, campaigns) are joined by their keys.</para>
/// <para>A record has reached a stage when it has reached that or a later one. Records that have not moved on count as waiting, not as lost: medians are Kaplan-Meier estimates, and
/// MaturedRate compares only records that have had the same time. What does not fit (skipped stages, dates out of order, in the future or unreadable) is counted as findings. about_MopsPS_Funnel has all definitions.</para>
/// </remarks>
/// <example>
/// <para>Counts a funnel of date columns by lead source.</para>
/// <code>Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source'</code>
/// </example>
/// <example>
/// <para>Joins opportunities and shows cohorts by quarter of a fiscal year that starts in February.</para>
/// <code>Get-MopsFunnel ./funnel-leads.csv -Stage ([ordered]@{ Lead = 'Created Date'; MQL = 'MQL Date'; Won = 'deals.Won Date' }) -Join @{ deals = @{ Path = './funnel-deals.csv'; Key = 'Lead ID'; On = 'Lead ID' } } -Amount deals.Amount -Period Quarter -FiscalYearStart 2</code>
/// </example>
/// <example>
/// <para>Takes the whole funnel with all findings, for a report.</para>
/// <code>Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source' -Period Month -Summary | Export-MopsReport ./funnel.html -Title 'Lead funnel'</code>
/// </example>
/// <example>
/// <para>Counts records from the pipeline, in what happened in each month rather than by cohort.</para>
/// <code>Import-MopsExport ./funnel-leads.csv | Where-Object Country -eq 'Germany' | Get-MopsFunnel -Period Month -View Period</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsFunnel", DefaultParameterSetName = PathSet)]
[OutputType(typeof(FunnelStage))]
[OutputType(typeof(FunnelSummary))]
public sealed class GetMopsFunnelCommand : MopsDatedRecordCmdlet
{
    private FunnelAnalysis? _analysis;
    private bool _hadSchema;

    /// <summary>The stages in order, as an ordered dictionary: a date column, 'file.column', or a hashtable with Date, Status, Values and File.</summary>
    [Parameter]
    public IDictionary? Stage { get; set; }

    /// <summary>The ready-made stages of a product.</summary>
    [Parameter]
    public FunnelPreset? Preset { get; set; }

    /// <summary>Further files by name: a path, or a hashtable with Path, Key (its column) and On (the same key in the main file, or 'file.column').</summary>
    [Parameter]
    public Hashtable? Join { get; set; }

    /// <summary>The columns whose values make segments; those of a joined file as 'file.column'.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>The column of the amount; of a joined file as 'file.column'.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? Amount { get; set; }

    /// <summary>The length of periods.</summary>
    [Parameter]
    public FunnelPeriod Period { get; set; }

    /// <summary>Cohort puts each record into the period in which it entered the funnel, Period each event into the one in which it happened.</summary>
    [Parameter]
    public FunnelView View { get; set; }

    /// <summary>The first day.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>The last day, with all its hours.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>The day up to which the data is complete, mostly that of the export; what is dated later counts as not yet happened. Without it, the latest date in the data.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>The month in which the fiscal year starts.</summary>
    [Parameter]
    [ValidateRange(1, 12)]
    public int FiscalYearStart { get; set; }

    /// <summary>Writes one summary with stages, flows, cohorts and all findings in place of the stages.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields)
    {
        _analysis ??= Start(fields.Profile);
        var columns = _analysis.Bind(fields);
        _hadSchema = true;
        return columns;
    }

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _analysis!.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        var summary = _analysis?.Finish();
        if (summary is null)
        {
            // A file that could not be read has said so.
            if (_hadSchema || ParameterSetName == InputSet) WriteError(FunnelErrors.NoRecords());
            return;
        }

        if (summary.Counted == 0) WriteError(FunnelErrors.NothingCounted(summary));
        if (Summary)
        {
            WriteObject(summary);
            return;
        }

        foreach (var finding in summary.Findings.Where(finding => !finding.IsSuppressed && finding.Severity >= Severity.Warning)) WriteWarning($"{finding.RuleId}: {finding.Message}");
        WriteObject(summary.Breakdown.Count > 0 ? summary.Breakdown : summary.Stages, enumerateCollection: true);
    }

    private FunnelAnalysis Start(ExportProfile profile)
    {
        var joins = FunnelParameters.Joins(this, Join);
        var (definition, name) = Definition(profile, joins);
        var options = new FunnelOptions
        {
            Definition = definition,
            DefinitionName = name,
            By = By,
            Period = Period,
            View = View,
            Since = Since,
            Until = Until,
            AsOf = AsOf,
            NeedsAmount = Amount is not null,
            WithTotal = Summary,
            Policy = TeamPolicy,
            Rules = new RuleSet(TeamPolicy, DateTime.UtcNow),
            OnProblem = Show,
        };
        try
        {
            var analysis = new FunnelAnalysis(options, joins.Keys);
            foreach (var file in analysis.Files) ReadFile(file, joins[file.Name].Path);
            return analysis;
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(FunnelErrors.DefinitionInvalid(exception, Join));
            throw;
        }
    }

    private void Show(Finding finding)
    {
        if (finding.Severity == Severity.Error) WriteError(FunnelErrors.Value(finding, RuleCatalog.Find(finding.RuleId)!.Name));
        else WriteVerbose(finding.Message);
    }

    private (FunnelPolicy Definition, string Name) Definition(ExportProfile profile, Dictionary<string, (string Path, FunnelJoin? Join)> joins)
    {
        var definition = TeamPolicy.Funnel;
        var name = "the policy";
        if (Stage is null && (Preset is not null || definition.Stages.Count == 0))
        {
            var preset = Preset ?? FunnelPresets.For(profile);
            definition = FunnelPresets.Complete(Preset is null ? definition : definition with { Exits = [], Joins = new Dictionary<string, FunnelJoin>(), History = null, Amount = [] }, preset);
            name = $"the preset {preset}";
        }

        var known = definition.Joins.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var pair in joins.Where(pair => pair.Value.Join is not null)) known[pair.Key] = pair.Value.Join!;
        definition = definition with
        {
            Joins = known,
            Amount = Amount is null ? definition.Amount : [Amount],
            TimeZone = TimeZone ?? definition.TimeZone,
            Culture = Culture ?? definition.Culture,
            FiscalYearStart = FiscalYearStart == 0 ? definition.FiscalYearStart : FiscalYearStart,
        };
        return Stage is null ? (definition, name) : (definition with { Stages = FunnelParameters.Stages(this, Stage, joins.Keys) }, "-Stage");
    }

    private void ReadFile(FunnelFile file, string path)
    {
        foreach (var found in PathResolver.Files(this, [path], isLiteral: true))
        {
            try
            {
                using var reader = ExportReader.Open(found, new ImportOptions { OnProblem = new ProblemSink(this).Report, Cancellation = CancellationToken }, schema => file.Bind(FieldMapper.Map(schema)));
                while (reader.Read())
                {
                    CancellationToken.ThrowIfCancellationRequested();
                    file.Add(reader);
                    ReportProgress("Reading " + System.IO.Path.GetFileName(found), reader.Row, () => 0, 0);
                }

                return;
            }
            catch (Exception exception) when (MopsErrors.IsExpected(exception))
            {
                // Without it every number would be wrong.
                ThrowTerminatingError(MopsErrors.From(exception, found));
            }
        }

        ThrowTerminatingError(MopsErrors.PathNotFound(path));
    }
}
