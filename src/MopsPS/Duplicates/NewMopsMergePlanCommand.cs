using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Duplicates.Merging;
using MopsPS.Core.Records.Writing;
using MopsPS.Policy;

namespace MopsPS.Duplicates;

/// <summary>Proposes how groups of duplicates are merged, as a plan for a person to review, and turns the reviewed plan into import files.</summary>
/// <remarks>
/// <para>Nothing is merged by MopsPS. The first step takes the groups of Find-MopsDuplicate: for each one it chooses the record that stays and the value that
/// survives in each field, by the section "merge" of the policy, and writes a plan (CSV or Excel) with a rollback file beside it that holds every value as it
/// was. A person writes Merge, Keep apart or Skip into the column Merge Decision, may correct values in the rows with the role Result, and may make another
/// record the Master. The second step, -Reviewed, writes what the product imports.</para>
/// <para>The whole way: Find-MopsDuplicate ./leads.csv | New-MopsMergePlan ./plan.xlsx, then the review, then New-MopsMergePlan -Reviewed ./plan.xlsx with -Target and
/// -Destination.</para>
/// <para>The strictest consent survives and no review can loosen it. Groups with different owners, with more than one opportunity, with contradicting consent, with
/// different hard keys (VAT number, customer number) or with too many records are refused; the plan says why. Excel keeps ids and leading zeros in an .xlsx
/// plan; what it changes in a .csv plan does no harm, since unchanged values are taken from the rollback file.</para>
/// <para>Plan, rollback file and import files hold personal data; messages do not. about_MopsPS_Merge explains the rules and what each product can do.</para>
/// </remarks>
/// <example>
/// <para>Writes what HubSpot imports for the approved groups of a reviewed plan.</para>
/// <code>New-MopsMergePlan -Reviewed ./merge-plan.csv -Target HubSpot -Destination .</code>
/// </example>
/// <example>
/// <para>Shows which files would be written, and writes none.</para>
/// <code>New-MopsMergePlan -Reviewed ./merge-plan.csv -Target HubSpot -Destination . -WhatIf</code>
/// </example>
/// <example>
/// <para>Carries out only groups of two records, and passes over what is refused.</para>
/// <code>New-MopsMergePlan -Reviewed ./merge-plan.csv -Target HubSpot -Destination ./hubspot -Policy @{ merge = @{ maxGroupSize = 2 } } -ErrorAction SilentlyContinue</code>
/// </example>
[Cmdlet(VerbsCommon.New, "MopsMergePlan", SupportsShouldProcess = true, DefaultParameterSetName = PlanSet)]
[OutputType(typeof(MergeProposal), ParameterSetName = [PlanSet])]
[OutputType(typeof(MergeFile))]
public sealed class NewMopsMergePlanCommand : MopsWriteCmdlet
{
    private const string PlanSet = "Plan";
    private const string ReviewedSet = "Reviewed";

    private readonly List<MergeProposal> _proposals = [];
    private MergePlanner _planner = null!;

    /// <summary>The groups that Find-MopsDuplicate writes.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PlanSet)]
    public DuplicateGroup InputObject { get; set; } = null!;

