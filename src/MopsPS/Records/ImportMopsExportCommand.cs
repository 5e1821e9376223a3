using System;
using System.IO;
using System.Management.Automation;
using System.Text;
using MopsPS.Common;
using MopsPS.Core.Records;

namespace MopsPS.Records;

/// <summary>Reads exports of marketing and sales products: CSV, TSV, Excel, JSON and JSON Lines, compressed or not.</summary>
/// <remarks>
/// <para>Delimiter, encoding, header line, section and footer are found out; -Verbose says how a file was understood. Values are never re-typed:
/// ids, phone numbers and postcodes keep their leading zeros. Each record has the columns of the file as properties.</para>
/// <para>Every bad row is a non-terminating error that names file, row, line and column and says what became of the row; renamed headers are warnings.
/// Rows in are rows out plus rows reported as left out; lines of a report's footer are no rows, and -Verbose counts them. A damaged file ends with an error after the rows before the damage; the next file goes on.</para>
/// </remarks>
/// <example>
/// <para>Reads the contacts in Germany.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Where-Object 'Country/Region' -eq 'Germany'</code>
/// </example>
/// <example>
/// <para>Reads two columns of the first ten records.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv -Column Email, 'Lifecycle Stage' -First 10</code>
/// </example>
/// <example>
/// <para>Reads all exports of the folder and keeps what was wrong with their rows in a variable.</para>
/// <code>Import-MopsExport ./contacts-*.csv -ProblemVariable problems | Export-MopsRecord ./all.jsonl</code>
/// </example>
/// <example>
/// <para>Reads text that is piped in.</para>
/// <code>'Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content</code>
/// </example>
[Cmdlet(VerbsData.Import, "MopsExport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MopsRecord))]
public sealed class ImportMopsExportCommand : MopsCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";
    private const string ContentSet = "Content";

    private readonly StringBuilder _content = new();
    private ProblemSink _problems = null!;
    private ImportOptions _options = null!;

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files by their exact names, also of objects such as Get-ChildItem gives.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Says that the piped text is the export itself, for example from a native command or standard input.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ContentSet)]
    public SwitchParameter Content { get; set; }

    /// <summary>The text of an export, line by line or as a whole; with -Content.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ContentSet)]
    [AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    /// <summary>The separator of a delimited file; without it, comma, semicolon, tab or pipe is found out.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>The encoding by name or code page, for example windows-1252; without it, it is found out. A byte order mark wins.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public string? Encoding { get; set; }

    /// <summary>The column names of a file without a header line.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Header { get; set; }

    /// <summary>The line of the header, where it is not found; in a workbook the row of the sheet.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int HeaderLine { get; set; }

    /// <summary>The title of the table to read in a report of several; in JSON the property that holds the records, for example result.records.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Section { get; set; }

    /// <summary>The sheet of a workbook; without it, the first.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Sheet { get; set; }

    /// <summary>What to do with a row that has more or fewer fields than the header.</summary>
    [Parameter]
    public RaggedRow RaggedRow { get; set; } = RaggedRow.Keep;

    /// <summary>What to do with repeated and blank headers.</summary>
    [Parameter]
    public DuplicateHeader DuplicateHeader { get; set; } = DuplicateHeader.Rename;

    /// <summary>Only these columns, in this order; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[]? Column { get; set; }

    /// <summary>Only the first records of each file, after those that -Skip leaves out.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = int.MaxValue;

    /// <summary>Leaves out the first records of each file.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <summary>Leaves the apostrophes that Export-MopsRecord puts before formulas in CSV and TSV.</summary>
    [Parameter]
    public SwitchParameter NoFormulaUnescape { get; set; }

    /// <summary>The name of a variable for the RecordProblem objects of this run; with a + in front they are added to it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProblemVariable { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var encoding = Encoding is null ? null : EncodingParameter.Find(Encoding);
        if (Encoding is not null && encoding is null) ThrowTerminatingError(MopsErrors.EncodingUnknown(Encoding));
        _problems = new ProblemSink(this);
        _options = new ImportOptions
        {
            Delimiter = Delimiter,
            Encoding = encoding,
            Header = Header,
            HeaderLine = HeaderLine,
            Section = Section,
            Sheet = Sheet,
            RaggedRow = RaggedRow,
            DuplicateHeader = DuplicateHeader,
            UnescapeFormula = !NoFormulaUnescape,
            CountsLines = true,
            Cancellation = CancellationToken,
            OnProblem = _problems.Report,
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ContentSet)
        {
            foreach (var text in InputObject) _content.Append(text).Append('\n');
            return;
        }

        var isLiteral = ParameterSetName == LiteralSet;
        foreach (var file in PathResolver.Files(this, isLiteral ? LiteralPath : Path, isLiteral)) ImportFile(file);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == ContentSet)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(_content.ToString());
            _content.Clear();
            Import(ContentName(bytes), new MemoryStream(bytes), _options with { Encoding = System.Text.Encoding.UTF8 });
        }

        if (ProblemVariable is not null) _problems.SetVariable(SessionState.PSVariable, ProblemVariable);
    }

    private void ImportFile(string file)
    {
        try
        {
            // Excel keeps its files open for writing: reading them at the same time is fine.
            Import(file, new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan), _options);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, file));
        }
    }

    private void Import(string name, Stream stream, ImportOptions options)
    {
        try
        {
            using (stream) Read(name, stream, options);
        }
        catch (ExportFormatException exception)
        {
            WriteError(MopsErrors.From(exception, name));
        }
        catch (OperationCanceledException) when (CancellationToken.IsCancellationRequested)
        {
        }
        finally
        {
            CompleteProgress();
        }
    }

    private void Read(string name, Stream stream, ImportOptions options)
    {
        var length = stream.Length;
        using var reader = ExportReader.Open(stream, name, options, Column is null ? null : schema => ColumnChoice.Positions(schema, Column));
        WriteVerbose($"{name}: {reader.Format?.ToString() ?? "read"}; {reader.Schema.Count} columns: {reader.Schema}");
        var activity = "Reading " + System.IO.Path.GetFileName(name);
        var written = 0;
        for (var seen = 0; written < First && reader.Read();)
        {
            if (CancellationToken.IsCancellationRequested) return;
            if (seen++ < Skip) continue;
            WriteObject(reader.ToRecord());
            written++;
            ReportProgress(activity, seen, () => stream.CanRead ? stream.Position : length, length);
        }

        WriteVerbose($"{name}: {written} records{(reader.FooterLines > 0 ? $", {reader.FooterLines} lines of the report's footer passed over" : "")}");
    }

    private static string ContentName(byte[] text)
    {
        foreach (var b in text)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            return b is (byte)'[' or (byte)'{' ? "content.json" : "content.csv";
        }

        return "content.csv";
    }
}
