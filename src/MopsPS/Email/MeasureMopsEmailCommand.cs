using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Email;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Email;

/// <summary>Measures sent e-mail from the exports of any platform: delivered, bounces, complaints, unsubscribes, opens and clicks, by send, domain, segment and period.</summary>
/// <remarks>
/// <para>Takes exports of events (a row for each thing that happened to a message: Marketo, HubSpot, Salesforce Marketing Cloud, Mailchimp, generic) and exports with a row
/// for each send and its numbers, also both in one call. A recipient counts once for each send. Bounces without a kind are told apart by status code (RFC 3463) and reason.</para>
/// <para>Findings: hard bounces and complaints above the policy's targets, unsubscribes above twice the rate of the other sends where chance does not explain it, addresses that
/// bounce again and again, and domains that refuse messages. What an export does not tell is not known and never a zero. Opens are an upper bound, since mail programs open messages by themselves.
/// about_MopsPS_Email has the rules.</para>
/// </remarks>
/// <example>
/// <para>Measures the events of the quarter: all messages, then each send.</para>
/// <code>Measure-MopsEmail ./email-events.csv -By Send</code>
/// </example>
/// <example>
/// <para>Shows the worst recipient domains.</para>
/// <code>Measure-MopsEmail ./email-events.csv -By Domain | Where-Object { $_.HardBounceRate -gt 2 }</code>
/// </example>
/// <example>
/// <para>Writes the addresses that bounce again and again, for the suppression list.</para>
/// <code>(Measure-MopsEmail ./email-events.csv -ShowRecipient).RepeatBouncers | Export-MopsRecord ./bouncers.csv</code>
/// </example>
/// <example>
/// <para>Measures a platform's list of sends by month and writes a report.</para>
/// <code>Import-MopsExport ./email-sends.csv | Measure-MopsEmail -Period Month | Export-MopsReport ./email.html</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsEmail", DefaultParameterSetName = PathSet)]
[OutputType(typeof(EmailResult))]
public sealed class MeasureMopsEmailCommand : MopsDatedRecordCmdlet
{
    private EmailAnalysis _analysis = null!;

    /// <summary>What makes segments: Send, Domain (of the recipient) or columns, for example Country; each combination of values is a result of its own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EmailSegmentCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>The length of the periods; each is a result of its own.</summary>
    [Parameter]
    public FunnelPeriod Period { get; set; }

    /// <summary>What every row means, for an export of one kind of event that has no column for it.</summary>
    [Parameter]
    public EmailEvent? Event { get; set; }

    /// <summary>Shows the addresses of repeat bouncers; without it they are masked.</summary>
    [Parameter]
    public SwitchParameter ShowRecipient { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        _analysis = new EmailAnalysis(
            new EmailOptions { By = By, Period = Period, Event = Event, ShowRecipients = ShowRecipient }, TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report);
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
            WriteObject(_analysis.Finish(), enumerateCollection: true);
        }
        catch (EmailException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsEmailNoData", ErrorCategory.InvalidData, null));
        }
    }
}
