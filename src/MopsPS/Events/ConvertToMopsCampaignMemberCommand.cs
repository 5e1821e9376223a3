using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Events;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;
using MopsPS.Records;

namespace MopsPS.Events;

/// <summary>Turns reports of attendance and registration into campaign members, and into the files that a CRM or marketing system imports.</summary>
/// <remarks>
/// <para>Reads the reports of Zoom (meetings, webinars, registrations), GoTo, ON24, Teams, Eventbrite, and any table with columns for people, with all their sections and without any
/// parameter. The rows of one person are merged: time on several devices at once counts once. Hosts, panelists and the team's own people are left out and counted.</para>
/// <para>The policy's section events says what counts as attended, what a status is called in each target, and in which order statuses stand: with -Existing, a member's status never
/// goes back. -Against finds the lead or contact of each person, by the address where that leaves no doubt, else by the engine of Find-MopsDuplicate; who may be one of several is
/// Ambiguous, for a person to decide.</para>
/// <para>-Destination writes the import files of -Target: Salesforce (new members, changed ones, leads to be made first), HubSpot, Marketo (a file for each status), and a file for
/// review. Compare-MopsRecord verifies afterwards what arrived. about_MopsPS_Events has the rules.</para>
/// </remarks>
/// <example>
/// <para>Lists who attended a webinar, with minutes and share of the session.</para>
/// <code>ConvertTo-MopsCampaignMember ./zoom-webinar.csv, ./zoom-registrations.csv -Policy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Finds the leads and contacts, and writes the files for Salesforce.</para>
/// <code>ConvertTo-MopsCampaignMember ./zoom-webinar.csv -Against ./event-leads.csv, ./event-contacts.csv -CampaignId 7015e000000AbCdAAK -Destination ./members -Policy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Shows who needs a decision, and the figures of the event.</para>
/// <code>$members = ConvertTo-MopsCampaignMember ./zoom-webinar.csv -Against ./event-leads.csv, ./event-contacts.csv -IncludeSummary -Policy ./mops.policy.json
/// $members | Where-Object { $_.Match -eq 'Ambiguous' }
/// $members | Export-MopsReport ./event.html</code>
/// </example>
/// <example>
/// <para>Reads a Teams meeting on the clock of Berlin; members that are further on keep their status.</para>
/// <code>ConvertTo-MopsCampaignMember ./teams-meeting.csv -TimeZone Europe/Berlin -Existing ./campaign-members.csv -CampaignId 7015e000000AbCdAAK</code>
/// </example>
[Cmdlet(VerbsData.ConvertTo, "MopsCampaignMember", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(CampaignMember), typeof(EventSummary), typeof(MemberFile))]
public sealed class ConvertToMopsCampaignMemberCommand : MopsDatedWriteCmdlet
{
    private EventAnalysis _analysis = null!;
    private ProblemSink _problems = null!;

    /// <summary>Leads and contacts: paths of exports, or records.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public object[] Against { get; set; } = [];

    /// <summary>The campaign or program: one id, or a hashtable of ids by event id or topic.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? CampaignId { get; set; }

    /// <summary>The members that the campaign has already: paths of exports, or records, with their status.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[] Existing { get; set; } = [];

    /// <summary>The product whose statuses and files are written.</summary>
    [Parameter]
    public MemberTarget Target { get; set; }

    /// <summary>The folder for the import files; it is made where it is missing. Without it, members are written to the pipeline.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>How long a session was, in minutes, where the report does not say.</summary>
    [Parameter]
    [ValidateRange(1.0, 100000.0)]
    public double SessionMinutes { get; set; }

    /// <summary>How many threads may work in matching; the result does not depend on it.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>Writes a summary for each event in place of the members.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes the summaries after the members or files.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <summary>Writes text that starts like a formula as it is. Only for files that no spreadsheet opens.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        _problems = new ProblemSink(this);
        OpenChangeLog("Events");
        Guard(() => _analysis = new EventAnalysis(Options(), TeamPolicy, DateTime.UtcNow, _problems.Report), Target);
    }

    /// <inheritdoc/>
    protected override void OnFile(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            _analysis.AddReport(stream, file);
        }
        catch (EventException exception)
        {
            WriteError(EventErrors.From(exception, file));
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, file));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => [];

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => Guard(() => _analysis.AddRecord(((RecordCursor)row).Current!), row.Schema.ToString());

    /// <inheritdoc/>
    protected override void OnEnd() => Guard(Convert, null);

    private void Convert()
    {
        _analysis.Settle();
        var people = new EventPeople(this, CancellationToken);
        if (Existing.Length > 0) people.ReadExisting(_analysis.Existing, Existing, schema => Map(schema, null));
        if (Against.Length > 0) people.ReadKnown(_analysis, Against, Map);
        var result = _analysis.Finish();
        if (Destination is not null) WriteFiles(result.Members);
        else if (!Summary) WriteObject(result.Members, enumerateCollection: true);
        if (Summary || IncludeSummary) WriteObject(result.Summaries, enumerateCollection: true);
    }

    private void WriteFiles(IReadOnlyList<CampaignMember> members)
    {
        var folder = PathResolver.Output(this, Destination!);
        if (!ShouldProcess(folder, $"Write the files for {members.Count} members of {Target}")) return;
        try
        {
            Directory.CreateDirectory(folder);
            var files = MemberImportFiles.Write(folder, members, Target, new RecordWriteOptions { AllowFormula = AllowFormula }, CancellationToken);
            LogChange($"Wrote the files for {members.Count} members of {Target}.", folder, files.Select(file => file.Path));
            WriteObject(files, enumerateCollection: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(folder, exception));
        }
    }

    private EventOptions Options()
    {
        var campaign = CampaignId is PSObject wrapped ? wrapped.BaseObject : CampaignId;
        if (campaign is not (null or string or IDictionary)) ThrowTerminatingError(EventErrors.CampaignInvalid(campaign!));
        return new EventOptions
        {
            CampaignId = campaign as string,
            Campaigns = ((campaign as IDictionary) ?? new Hashtable()).Cast<DictionaryEntry>().ToDictionary(pair => Plain(RecordAccessor.Text(pair.Key) ?? ""), pair => RecordAccessor.Text(pair.Value) ?? "", StringComparer.OrdinalIgnoreCase),
            Target = Target,
            SessionMinutes = SessionMinutes > 0 ? SessionMinutes : null,
            // A report is written as its product writes it, not as the team's CRM does.
            Culture = DateParameters.Culture(this, Culture),
            Zone = Zone,
            Threads = ThrottleLimit,
            Cancellation = CancellationToken,
        };
    }

    // An event id is known by its digits, however it is grouped.
    private static string Plain(string key) => key.All(c => char.IsDigit(c) || c is ' ' or '-') ? new string([.. key.Where(char.IsDigit)]) : key;

    private void Guard(Action work, object? target)
    {
        try
        {
            work();
        }
        catch (EventException exception)
        {
            ThrowTerminatingError(EventErrors.From(exception, target));
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, target));
        }
    }
}
