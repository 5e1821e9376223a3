using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;
using MopsPS.Policy;

namespace MopsPS.Reporting;

/// <summary>Writes a report of results, findings, KPIs and rows as one HTML, Markdown, CSV or JSON file.</summary>
/// <remarks>
/// <para>Takes whatever the other commands give, mixed as it comes. The HTML page is one file that loads nothing and runs no script: it can be mailed, archived and printed.</para>
/// <para>Key figures of the whole are cards; those by segment and period are rows of one table. Totals are of the whole input; HTML and Markdown show a limited number of rows in each section (see MaxRows). CSV holds the findings, JSON everything. An existing file is replaced, whole or not at all, unless NoClobber is given.</para>
/// <para>Rules mask personal data in the findings themselves. Rows that are piped in are shown as they are: use Mask where they hold e-mail addresses or phone numbers.</para>
/// </remarks>
/// <example>
/// <para>Writes a page about a KPI.</para>
/// <code>[MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 93, 100, 95, 'HigherIsBetter') | Export-MopsReport ./kpi.html -Title 'Links in November'</code>
/// </example>
/// <example>
/// <para>Lists the rules as Markdown, for example for a wiki.</para>
/// <code>Get-MopsRule | Export-MopsReport ./rules.md -Title 'Our rules'</code>
/// </example>
/// <example>
/// <para>Writes everything as JSON under a name without an extension.</para>
/// <code>Get-MopsRule | Export-MopsReport ./rules -Format Json</code>
/// </example>
[Cmdlet(VerbsData.Export, "MopsReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(PSObject))]
public sealed class ExportMopsReportCommand : MopsFileCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private string? _template;
    private MopsReportFormat _format;
    private ReportBuilder? _builder;

    /// <summary>Results, findings, KPIs, records or any other objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The format, where the extension does not give it.</summary>
    [Parameter]
    public MopsReportFormat? Format { get; set; }

    /// <summary>The heading of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Marketing operations report";

    /// <summary>A Liquid template of your own for the HTML page; it sees the report as "report".</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Template { get; set; }

    /// <summary>The policy whose name and version the report states: a path, a hashtable or a policy object. Without it the nearest mops.policy.json, else the default.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <summary>How many rows each section shows; 0 for all. Without it 200 in HTML, 50 in Markdown and all in CSV and JSON.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? MaxRows { get; set; }

    /// <summary>The date the report bears; now, where it is not given. The same input and date give the same file.</summary>
    [Parameter]
    public DateTimeOffset? Date { get; set; }

    /// <summary>Masks e-mail addresses and phone numbers in all texts. Long numbers may be masked too.</summary>
    [Parameter]
    public SwitchParameter Mask { get; set; }

    /// <summary>Hands on the input instead of the file, so that a gate can follow.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckTarget();
        if ((Format ?? ReportWriter.FromExtension(Target)) is not { } format)
        {
            ThrowTerminatingError(MopsErrors.FormatUnknown(Path, ".html, .md, .csv or .json"));
            return;
        }

        _format = format;
        if (Template is not null)
        {
            if (_format != MopsReportFormat.Html) ThrowTerminatingError(ReportErrors.TemplateNotUsed(Template));
            try
            {
                _template = File.ReadAllText(PathResolver.Output(this, Template));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                ThrowTerminatingError(ReportErrors.TemplateUnreadable(Template, exception));
            }
        }

        var policy = PolicyParameter.Resolve(this, Policy);
        OpenChangeLog("Reporting", policy);
        _builder = new ReportBuilder(new ReportOptions
        {
            Title = Title,
            Date = Date ?? DateTimeOffset.Now,
            Policy = policy,
            MaxRows = MaxRows ?? ReportWriter.DefaultMaxRows(_format),
            Mask = Mask,
            SpoolFolder = System.IO.Path.GetDirectoryName(Target) is { Length: > 0 } folder && Directory.Exists(folder) ? folder : System.IO.Path.GetTempPath(),
            KeepsTables = _format != MopsReportFormat.Csv,
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        if (HandedOver.ResultName(InputObject) is { } copy) WriteError(ReportErrors.InputIsCopy(copy, InputObject));
        else ReportInput.Add(_builder!, InputObject, _accessor);
        if (PassThru) WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_builder!.IsEmpty) ThrowTerminatingError(ReportErrors.NoInput(Target));
        if (!ShouldProcess(Target, "Write report")) return;
        var report = _builder.Build();
        if (_format == MopsReportFormat.Csv && report.Findings + report.Suppressed == 0) WriteWarning("There are no findings, so the CSV file holds a header only. HTML, Markdown and JSON also hold results, KPIs and rows.");
        WriteTarget(() =>
        {
            using var file = new AtomicFile(Target);
            Render(report, file.Stream);
            CancellationToken.ThrowIfCancellationRequested();
            ReleaseTarget();
            file.Commit();
        });
        LogChange($"Wrote the report {Title}.", Target, [Target]);
        if (!PassThru) WriteFile(Target);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _builder?.Dispose();
        base.Dispose(disposing);
    }

    private void Render(ReportDocument report, Stream stream)
    {
        try
        {
            ReportWriter.Write(report, _format, stream, _template);
        }
        catch (FormatException exception) when (Template is not null)
        {
            ThrowTerminatingError(ReportErrors.TemplateInvalid(Template, exception));
        }
    }
}
