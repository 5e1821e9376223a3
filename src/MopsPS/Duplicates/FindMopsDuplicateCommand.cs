using System;
using System.Management.Automation;
using MopsPS.Core.Duplicates;

namespace MopsPS.Duplicates;

/// <summary>Finds records that are the same person or firm, in one export or across several.</summary>
/// <remarks>
/// <para>Recognises names, e-mail addresses, phone numbers, companies, websites, addresses, dates and ids by their headers and their content, learns from the records how
/// often such values agree by chance, and weighs for each likely pair what speaks for and against one person. Nothing has to be set. Families at one address, colleagues
/// on one switchboard, shared mailboxes and placeholders do not make duplicates. about_MopsPS_Duplicates explains the statistics.</para>
/// <para>Writes groups: their members as whole records, a score from 0 to 1, a band (Match: the same; Review: worth a look), and which record should survive and why. No record
/// is in two groups. Nothing is merged. With -Path only the compared columns are held in memory; the members are read in a second pass.</para>
/// </remarks>
/// <example>
/// <para>Finds the duplicates of an export.</para>
/// <code>Find-MopsDuplicate ./contacts-duplicates.csv</code>
/// </example>
/// <example>
/// <para>Shows why the pairs of the sure groups are the same.</para>
/// <code>Find-MopsDuplicate ./contacts-duplicates.csv -Explain | Where-Object Band -eq Match | ForEach-Object { $_.Pairs } | ForEach-Object Reason</code>
/// </example>
/// <example>
/// <para>Looks for the people of a new list who are in the database already.</para>
/// <code>Find-MopsDuplicate ./new-leads.csv -Against ./contacts-duplicates.csv</code>
/// </example>
/// <example>
/// <para>Learns once, and compares with what was learnt later on.</para>
/// <code>Find-MopsDuplicate ./contacts-duplicates.csv -SaveModel ./contacts.model.json | Export-MopsReport ./duplicates.html
/// Find-MopsDuplicate ./contacts-duplicates.csv -Model ./contacts.model.json -Summary</code>
/// </example>
/// <example>
/// <para>Shows which contacts belong to one account.</para>
/// <code>Find-MopsDuplicate ./contacts-duplicates.csv -RollUp Account</code>
/// </example>
[Cmdlet(VerbsCommon.Find, "MopsDuplicate", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(DuplicateGroup))]
[OutputType(typeof(DuplicatePair))]
[OutputType(typeof(RecordRollUp))]
[OutputType(typeof(DuplicateSummary))]
public sealed class FindMopsDuplicateCommand : DuplicateSearchCmdlet
{
    private const double WarnFromMissed = .1;

    /// <summary>The probability from which records are the same. A higher one gives fewer and surer groups.</summary>
    [Parameter]
    [ValidateRange(.01, .9999)]
    public double Threshold { get; set; } = .5;

    /// <summary>The probability from which a pair is worth a look; the groups below -Threshold have the band Review. The same value as -Threshold gives none.</summary>
    [Parameter]
    [ValidateRange(.01, .9999)]
    public double ReviewThreshold { get; set; } = .2;

    /// <summary>Gives each pair its evidence: field by field the values as they were compared, how they agree, and the weight in bits. The values are personal data.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <summary>Writes the pairs, surest first, in place of groups. Records that are equal in all that is compared are each paired with the first of them.</summary>
    [Parameter]
    public SwitchParameter Pair { get; set; }

    /// <summary>Writes households (one family name at one address) or accounts (one domain or company) in place of duplicates. Nothing of it is for merging.</summary>
    [Parameter]
    public RollUpKind RollUp { get; set; }

    /// <summary>Writes one summary in place of the groups: fields, pairs compared and perhaps missed, groups, duplicate rate.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes the summary after the groups, for a report with both.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        if (RollUp != RollUpKind.None && (Pair || Summary || IncludeSummary || Explain || Model is not null || SaveModel is not null))
            ThrowTerminatingError(DuplicateErrors.Conflict("-RollUp compares nothing: it goes with neither -Pair, -Summary, -IncludeSummary, -Explain, -Model nor -SaveModel. Run the cmdlet twice."));
        PrepareModel();
    }

    /// <inheritdoc/>
    protected override DuplicateOptions Options() => new()
    {
        Threshold = Threshold,
        ReviewThreshold = ReviewThreshold,
        Explain = Explain,
        Model = KnownModel,
    };

    /// <inheritdoc/>
    protected override void Write(DuplicateFinder finder)
    {
        if (RollUp != RollUpKind.None)
        {
            if (RollUps.Of(finder, RollUp, Fetching) is not { } rollUps) ThrowTerminatingError(DuplicateErrors.NoRollUp(RollUp));
            else WriteObject(rollUps, enumerateCollection: true);
            return;
        }

        var run = Search(finder);
        SaveLearnt(run);
        if (run.MissedShare > WarnFromMissed)
            WriteWarning(FormattableString.Invariant($"About {run.MissedShare * 100:0} % of the duplicates may not have been compared: no column or pair of columns brings them together. More columns help."));
        var results = new DuplicateResults(run, TeamPolicy);
        var summary = results.Summary();
        WriteVerbose(FormattableString.Invariant($"{summary}; {summary.CandidatePairs:0} pairs compared; perhaps missed {summary.MissedShare * 100:0.0} %; model: {summary.Model}; keys: {(summary.BlockingKeys.Count == 0 ? "none, every pair" : string.Join("; ", summary.BlockingKeys))}"));
        if (Pair) WriteObject(results.Pairs(Fetching), enumerateCollection: true);
        else if (!Summary) WriteObject(results.Groups(Fetching), enumerateCollection: true);
        if (Summary || IncludeSummary) WriteObject(summary);
    }
}
