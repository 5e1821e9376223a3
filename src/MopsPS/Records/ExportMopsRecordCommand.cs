using System;
using System.IO;
using System.Management.Automation;
using System.Text;
using MopsPS.Common;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Records;

/// <summary>Writes records to a CSV, TSV, Excel, JSON or JSON Lines file, whole or not at all.</summary>
/// <remarks>
/// <para>The file takes its place only when everything is written: an error or Ctrl-C leaves the old file as it was. Records with different columns are
/// written with all columns. What an Excel workbook cannot hold (1,048,576 rows with the header, 16,384 columns, 32,767 characters in a cell) is an
/// error, and nothing is written. Text that a spreadsheet would run as a formula gets an apostrophe in front, in CSV and TSV; signed numbers and phone numbers do not.</para>
/// </remarks>
/// <example>
/// <para>Keeps the contacts in Germany.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Where-Object 'Country/Region' -eq 'Germany' | Export-MopsRecord ./germany.csv</code>
/// </example>
/// <example>
/// <para>Writes an Excel workbook and shows the file.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Export-MopsRecord ./contacts.xlsx -PassThru</code>
/// </example>
/// <example>
/// <para>Writes compressed JSON Lines over an existing file, too.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Export-MopsRecord ./contacts.jsonl.gz -Force</code>
/// </example>
[Cmdlet(VerbsData.Export, "MopsRecord", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMopsRecordCommand : MopsFileCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private RecordFile? _file;
    private int _count;

    /// <summary>The records: MopsRecord or any objects with properties.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The format, where the extension does not say it.</summary>
    [Parameter]
    public RecordFormat Format { get; set; }

    /// <summary>The encoding of CSV and TSV by name, for example utf-8 (the default), utf-16 or windows-1252. A character that it lacks is an error.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public string Encoding { get; set; } = "utf-8";

    /// <summary>Writes a byte order mark, so that Excel reads UTF-8.</summary>
    [Parameter]
    public SwitchParameter Bom { get; set; }

    /// <summary>The delimiter of CSV in place of the comma.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>Ends lines with LF in place of CRLF.</summary>
    [Parameter]
    public SwitchParameter LineFeed { get; set; }

    /// <summary>Writes text that starts like a formula as it is. Only for files that no spreadsheet opens.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <summary>Writes the file to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CheckTarget();
        if (EncodingParameter.Find(Encoding) is not { } encoding)
        {
            ThrowTerminatingError(MopsErrors.EncodingUnknown(Encoding));
            return;
        }

        if (!ShouldProcess(Target, "Write records")) return;
        OpenChangeLog("Records");
        var options = new RecordWriteOptions
        {
            Format = Format,
            Encoding = encoding,
            ByteOrderMark = Bom,
            Delimiter = Delimiter,
            NewLine = LineFeed ? "\n" : "\r\n",
            AllowFormula = AllowFormula,
        };
        WriteTarget(() => _file = Open(options));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_file is null) return;
        var record = _accessor.Read(InputObject);
        try
        {
            _file.Add(record.Schema.Columns, record.Values);
            _count++;
        }
        catch (WorkbookLimitException exception)
        {
            StopAtLimit(exception);
        }
        catch (IOException exception)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(Target, exception));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_file is null) return;
        try
        {
            WriteTarget(() =>
            {
                ReleaseTarget();
                _file.Commit(CancellationToken);
            });
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (EncoderFallbackException exception)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidDataException($"The encoding {Encoding} lacks a character of the records; '{Target}' was not written. Use utf-8.", exception),
                "MopsCharacterNotEncodable", ErrorCategory.InvalidData, Target));
        }
        catch (WorkbookLimitException exception)
        {
            StopAtLimit(exception);
        }

        LogChange($"Wrote {_count} records.", Target, [Target]);
        if (PassThru) WriteFile(Target);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private void StopAtLimit(WorkbookLimitException exception) => ThrowTerminatingError(new ErrorRecord(
        new InvalidDataException($"'{Target}' was not written. {exception.Message}", exception), "MopsWorkbookLimit", ErrorCategory.LimitsExceeded, Target));

    private RecordFile? Open(RecordWriteOptions options)
    {
        try
        {
            return new RecordFile(Target, options);
        }
        catch (ArgumentException)
        {
            ThrowTerminatingError(MopsErrors.FormatUnknown(Path, ".csv, .tsv, .xlsx, .json or .jsonl"));
            return null;
        }
    }
}
