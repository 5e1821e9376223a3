using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Policy;
using MopsPS.Records;

namespace MopsPS.Common;

/// <summary>
/// The base of cmdlets that analyse rows: they come from the pipeline or from files, and the leaf sees no difference. It says in <see cref="OnSchema"/>
/// which columns it needs and takes the rows in <see cref="OnRow"/>; of a file only those columns are read and no object is made per row.
/// </summary>
public abstract class MopsRecordCmdlet : MopsCmdlet
{
    /// <summary>The name of the parameter set for the pipeline.</summary>
    protected const string InputSet = "InputObject";

    /// <summary>The name of the parameter set for paths with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The name of the parameter set for exact paths.</summary>
    protected const string LiteralSet = "LiteralPath";

    private readonly RecordAccessor _accessor = new();
    private readonly List<MopsRecord> _sample = [];
    private readonly Dictionary<RecordSchema, RecordCursor> _cursors = [];
    private bool _isSampling;

    /// <summary>The records: what Import-MopsExport writes, or any objects with properties.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject? InputObject { get; set; }

    /// <summary>The exports; wildcards are allowed. Only the columns that are needed are read.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The exports by their exact names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Columns by canonical field, for example @{ Email = 'Work Email' }; Get-MopsField shows what is found without it.</summary>
    [Parameter]
    public Hashtable? FieldMap { get; set; }

    /// <summary>The product whose column names the export has; without it, the headers tell.</summary>
    [Parameter]
    public ExportProfile? Profile { get; set; }

    /// <summary>The policy: a path, a preset's name, a hashtable or a policy; without it, the nearest mops.policy.json.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <summary>The policy that holds; set before <see cref="OnStart"/>.</summary>
    protected MopsPolicy TeamPolicy { get; private set; } = null!;

    /// <summary>Whether a file could not be read, or not to its end: an error said so, and what was made of the others is not the whole.</summary>
    protected bool IsIncomplete { get; private set; }

    /// <summary>The rows that the field map of the schema at hand looked at; null for none.</summary>
    private protected IReadOnlyList<IReadOnlyList<string?>>? MappedRows { get; private set; }

    /// <summary>How many rows the field map may look at where headers do not tell; 0 for headers only.</summary>
    protected virtual int SampleSize => 0;

    /// <summary>Called once, before any row.</summary>
    protected virtual void OnStart()
    {
    }

    /// <summary>Called for each file, and for each shape of objects in the pipeline, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play; its schema is that of the whole file.</param>
    /// <returns>The columns to read: the row then has them at positions 0, 1, … in this order.</returns>
    /// <exception cref="FieldNotFoundException">A column that is needed is not there: an error that names the file; its rows are passed over.</exception>
    protected abstract IReadOnlyList<int> OnSchema(FieldMapping fields);

    /// <summary>Called for each row.</summary>
    /// <param name="row">Stands on the row; its values hold until this call returns.</param>
    protected abstract void OnRow(RecordReader row);

    /// <summary>Called for each object of the pipeline before it is read as a record.</summary>
    /// <param name="item">The object without its wrapper.</param>
    /// <returns>True where it is no record and was taken as what it is.</returns>
    protected virtual bool OnObject(object item) => false;

    /// <summary>Called once, after all rows.</summary>
    protected abstract void OnEnd();

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        TeamPolicy = PolicyParameter.Resolve(this, Policy);
        _isSampling = SampleSize > 0;
        OnStart();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (ParameterSetName is PathSet or LiteralSet)
        {
            var isLiteral = ParameterSetName == LiteralSet;
            foreach (var file in PathResolver.Files(this, isLiteral ? LiteralPath : Path, isLiteral)) OnFile(file);
            return;
        }

        if (InputObject is null) return;
        if (InputObject.BaseObject is FileInfo info)
        {
            OnFile(info.FullName);
            return;
        }

        if (OnObject(InputObject.BaseObject)) return;
        var record = _accessor.Read(InputObject);
        if (_isSampling)
        {
            _sample.Add(record);
            if (_sample.Count >= SampleSize) TakeSample();
        }
        else
        {
            TakeRecord(record);
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        TakeSample();
        CompleteProgress();
        OnEnd();
    }

    /// <summary>Reads one file; a file that cannot be read is an error and the others go on.</summary>
    /// <param name="file">The full path.</param>
    protected virtual void OnFile(string file)
    {
        try
        {
            // Bad rows of the sample are reported when they are read for good.
            var samples = SampleSize == 0 ? null : Sample(file, SampleSize, out _);
            var options = new ImportOptions { OnProblem = new ProblemSink(this).Report, ReadsAhead = true, Cancellation = CancellationToken };
            var stream = ExportReader.OpenFile(file);
            var length = stream.Length;
            using var reader = ExportReader.Open(stream, file, options, schema => OnSchema(Map(schema, samples)));
            WriteVerbose($"{file}: {reader.Format?.ToString() ?? "read"}; columns read: {reader.Schema}");
            var activity = "Reading " + System.IO.Path.GetFileName(file);
            Func<long> done = () => stream.CanRead ? stream.Position : length;
            while (reader.Read())
            {
                CancellationToken.ThrowIfCancellationRequested();
                OnRow(reader);
                ReportProgress(activity, reader.Row, done, length);
            }
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            IsIncomplete = true;
            WriteError(MopsErrors.From(exception, file));
        }
    }

    /// <summary>The first rows of a file, in column order; what is bad in them is not reported.</summary>
    /// <param name="file">The full path.</param>
    /// <param name="size">How many.</param>
    /// <param name="schema">The columns.</param>
    private protected static List<IReadOnlyList<string?>> Sample(string file, int size, out RecordSchema schema)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(file, new ImportOptions());
        schema = reader.Schema;
        while (samples.Count < size && reader.Read()) samples.Add(reader.ToRecord().Values);
        return samples;
    }

    private void TakeSample()
    {
        _isSampling = false;
        foreach (var record in _sample) TakeRecord(record);
        _sample.Clear();
    }

    private void TakeRecord(MopsRecord record)
    {
        CancellationToken.ThrowIfCancellationRequested();
        if (!_cursors.TryGetValue(record.Schema, out var cursor))
        {
            try
            {
                var samples = _sample.Where(other => ReferenceEquals(other.Schema, record.Schema)).Select(other => other.Values).ToList();
                cursor = new RecordCursor(record.Schema, OnSchema(Map(record.Schema, samples)));
            }
            catch (Exception exception) when (MopsErrors.IsExpected(exception))
            {
                ThrowTerminatingError(MopsErrors.From(exception, InputObject));
            }

            _cursors.Add(record.Schema, cursor!);
        }

        cursor!.Set(record);
        OnRow(cursor);
    }

    /// <summary>The canonical parts of columns, as -FieldMap and -Profile say.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="samples">Some rows, or null.</param>
    private protected FieldMapping Map(RecordSchema schema, IReadOnlyList<IReadOnlyList<string?>>? samples)
    {
        MappedRows = samples;
        var map = FieldMapParameter.Read(FieldMap);
        try
        {
            return FieldMapper.Map(schema, new FieldMapOptions { Profile = Profile, Overrides = map }, samples);
        }
        catch (ArgumentException exception) when (exception is not ArgumentNullException)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsFieldMapInvalid", ErrorCategory.InvalidArgument, FieldMap));
            throw;
        }
    }
}