    /// <summary>The plan to write, .xlsx or .csv; the rollback file goes beside it. Without it the proposals go to the pipeline.</summary>
    [Parameter(Position = 0, ParameterSetName = PlanSet)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The plan that a person has reviewed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReviewedSet)]
    [ValidateNotNullOrEmpty]
    public string Reviewed { get; set; } = "";

    /// <summary>The rollback file of the plan, where it does not stand beside it.</summary>
    [Parameter(ParameterSetName = ReviewedSet)]
    [ValidateNotNullOrEmpty]
    public string? Rollback { get; set; }

    /// <summary>The product that carries the merges out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReviewedSet)]
    public MergeTarget Target { get; set; }

    /// <summary>The folder for the import files; it is made where it is missing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReviewedSet)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Columns by canonical field, for example @{ HasOptedOut = 'No Mail' }; Get-MopsField shows what is found without it.</summary>
    [Parameter]
    public Hashtable? FieldMap { get; set; }

    /// <summary>The product whose column names the records have; without it, the headers tell.</summary>
    [Parameter]
    public ExportProfile? Profile { get; set; }

    /// <summary>The culture of dates that are not ISO 8601, for example de-DE. Without one, 03/04/2026 counts as unknown.</summary>
    [Parameter]
    public string? Culture { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <summary>Writes text that starts like a formula as it is. Only for files that no spreadsheet opens.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var policy = PolicyParameter.Resolve(this, Policy);
        var map = FieldMapParameter.Read(FieldMap);
        OpenChangeLog("Merge", policy);
        _planner = new MergePlanner(policy.Merge, new MergeOptions { FieldMap = map, Profile = Profile, Culture = DateParameters.Culture(this, Culture) }, policy.Consent);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ReviewedSet) Guard(CarryOut, Reviewed);
        else Guard(Propose, InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == ReviewedSet) return;
        if (_proposals.Count == 0)
        {
            WriteError(new ErrorRecord(new InvalidOperationException("No group came in, so there is nothing to plan. Pipe the groups of Find-MopsDuplicate in."), "MopsMergeNoGroup", ErrorCategory.InvalidData, null));
            return;
        }

        if (_planner.UnreadDateCount > 0) WriteWarning($"{_planner.UnreadDateCount} records have a date that could not be read; it counts as unknown. Name its culture with -Culture.");
        var refused = _proposals.SelectMany(proposal => proposal.Refusals).GroupBy(refusal => refusal.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Count()}").ToList();
        if (refused.Count > 0) WriteWarning($"{_proposals.Count(proposal => proposal.IsRefused)} of {_proposals.Count} groups are refused ({string.Join(", ", refused)}); each one says why.");
        if (Path is not null) Guard(WritePlan, Path);
    }

    private void Propose()
    {
        CancellationToken.ThrowIfCancellationRequested();
        var proposal = _planner.Propose(InputObject);
        _proposals.Add(proposal);
        if (Path is null) WriteObject(proposal);
    }

    private void WritePlan()
    {
        var path = FullPath(Path!);
        if (!ShouldProcess(path, "Write a merge plan and its rollback file")) return;
        var options = new RecordWriteOptions { ByteOrderMark = true, AllowFormula = AllowFormula };
        var files = MergePlanFile.Write(path, _proposals, options, CancellationToken);
        LogChange($"Wrote a merge plan of {_proposals.Count} groups.", path, files.Select(file => file.Path));
        WriteObject(files, enumerateCollection: true);
    }

    private void CarryOut()
    {
        var path = FullPath(Reviewed);
        if (!File.Exists(path))
        {
            WriteError(MopsErrors.PathNotFound(Reviewed));
            return;
        }

        var plan = new ReviewedPlanReader(_planner).Read(path, Rollback is null ? null : FullPath(Rollback), CancellationToken);
        foreach (var problem in plan.Problems)
            WriteError(new ErrorRecord(new InvalidDataException(problem), "MopsMergePlanInvalid", ErrorCategory.InvalidData, path));
        var files = new MergeImportFiles(_planner, Target);
        var count = 0;
        foreach (var review in plan.Groups.Where(review => review.Decision == MergeDecision.Merge))
        {
            var why = review.Proposal.IsRefused ? string.Join("; ", review.Proposal.Refusals) : files.Add(review.Proposal);
            if (why is null) count++;
            else WriteError(new ErrorRecord(new InvalidOperationException($"Group {review.Proposal.Number} is not merged: {why}."), "MopsMergeRefused", ErrorCategory.InvalidOperation, review.Proposal.Number));
        }

        var undecided = plan.Groups.Count(review => review.Decision == MergeDecision.Undecided);
        if (undecided > 0) WriteWarning($"{undecided} of {plan.Groups.Count} groups have no decision and stay as they are.");
        WriteVerbose($"{count} groups are merged, {plan.Groups.Sum(review => review.EditCount)} values are the reviewer's.");
        if (count == 0)
        {
            WriteError(new ErrorRecord(new InvalidOperationException("No group of the plan is to be merged, so no file was written. Write Merge into Merge Decision of a Result row."), "MopsMergeNothingApproved", ErrorCategory.InvalidData, path));
            return;
        }

        var folder = FullPath(Destination);
        if (!ShouldProcess(folder, $"Write the {Target} files of {count} merges")) return;
        Directory.CreateDirectory(folder);
        var written = files.Write(folder, new RecordWriteOptions { AllowFormula = AllowFormula }, CancellationToken);
        LogChange($"Wrote the {Target} files of {count} merges.", folder, written.Select(file => file.Path));
        WriteObject(written, enumerateCollection: true);
    }

    private string FullPath(string path)
    {
        var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem") ThrowTerminatingError(MopsErrors.PathNotFileSystem(path));
        return full;
    }

    private void Guard(Action action, object target)
    {
        try
        {
            action();
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            ThrowTerminatingError(MopsErrors.From(exception, target));
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, target));
        }
    }
}
