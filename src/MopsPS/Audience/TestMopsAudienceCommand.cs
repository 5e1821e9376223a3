using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;
using MopsPS.Records;

namespace MopsPS.Audience;

/// <summary>Says whether an audience may be sent to: suppression, unsubscribes, bounces, consent by region, domains, duplicates, segment and size.</summary>
/// <remarks>
/// <para>Every row is kept, excluded for a reason, or reported as unreadable. A row counts under the first of its reasons in a fixed order, and under each of them in a second count. What one row says of a
/// mailbox (unsubscribed, bounced, no consent) holds for all its rows. Addresses are compared in lower case without blanks, by the mailbox that gets the mail: dots and tags count where the provider counts them.</para>
/// <para>Suppression files hold addresses, domains, or hashes of addresses (SHA-256, SHA-1, MD5; hexadecimal or Base64; of the address in lower case without blanks and salt), with or without a header, so that nobody has to hand addresses around.
/// Consent, opt-outs and bounces are read as the policy's section consent says. -OutputPath writes the rows that stay, safe from spreadsheet formulas and whole or not at all; the files read are not changed. No result holds personal data. about_MopsPS_Audience has the rules.</para>
/// </remarks>
/// <example>
/// <para>Checks an audience against a suppression list and a list of hashes.</para>
/// <code>Test-MopsAudience ./audience.csv -SuppressionPath ./suppression.csv, ./suppression-hashes.txt -Policy ./mops.policy.json -AsOf 2026-11-25</code>
/// </example>
/// <example>
/// <para>Shows each check with its count, and the rows by region and consent.</para>
/// <code>$result = Test-MopsAudience ./audience.csv -SuppressionPath ./suppression.csv -Policy ./mops.policy.json -AsOf 2026-11-25
/// $result.Exclusions
/// $result.Regions</code>
/// </example>
/// <example>
/// <para>Writes the list that may be sent to, and the rows that were taken out with their reasons.</para>
/// <code>Test-MopsAudience ./audience.csv -SuppressionPath ./suppression.csv -Policy ./mops.policy.json -AsOf 2026-11-25 -OutputPath ./send.csv -ExclusionPath ./excluded.csv</code>
/// </example>
/// <example>
/// <para>Checks the segment and the size that were agreed.</para>
/// <code>Import-MopsExport ./audience.csv | Test-MopsAudience -SuppressionPath ./suppression.csv -MinimumSize 10 -MaximumSize 500 -Segment @{ Field = 'Country'; Operator = 'In'; Values = 'Germany', 'Canada', 'United States' }</code>
/// </example>
/// <example>
/// <para>Checks what the brief of a campaign expects: purpose, regions, size and segment, on the launch day and against the suppression lists of its folder.</para>
/// <code>Test-MopsAudience ./campaigns/winter-guide/audience/receivers.csv -Brief ./campaigns/winter-guide -Policy ./campaigns/mops.policy.json</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsAudience", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(AudienceResult))]
public sealed class TestMopsAudienceCommand : MopsDatedWriteCmdlet
{
    private readonly List<MopsRecord> _records = [];
    private AudienceAnalysis? _analysis;
    private AudienceFiles _files = null!;
    private string? _output;
    private string? _exclusions;

    /// <summary>Files of those who must not be written to: addresses, domains or hashes; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] SuppressionPath { get; set; } = [];

    /// <summary>
    /// The folder of a campaign, or its campaign.json: what its brief says of purpose, regions, size, segment and launch holds where no parameter says otherwise, and the suppression lists of the folder count beside -SuppressionPath.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Brief { get; set; }

    /// <summary>The purpose of consent, as the policy names it under consent.purposes; without it, the policy's default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConsentNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Purpose { get; set; }

    /// <summary>The region of the policy, such as eu or us, for rows that name no country; without it they have the rule of consent.otherRegions.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConsentNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>The message is what the reader asked for or must know, such as an order: neither consent nor an unsubscribe counts.</summary>
    [Parameter]
    public SwitchParameter Transactional { get; set; }

    /// <summary>The rules of the segment, each a hashtable with Field, Operator (In, NotIn, Like, NotLike, Present, Absent, AtLeast, AtMost) and Values. They are compared, never executed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[] Segment { get; set; } = [];

    /// <summary>The least rows that are expected to stay.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MinimumSize { get; set; }

    /// <summary>The most rows that are expected to stay.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaximumSize { get; set; }

    /// <summary>The moment at which consent is to hold, for example the launch; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>The file for the rows that stay, with all their columns; its extension gives the format.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>The file for the rows that do not stay, with two more columns for their reasons. It holds personal data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExclusionPath { get; set; }

