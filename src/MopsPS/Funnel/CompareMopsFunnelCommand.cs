using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Funnel.Comparison;
using MopsPS.Core.Policy;
using MopsPS.Policy;

namespace MopsPS.Funnel;

/// <summary>Compares two periods or segments of a funnel: what differs, where, how sure that is, and what to check next.</summary>
/// <remarks>
/// <para>Takes what Get-MopsFunnel writes. The change of the number that reached the last stage is split exactly into the effects of volume (how many entered), mix (from which
/// segments) and rates (how many moved on, by segment and stage), each with the Shapley value, so that they add up and no factor goes first.</para>
/// <para>P-values of all rates and shares are corrected for their number. The summary is written from a Liquid template that a team can replace. It names differences and what to check, never a cause.
/// Compare young and old cohorts with -Matured, which takes the rates of records that have had the same time.</para>
/// </remarks>
/// <example>
/// <para>Compares the last two quarters that are over, by lead source.</para>
/// <code>Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source' -Period Quarter | Compare-MopsFunnel</code>
/// </example>
/// <example>
/// <para>Compares two countries within the same lead sources.</para>
/// <code>Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source', Country | Compare-MopsFunnel -Reference @{ Country = 'Germany' } -Difference @{ Country = 'France' }</code>
/// </example>
/// <example>
/// <para>Compares two half years, counted each by itself, at the rates of matured records, and shows the parts.</para>
/// <code>$before = Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source' -Until 2026-03-31
/// $after = Get-MopsFunnel ./funnel-leads.csv -By 'Lead Source' -Since 2026-04-01
/// (Compare-MopsFunnel -ReferenceObject $before -DifferenceObject $after -Matured).Effects</code>
/// </example>
[Cmdlet(VerbsData.Compare, "MopsFunnel", DefaultParameterSetName = PipelineSet)]
[OutputType(typeof(FunnelComparison))]
public sealed class CompareMopsFunnelCommand : MopsCmdlet
{
    private const string PipelineSet = "Pipeline";
    private const string ObjectSet = "Objects";

    private readonly List<FunnelStage> _rows = [];
    private MopsPolicy _policy = null!;

    /// <summary>The stages of both sides, or a summary with them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PipelineSet)]
    public PSObject? InputObject { get; set; }

    /// <summary>What to compare with: names of periods, or a hashtable of columns and values. Without it, the last period but one that is over.</summary>
    [Parameter(Position = 0, ParameterSetName = PipelineSet)]
    public object[] Reference { get; set; } = [];

    /// <summary>What to compare: names of periods, or a hashtable of columns and values. Without it, the last period that is over.</summary>
    [Parameter(Position = 1, ParameterSetName = PipelineSet)]
    public object[] Difference { get; set; } = [];

    /// <summary>The stages to compare with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet)]
    public PSObject[] ReferenceObject { get; set; } = [];

    /// <summary>The stages to compare.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectSet)]
    public PSObject[] DifferenceObject { get; set; } = [];

    /// <summary>Takes the rates of matured records, which have had the same time to move on.</summary>
    [Parameter]
    public SwitchParameter Matured { get; set; }

    /// <summary>How p-values are corrected for the number of comparisons.</summary>
    [Parameter]
    public MultipleComparison Correction { get; set; }

    /// <summary>The level below which a corrected p-value counts as more than chance.</summary>
    [Parameter]
    [ValidateRange(0.0001, 0.5)]
    public double Level { get; set; } = 0.05;

    /// <summary>A Liquid template for the summary in place of the built-in one; about_MopsPS_Funnel says what it sees.</summary>
    [Parameter]
    public string? TemplatePath { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _policy = PolicyParameter.Resolve(this, Policy);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null) _rows.AddRange(Rows(InputObject));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var (reference, difference) = ParameterSetName == ObjectSet
            ? (new FunnelSideChoice([.. ReferenceObject.SelectMany(Rows)]), new FunnelSideChoice([.. DifferenceObject.SelectMany(Rows)]))
            : Sides();
        try
        {
            WriteObject(FunnelComparer.Compare(reference.Rows, difference.Rows, new FunnelCompareOptions
            {
                ReferenceName = reference.Name ?? "reference",
                DifferenceName = difference.Name ?? "difference",
                Sides = [.. reference.Columns.Union(difference.Columns, StringComparer.OrdinalIgnoreCase)],
                IsMatured = Matured,
                Correction = Correction,
                Level = Level,
                Template = Template(),
                Rules = new RuleSet(_policy, DateTime.UtcNow),
            }));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(FunnelErrors.NotComparable(exception));
        }
        catch (FormatException exception)
        {
            ThrowTerminatingError(FunnelErrors.TemplateInvalid(exception, TemplatePath));
        }
    }

    private (FunnelSideChoice Reference, FunnelSideChoice Difference) Sides()
    {
        object[] before = Reference, after = Difference;
        if (before.Length == 0 || after.Length == 0)
        {
            var periods = _rows.Where(row => row.IsPeriodOver == true).GroupBy(row => row.PeriodStart!.Value).OrderBy(group => group.Key).Select(group => group.First().Period!).ToArray();
            var needed = (before.Length == 0 ? 1 : 0) + (after.Length == 0 ? 1 : 0);
            if (periods.Length < Math.Max(needed, 2)) ThrowTerminatingError(FunnelErrors.NoSides(_rows.Count));
            if (before.Length == 0) before = [periods[periods.Length - 2]];
            if (after.Length == 0) after = [periods[periods.Length - 1]];
        }

        return (Choose(before), Choose(after));
    }

    private FunnelSideChoice Choose(object[] wanted)
    {
        var choice = FunnelSideChoice.Of(_rows, wanted);
        if (choice.Rows.Count == 0) ThrowTerminatingError(FunnelErrors.SideNotFound(choice.Name!, _rows.Select(row => row.Period ?? row.Segment ?? "all").Distinct().Take(20), wanted));
        return choice;
    }

    private IEnumerable<FunnelStage> Rows(PSObject item)
    {
        switch (item.BaseObject)
        {
            case FunnelStage stage:
                return [stage];
            case FunnelSummary summary:
                return summary.Breakdown.Count > 0 ? summary.Breakdown : summary.Stages;
            default:
                WriteError(FunnelErrors.NotStages(item));
                return [];
        }
    }

    private string? Template()
    {
        if (TemplatePath is null) return null;
        var path = PathResolver.Files(this, [TemplatePath], isLiteral: true).FirstOrDefault();
        if (path is null) ThrowTerminatingError(MopsErrors.PathNotFound(TemplatePath));
        return File.ReadAllText(path!);
    }
}
