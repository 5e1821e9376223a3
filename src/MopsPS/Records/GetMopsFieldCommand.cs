using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Records;

/// <summary>Shows which column of an export plays which canonical part and why, or the canonical fields themselves.</summary>
/// <remarks>
/// <para>Analyses ask for canonical fields such as Email or LeadSource. The column is found by the header names of the product, and for e-mail, phone and
/// web addresses by the values where no header tells. Two columns that are equally good are not guessed between. Sample values are masked.</para>
/// </remarks>
/// <example>
/// <para>Shows the columns of an export.</para>
/// <code>Get-MopsField ./contacts-hubspot.csv</code>
/// </example>
/// <example>
/// <para>Shows the columns that play no part.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Get-MopsField | Where-Object Field -eq $null</code>
/// </example>
/// <example>
/// <para>Shows the canonical fields.</para>
/// <code>Get-MopsField -List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsField", DefaultParameterSetName = PathSet)]
[OutputType(typeof(FieldColumn), ParameterSetName = [PathSet, LiteralSet, ObjectSet])]
[OutputType(typeof(CanonicalField), ParameterSetName = [ListSet])]
public sealed class GetMopsFieldCommand : MopsCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";
    private const string ObjectSet = "InputObject";
    private const string ListSet = "List";

    private readonly RecordAccessor _accessor = new();
    private readonly List<IReadOnlyList<string?>> _samples = [];
    private RecordSchema? _schema;

    /// <summary>The exports; wildcards are allowed. Each file is reported by itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The exports by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The records: MopsRecord or any objects with properties, of which the first says the columns; or files as Get-ChildItem gives them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    public PSObject? InputObject { get; set; }

    /// <summary>The product whose column names the export has; without it, the headers tell.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    public ExportProfile? Profile { get; set; }

    /// <summary>Columns by canonical field, for example @{ Email = 'Work Email' }.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    public Hashtable? FieldMap { get; set; }

    /// <summary>How many records are looked at.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = ObjectSet)]
    [ValidateRange(1, 1_000_000)]
    public int SampleSize { get; set; } = 1000;

    /// <summary>Lists the canonical fields.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ListSet)]
    public SwitchParameter List { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (List || InputObject is null) return;
        if (InputObject.BaseObject is FileInfo file)
        {
            ReportFile(file.FullName);
            return;
        }

        if (_samples.Count >= SampleSize) return;
        var record = _accessor.Read(InputObject);
        _schema ??= record.Schema;
        _samples.Add(ReferenceEquals(record.Schema, _schema) ? record.Values : [.. _schema.Columns.Select(name => record[name])]);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (List)
        {
            WriteObject(FieldCatalog.Fields, enumerateCollection: true);
            return;
        }

        if (_schema is not null)
        {
            Report(_schema, _samples);
            return;
        }

        var isLiteral = ParameterSetName == LiteralSet;
        foreach (var file in PathResolver.Files(this, isLiteral ? LiteralPath : Path, isLiteral)) ReportFile(file);
    }

    private void ReportFile(string file)
    {
        try
        {
            var samples = new List<IReadOnlyList<string?>>();
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = problem => WriteVerbose(problem.ToString()) });
            var schema = reader.Schema;
            while (samples.Count < SampleSize && reader.Read() && !CancellationToken.IsCancellationRequested)
                samples.Add([.. Enumerable.Range(0, schema.Count).Select(reader.GetString)]);
            Report(schema, samples);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            WriteError(MopsErrors.From(exception, file));
        }
    }

    private void Report(RecordSchema schema, IReadOnlyList<IReadOnlyList<string?>> samples)
    {
        try
        {
            var map = FieldMapParameter.Read(FieldMap);
            var mapping = FieldMapper.Map(schema, new FieldMapOptions { Profile = Profile, Overrides = map }, samples);
            WriteObject(FieldReport.Describe(mapping, samples), enumerateCollection: true);
        }
        catch (FieldNotFoundException exception)
        {
            ThrowTerminatingError(MopsErrors.From(exception, exception.Field));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsFieldMapInvalid", ErrorCategory.InvalidArgument, FieldMap));
        }
    }
}