    /// <summary>Keeps existing files of -OutputPath and -ExclusionPath and gives an error instead.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        _output = Target(OutputPath);
        _exclusions = Target(ExclusionPath);
        if (_output is not null && string.Equals(_output, _exclusions, StringComparison.OrdinalIgnoreCase))
            ThrowTerminatingError(new ErrorRecord(new ArgumentException("-OutputPath and -ExclusionPath are the same file. Name two."), "MopsAudienceSameFile", ErrorCategory.InvalidArgument, _output));
        OpenChangeLog("Audience");
        var campaign = Brief is null ? null : BriefParameter.Read(this, Brief, TeamPolicy);
        try
        {
            _analysis = new AudienceAnalysis(Options(campaign), TeamPolicy, DateTime.UtcNow, Dates, Numbers);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsAudienceOptionInvalid", ErrorCategory.InvalidArgument, null));
        }

        _files = new AudienceFiles(_analysis!);
        foreach (var file in SuppressionFiles().Concat(BriefParameter.Suppressions(this, campaign)).Distinct(StringComparer.Ordinal)) AddSuppressions(file);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis!.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        _analysis!.Add(row);
        if ((_output ?? _exclusions) is not null && row is RecordCursor { Current: { } record }) _records.Add(record);
    }

    /// <inheritdoc/>
    protected override void OnFile(string file)
    {
        try
        {
            var activity = "Reading " + System.IO.Path.GetFileName(file);
            _files.AddRows(file, schema => Map(schema, null), new ProblemSink(this).Report, row => ReportProgress(activity, row, () => 0, 0), CancellationToken);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            // An audience that was read in part would look smaller and cleaner than it is.
            ThrowTerminatingError(MopsErrors.From(exception, file));
        }
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            var result = _analysis!.Finish();
            WriteObject(Write(result));
        }
        catch (AudienceException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsAudienceNoData", ErrorCategory.InvalidData, null));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _analysis?.Dispose();
        base.Dispose(disposing);
    }

    // What the brief says holds where the call says nothing; its segment always holds.
    private AudienceOptions Options(CampaignFolder? campaign)
    {
        var briefed = campaign is null ? new AudienceOptions() : AudienceOptions.Of(campaign.Brief, TeamPolicy, DateTime.UtcNow);
        return briefed with
        {
            Purpose = Purpose ?? briefed.Purpose,
            Region = Region ?? briefed.Region,
            IsTransactional = MyInvocation.BoundParameters.ContainsKey(nameof(Transactional)) ? Transactional : briefed.IsTransactional,
            AsOf = Moment(AsOf) ?? briefed.AsOf,
            MinimumSize = MinimumSize ?? briefed.MinimumSize,
            MaximumSize = MaximumSize ?? briefed.MaximumSize,
            Segment = [.. briefed.Segment, .. Segment.Select(SegmentParameter.Read)],
        };
    }

    private List<string> SuppressionFiles()
    {
        var files = new List<string>();
        foreach (var path in SuppressionPath)
        {
            var found = PathResolver.Files(this, [path], isLiteral: false).ToList();
            // Without a list that was named, people on it would pass.
            if (found.Count == 0) ThrowTerminatingError(new ErrorRecord(new FileNotFoundException($"There is no suppression file '{path}'; nothing was checked.", path), "MopsSuppressionNotFound", ErrorCategory.ObjectNotFound, path));
            files.AddRange(found);
        }

        return files;
    }

    private void AddSuppressions(string file)
    {
        try
        {
            _files.AddSuppressions(file, new ProblemSink(this).Report, CancellationToken);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, file));
        }
    }

    private string? Target(string? path)
    {
        if (path is null) return null;
        var target = PathResolver.Output(this, path);
        if (NoClobber && File.Exists(target)) ThrowTerminatingError(MopsErrors.FileExists(target));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(target))) ThrowTerminatingError(MopsErrors.FolderNotFound(target));
        try
        {
            RecordFile.FormatOf(target);
        }
        catch (ArgumentException)
        {
            ThrowTerminatingError(MopsErrors.FormatUnknown(path, ".csv, .tsv, .xlsx, .json or .jsonl"));
        }

        return target;
    }

    private AudienceResult Write(AudienceResult result)
    {
        var output = _output is not null && ShouldProcess(_output, $"Write the {result.Kept} rows that stay") ? _output : null;
        var exclusions = _exclusions is not null && ShouldProcess(_exclusions, $"Write the {result.Excluded} rows that are excluded") ? _exclusions : null;
        if (output is null && exclusions is null) return result;
        try
        {
            using var kept = output is null ? null : new RecordFile(output);
            using var excluded = exclusions is null ? null : new RecordFile(exclusions);
            _files.Write(kept, excluded, CancellationToken);
            var writer = new AudienceWriter(kept, excluded);
            for (var i = 0; i < _records.Count; i++) writer.Add(_records[i], _analysis!.ReasonsOf(i));
            kept?.Commit(CancellationToken);
            excluded?.Commit(CancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or WorkbookLimitException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(output ?? exclusions!, exception));
        }

        LogChange(
            FormattableString.Invariant($"Wrote an audience: {result.Kept} rows stay, {result.Excluded} do not."), output ?? exclusions!, new[] { output, exclusions }.OfType<string>());
        return AudienceFiles.Written(result, output, exclusions);
    }
}
