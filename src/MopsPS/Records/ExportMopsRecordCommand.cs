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
/// written with all columns. Text that a spreadsheet would run as a formula gets an apostrophe in front, in CSV and TSV; signed numbers and phone numbers do not.</para>
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
public sealed class ExportMopsRecordCommand : MopsCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private RecordFile? _file;
    private string _target = "";

    /// <summary>The file to write; its extension names the format, a further .gz compresses it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FullName", "LiteralPath")]
    public string Path { get; set; } = "";

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

    /// <summary>Refuses to replace an existing file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces a read-only file, too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _target = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        if (provider.Name != "FileSystem") Stop(new ArgumentException($"'{Path}' is not in the file system."), "PathNotFileSystem", ErrorCategory.InvalidArgument);
        if (File.Exists(_target))
        {
            if (NoClobber) Stop(new IOException($"'{_target}' exists already. Leave out -NoClobber to replace it, or write to another file."), "FileExists", ErrorCategory.ResourceExists);
            var isReadOnly = (File.GetAttributes(_target) & FileAttributes.ReadOnly) != 0;
            if (isReadOnly && !Force) Stop(new UnauthorizedAccessException($"'{_target}' is read-only. Use -Force to replace it."), "FileReadOnly", ErrorCategory.PermissionDenied);
        }

        if (EncodingParameter.Find(Encoding) is not { } encoding)
        {
            ThrowTerminatingError(MopsErrors.EncodingUnknown(Encoding));
            return;
        }

        if (!ShouldProcess(_target, "Write records")) return;
        try
        {
            _file = new RecordFile(_target, new RecordWriteOptions
            {
                Format = Format,
                Encoding = encoding,
                ByteOrderMark = Bom,
                Delimiter = Delimiter,
                NewLine = LineFeed ? "\n" : "\r\n",
                AllowFormula = AllowFormula,
            });
        }
        catch (DirectoryNotFoundException exception)
        {
            Stop(exception, "FolderNotFound", ErrorCategory.ObjectNotFound);
        }
        catch (ArgumentException exception)
        {
            Stop(exception, "FormatUnknown", ErrorCategory.InvalidArgument);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Stop(exception, "FileNotWritable", ErrorCategory.WriteError);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_file is null) return;
        var record = _accessor.Read(InputObject);
        try
        {
            _file.Add(record.Schema.Columns, record.Values);
        }
        catch (IOException exception)
        {
            Stop(exception, "FileNotWritable", ErrorCategory.WriteError);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_file is null) return;
        try
        {
            if (Force && File.Exists(_target)) File.SetAttributes(_target, File.GetAttributes(_target) & ~FileAttributes.ReadOnly);
            _file.Commit(CancellationToken);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (EncoderFallbackException exception)
        {
            Stop(new InvalidDataException($"The encoding {Encoding} lacks a character of the records; '{_target}' was not written. Use utf-8.", exception), "CharacterNotEncodable", ErrorCategory.InvalidData);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Stop(exception, "FileNotWritable", ErrorCategory.WriteError);
        }

        if (PassThru) WriteFile(_target);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private void Stop(Exception exception, string id, ErrorCategory category) => ThrowTerminatingError(new ErrorRecord(exception, "Mops" + id, category, _target));
}
