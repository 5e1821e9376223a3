using System;
using System.Collections;
using System.IO;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Common;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Records.Values;
using MopsPS.Policy;

namespace MopsPS.Campaigns;

/// <summary>Checks campaigns before the launch, from their folders and offline, and says go or no-go with the rule that decided.</summary>
/// <remarks>
/// <para>A campaign is a folder by convention: campaign.json (the brief), emails, landing-pages, links, audience, suppression, metadata and routing. New-MopsCampaign
/// makes one. Each check of the result has an area, a status, evidence with file, line and position, and what to do. What is missing for a check makes it NotRun with
/// the reason, and the decision Incomplete where the policy requires the area: it is never a pass.</para>
/// <para>The brief may waive findings (name, reason and expiry) and signs the manual items of the policy. The policy's section campaignQA has required areas, decision
/// rules, sign-offs and checks of your own; its section rules drops and re-ranks checks. With -OutputPath each run is kept as JSON and HTML with the SHA-256 of each
/// input, and the next one says what changed. about_MopsPS_CampaignQA has the rules.</para>
/// <para>Personal data in the evidence is masked unless -ShowPersonalData is given. Nothing is fetched from the network
/// unless -CheckLinks is given.</para>
/// </remarks>
/// <example>
/// <para>Checks a campaign and shows what is not in order.</para>
/// <code>(Invoke-MopsCampaignQA ./campaigns/autumn-webinar -Policy ./campaigns/mops.policy.json -Date 2026-11-25).Checks | Where-Object Status -in Fail, Warning</code>
/// </example>
/// <example>
/// <para>Checks all campaigns, keeps the runs for the audit and writes one report.</para>
/// <code>Invoke-MopsCampaignQA ./campaigns/* -Policy ./campaigns/mops.policy.json -OutputPath ./qa-runs -Date 2026-11-25 | Export-MopsReport ./campaigns.html</code>
/// </example>
/// <example>
/// <para>Checks what the launch calendar names, and compares names, owners and dates with the briefs.</para>
/// <code>Import-MopsExport ./campaigns/launch-calendar.csv | Invoke-MopsCampaignQA -AssetRoot ./campaigns -Policy ./campaigns/mops.policy.json -Date 2026-11-25</code>
/// </example>
/// <example>
/// <para>Lists the evidence with file and line; Assert-MopsResult in place of it is the gate of a build.</para>
/// <code>(Invoke-MopsCampaignQA ./campaigns/autumn-webinar -Policy ./campaigns/mops.policy.json -Date 2026-11-25).Findings | Where-Object Severity -eq Error</code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "MopsCampaignQA", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(CampaignQAResult))]
public sealed class InvokeMopsCampaignQACommand : MopsWriteCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";
    private const string InputSet = "InputObject";

    private readonly RecordAccessor _accessor = new();
    private MopsPolicy _policy = null!;
    private CampaignQARunner _runner = null!;
    private CalendarReader? _calendar;
    private ArtifactFolder? _artifacts;
    private bool _hasInput;

    /// <summary>The folders of campaigns; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The folders by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Folders of Get-ChildItem or New-MopsCampaign, or rows of a launch calendar: a campaign, and where there are such columns its owner, launch date and folder.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject? InputObject { get; set; }

    /// <summary>The folder that holds the folders of the calendar's campaigns. Without a column Folder, a campaign's folder is its name in lower case with hyphens.</summary>
    [Parameter(ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    public string? AssetRoot { get; set; }

    /// <summary>Columns of the calendar that go by other names, for example @{ Campaign = 'Program'; LaunchDate = 'Go live' }; the parts are Campaign, Owner, LaunchDate and Folder.</summary>
    [Parameter(ParameterSetName = InputSet)]
    public Hashtable? FieldMap { get; set; }

    /// <summary>How the calendar writes dates, for example en-US or de-DE; without it, what the policy says under funnel, else ISO dates.</summary>
    [Parameter(ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <summary>The areas that are checked; without it, all. Where an area that the policy requires is left out, there is no go.</summary>
    [Parameter]
    public CampaignArea[] Area { get; set; } = [];

    /// <summary>Opens the links over the network, as Test-MopsLink does; links that end or change a subscription are never opened. Without it nothing is fetched.</summary>
    [Parameter]
    public SwitchParameter CheckLinks { get; set; }

    /// <summary>The folder in which each run is kept as JSON and HTML; made where it is missing. The run is compared with the one before it there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>The day of the run, on which waivers, signatures and the launch are judged; without it, now.</summary>
    [Parameter]
    [Alias("AsOf")]
    public DateTimeOffset? Date { get; set; }

    /// <summary>Shows e-mail addresses and phone numbers in the evidence as they are.</summary>
    [Parameter]
    public SwitchParameter ShowPersonalData { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _policy = PolicyParameter.Resolve(this, Policy);
        var output = OutputPath is null ? null : PathResolver.Output(this, OutputPath);
        _artifacts = output is null ? null : new ArtifactFolder(output);
        OpenChangeLog("Campaigns", _policy);
        _runner = new CampaignQARunner(_policy, new CampaignQAOptions
        {
            Time = Date ?? DateTimeOffset.Now,
            User = $"{Environment.UserDomainName}\\{Environment.UserName}",
            ModuleVersion = MyInvocation.MyCommand.Version?.ToString() ?? string.Empty,
            ShowPersonalData = ShowPersonalData,
            Areas = Area,
            CheckLinks = CheckLinks,
            ArtifactFolder = output,
        });
        if (AssetRoot is null) return;
        var dates = new DateParser(DateParameters.Culture(this, Culture ?? _policy.Funnel.Culture));
        try
        {
            _calendar = new CalendarReader(PathResolver.Output(this, AssetRoot), FieldMapParameter.Read(FieldMap) ?? [], dates);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CampaignErrors.FieldMapInvalid(exception, FieldMap!));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (InputObject?.BaseObject)
        {
            case null when ParameterSetName is PathSet or LiteralSet:
                var isLiteral = ParameterSetName == LiteralSet;
                foreach (var folder in PathResolver.Folders(this, isLiteral ? LiteralPath : Path, isLiteral)) Check(folder, null);
                break;
            case null: break;
            case FileSystemInfo or string:
                var path = InputObject!.BaseObject is FileSystemInfo info ? info.FullName : InputObject.ToString();
                foreach (var folder in PathResolver.Folders(this, [path], isLiteral: true)) Check(folder, null);
                break;
            default: CheckRow(InputObject!); break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        CompleteProgress();
        // A folder that is not there is its own error; an empty pipeline has none.
        if (!_hasInput && ParameterSetName == InputSet) ThrowTerminatingError(CampaignErrors.NoInput());
    }

    private void CheckRow(PSObject item)
    {
        _hasInput = true;
        if (_calendar is null)
        {
            WriteError(CampaignErrors.RootMissing(item));
            return;
        }

        try
        {
            var (entry, folder) = _calendar.Read(_accessor.Read(item));
            if (Directory.Exists(folder)) Check(folder, entry);
            else WriteError(CampaignErrors.FolderNotFound(folder, entry.Name));
        }
        catch (FormatException exception)
        {
            WriteError(CampaignErrors.RowInvalid(exception, item));
        }
    }

    private void Check(string folder, CalendarEntry? entry)
    {
        _hasInput = true;
        CampaignQAResult result;
        try
        {
            result = Run(folder, entry);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, folder));
            return;
        }

        if (_artifacts is not null && ShouldProcess(OutputPath, $"Keep the run of {result.Title}")) result = Keep(result);
        WriteObject(result);
    }

    // The files are checked on other threads, which must not touch the pipeline; this one shows how far they are.
    private CampaignQAResult Run(string folder, CalendarEntry? entry)
    {
        int done = 0, total = 0;
        var run = Task.Run(() => _runner.Run(folder, entry, (files, all) => (done, total) = (files, all), CancellationToken));
        try
        {
            while (!run.Wait(100)) ReportProgress($"Checking {System.IO.Path.GetFileName(folder)}", Volatile.Read(ref done), () => Volatile.Read(ref done), Volatile.Read(ref total));
        }
        catch (AggregateException)
        {
            // thrown below as what it is
        }

        return run.GetAwaiter().GetResult();
    }

    private CampaignQAResult Keep(CampaignQAResult result)
    {
        try
        {
            result = _artifacts!.WithChanges(result, WriteWarning);
            var (json, html) = _artifacts.Write(result, _policy);
            WriteVerbose($"The run is kept as {json} and {html}.");
            LogChange($"Kept a run of campaign QA: {result.Decision}.", json, [json, html]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError(CampaignErrors.NotWritten(OutputPath!, exception));
        }

        return result;
    }
}
