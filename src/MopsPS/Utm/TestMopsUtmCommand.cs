using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Utm;
using MopsPS.Core.Utm.Links;
using MopsPS.Policy;
using MopsPS.Records;

namespace MopsPS.Utm;

/// <summary>Checks links against the policy: UTM parameters, naming, channel, damage and personal data.</summary>
/// <remarks>
/// <para>Takes links as texts, objects with a property such as Url, Link, FinalUrl or 'Landing Page URL', and files: exports (all columns of links), HTML, Markdown and
/// text. Each link gives one result with its parameters, its GA4 default channel group, what was found, and a corrected link where everything that is corrected is certain.</para>
/// <para>With -Summary the links give one summary with the UTM compliance KPI and with spellings that look like the same thing across all links. Results of an
/// earlier check can be piped in for it. A link is compliant when nothing of severity Warning or Error was found that the policy does not suppress. Personal data in links is masked in all results.</para>
/// </remarks>
/// <example>
/// <para>Checks one link.</para>
/// <code>Test-MopsUtm 'https://www.example.com/?utm_source=Google&amp;utm_medium=cpc&amp;utm_campaign=2026q4_emea_launch'</code>
/// </example>
/// <example>
/// <para>Shows the ads whose links are not in order.</para>
/// <code>Test-MopsUtm -Path ./ads.csv -OwnerField Owner | Where-Object IsCompliant -eq $false</code>
/// </example>
/// <example>
/// <para>Sums up all links of a mail, a page of links and an export, by source.</para>
/// <code>Test-MopsUtm -Path ./newsletter.html, ./links.md, ./ads.csv -Summary -By Source</code>
/// </example>
/// <example>
/// <para>Writes a report of the links of a mail.</para>
/// <code>Test-MopsUtm -Path ./newsletter.html | Export-MopsReport ./links.html</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsUtm", DefaultParameterSetName = "InputObject")]
[OutputType(typeof(UtmResult))]
[OutputType(typeof(UtmSummary))]
public sealed class TestMopsUtmCommand : MopsCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private UtmAuditor _auditor = null!;
    private UtmAudit? _audit;
    private UtmColumnAudit _columnAudit = null!;
    private Encoding? _encoding;
    private RecordSchema? _schema;
    private IReadOnlyList<int> _columns = [];
    private int _owner = -1;
    private int _number;

    /// <summary>Links as texts, objects with properties that hold links, files, or results of an earlier check.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [Alias("Url")]
    public PSObject? InputObject { get; set; }

    /// <summary>Files with links; wildcards are allowed. HTML, Markdown and .txt are searched for links; all else is read as an export.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    public string[] Path { get; set; } = [];

    /// <summary>Files with links, wildcard characters taken as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The columns or properties that hold links; without it, their names tell.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Column { get; set; } = [];

    /// <summary>The column or property that says who owns a link; without it, the one that is known as Owner (Owner, Lead Owner, Contact owner …), where there is one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? OwnerField { get; set; }

    /// <summary>The address of the page on which the links stand: tagged links to the same site are findings then. HTML that names its own address needs no parameter.</summary>
    [Parameter]
    public string? PageUrl { get; set; }

    /// <summary>The encoding of files of text, for example windows-1252; without it, their bytes tell. A byte order mark wins.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public string? Encoding { get; set; }

    /// <summary>Writes one summary in place of the results.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>What the summary's segments are made of.</summary>
    [Parameter]
    public UtmGrouping By { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _auditor = new UtmAuditor(PolicyParameter.Resolve(this, Policy), DateTime.UtcNow);
        if (Summary) _audit = new UtmAudit(_auditor, By);
        _columnAudit = new UtmColumnAudit(_auditor, PageUrl, _audit);
        if (Encoding is null) return;
        _encoding = EncodingParameter.Find(Encoding);
        if (_encoding is null) ThrowTerminatingError(MopsErrors.EncodingUnknown(Encoding));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != "InputObject")
        {
            var isLiteral = ParameterSetName == "LiteralPath";
            foreach (var file in PathResolver.Files(this, isLiteral ? LiteralPath : Path, isLiteral)) CheckFile(file);
            return;
        }

        switch (InputObject?.BaseObject)
        {
            case null:
                break;
            case UtmResult result:
                Write(result);
                break;
            case FileInfo file:
                CheckFile(file.FullName);
                break;
            case string or Uri:
                Check(InputObject.BaseObject is Uri uri ? uri.OriginalString : (string)InputObject.BaseObject, new SourcePosition(null, ++_number), null, PageUrl);
                break;
            default:
                CheckRecord(_accessor.Read(InputObject), InputObject);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        CompleteProgress();
        if (_audit is not null) WriteObject(_audit.Summarize());
    }

    private void CheckRecord(MopsRecord record, PSObject item)
    {
        if (!ReferenceEquals(record.Schema, _schema))
        {
            _schema = record.Schema;
            _columns = Columns(record.Schema, "The object", item) ?? [];
            _owner = Owner(record.Schema, "The object", item);
        }

        foreach (var column in _columns)
        {
            if (record[column] is { } url && url.Trim().Length > 0)
                Check(url, record.GetPosition(record.Schema.Columns[column]), _owner < 0 ? null : record[_owner], PageUrl);
        }
    }

    private void CheckFile(string file)
    {
        try
        {
            switch (System.IO.Path.GetExtension(file).ToLowerInvariant())
            {
                case ".html" or ".htm":
                    var (links, page) = HtmlLinks.Find(TextFile.Read(file, _encoding, HtmlCharset.Find));
                    CheckLinks(file, links, PageUrl ?? page);
                    break;
                case ".md" or ".markdown":
                    CheckLinks(file, MarkdownLinks.Find(TextFile.Read(file, _encoding)), PageUrl);
                    break;
                case ".txt" when Column.Length == 0:
                    CheckLinks(file, TextLinks.Find(TextFile.Read(file, _encoding)), PageUrl);
                    break;
                default:
                    CheckExport(file);
                    break;
            }
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, file));
        }
    }

    private void CheckLinks(string file, IEnumerable<FoundLink> links, string? page)
    {
        foreach (var link in links) Check(link.Url, new SourcePosition(file, line: link.Line, character: link.Character), null, page);
    }

    private void CheckExport(string file)
    {
        IReadOnlyList<int>? columns = null;
        var options = new ImportOptions { Encoding = _encoding, OnProblem = new ProblemSink(this).Report, Cancellation = CancellationToken };
        var stream = ExportReader.OpenFile(file);
        var length = stream.Length;
        using var reader = ExportReader.Open(stream, file, options, schema =>
        {
            columns = Columns(schema, file, file);
            var owner = Summary && By != UtmGrouping.Owner && OwnerField is null ? -1 : Owner(schema, file, file);
            return columns is null ? [] : owner < 0 ? columns : [.. columns, owner];
        });
        if (columns is null) return;
        var activity = "Checking " + System.IO.Path.GetFileName(file);
        _columnAudit.Run(reader, columns.Count, file, _audit is null ? WriteObject : null, rows => ReportProgress(activity, rows, () => stream.CanRead ? stream.Position : length, length), CancellationToken);
    }

    private int Owner(RecordSchema schema, string what, object target)
    {
        if (OwnerField is not null)
        {
            var column = schema.IndexOf(OwnerField);
            if (column < 0) WriteError(UtmErrors.NoColumn(what, OwnerField, target));
            return column;
        }

        var owner = FieldMapper.Map(schema).Get("Owner");
        if (owner.Conflicts.Count > 0 && By == UtmGrouping.Owner)
            WriteWarning($"{what} has several columns that could name the owner: {string.Join(", ", owner.Conflicts)}. Links have no owner; say which one with -OwnerField.");
        return owner.Column;
    }

    private IReadOnlyList<int>? Columns(RecordSchema schema, string what, object target)
    {
        if (Column.Length == 0)
        {
            var found = UrlColumns.Find(schema.Columns);
            if (found.Count > 0) return found;
            WriteError(UtmErrors.NoUrl(what, target));
            return null;
        }

        foreach (var name in Column.Where(name => schema.IndexOf(name) < 0)) WriteError(UtmErrors.NoColumn(what, name, target));
        return [.. Column.Select(schema.IndexOf).Where(i => i >= 0).Distinct()];
    }

    private void Check(string url, SourcePosition position, string? owner, string? page)
    {
        CancellationToken.ThrowIfCancellationRequested();
        Write(_auditor.Audit(url, position, owner, page));
    }

    private void Write(UtmResult result)
    {
        if (_audit is null) WriteObject(result);
        else _audit.Add(result);
    }
}
