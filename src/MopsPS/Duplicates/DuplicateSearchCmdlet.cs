using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using MopsPS.Common;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Duplicates;

/// <summary>The base of cmdlets that compare records: takes all input, announces it to a <see cref="DuplicateFinder"/> and hands it over filled.</summary>
public abstract class DuplicateSearchCmdlet : MopsRecordWriteCmdlet
{
    private const int Samples = 2000;

    private readonly DuplicateSource _source = new();
    private readonly List<(DuplicateInput Input, string? File, RecordSchema? Schema)> _inputs = [];
    private DuplicateFinder _finder = null!;
    private string? _saveTo;
    private volatile Tuple<string, double> _progress = Tuple.Create("Reading", 0.0);

    /// <summary>Compares by these columns or canonical fields only.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Field { get; set; } = [];

    /// <summary>Columns that are identifiers, such as a customer number: they agree, nearly agree or do not.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] ExactField { get; set; } = [];

    /// <summary>Columns that are not compared.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] IgnoreField { get; set; } = [];

    /// <summary>Known records: paths of exports, or records. Only pairs that touch a new record are looked for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[] Against { get; set; } = [];

    /// <summary>What the records are, such as Lead, Contact or Account: one for all, or one for each file of -Path. Without it, ids, headers and the file's name tell.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ObjectTypeCompleter))]
    public string[] ObjectType { get; set; } = [];

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>A model file of an earlier search, used in place of learning where it fits the fields.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Model { get; set; }

    /// <summary>Writes what was learnt to a model file: probabilities only, no values of records.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveModel { get; set; }

    /// <summary>The model that was read, or null.</summary>
    private protected DuplicateModel? KnownModel { get; private set; }

    /// <summary>How to look; fields, threads, progress and cancellation are set by the base.</summary>
    protected abstract DuplicateOptions Options();

    /// <summary>Called once, when all rows are there.</summary>
    /// <param name="finder">Holds the rows.</param>
    protected abstract void Write(DuplicateFinder finder);

    /// <summary>Reads the model and finds the place for what is learnt, before any record is read.</summary>
    private protected void PrepareModel()
    {
        OpenChangeLog("Duplicates");
        if (Model is not null) KnownModel = ReadModel(PathResolver.Output(this, Model));
        if (SaveModel is null) return;
        _saveTo = PathResolver.Output(this, SaveModel);
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(_saveTo))) ThrowTerminatingError(MopsErrors.FolderNotFound(_saveTo));
    }

    /// <inheritdoc/>
    protected override void OnFile(string file) => _source.Files.Add(file);

    // Which columns are compared is decided when all records are there; they are kept whole until then.
    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => [];

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _source.Records.Add(((RecordCursor)row).Current!);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        _finder = new DuplicateFinder(Options() with
        {
            Fields = new MatchFieldOptions { Only = Field, Exact = ExactField, Ignore = IgnoreField },
            Threads = ThrottleLimit,
            OnProgress = (phase, done) => _progress = Tuple.Create(phase, done),
            Cancellation = CancellationToken,
        });
        var known = DuplicateSource.Of(this, Against);
        Announce(_source, isKnown: false);
        var isAnyNew = _inputs.Count > 0;
        Announce(known, isKnown: true);
        try
        {
            _finder.Settle();
            if (isAnyNew) Check();
            foreach (var (input, file, _) in _inputs.Where(input => input.File is not null)) Read(input, file!);
            Keep(_source);
            Keep(known);
            // No input is not a pass.
            if (!_finder.Inputs.Any(input => !input.IsKnown && input.Count > 0)) ThrowTerminatingError(DuplicateErrors.NoRecords());
            Write(_finder);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            // A file of which a part is missing would give groups that are wrong without a sign.
            ThrowTerminatingError(MopsErrors.From(exception, null));
        }
        finally
        {
            CompleteProgress();
        }
    }

    /// <summary>Compares on another thread: the engine reports from its threads, and only this one may talk to the host.</summary>
    /// <param name="finder">Holds the rows.</param>
    private DuplicateRun Run(DuplicateFinder finder)
    {
        var task = Task.Run(finder.Run);
        while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(100))
        {
            var (phase, done) = _progress;
            ReportProgress($"Finding duplicates: {phase}", _finder.Rows, () => (long)(done * 1000), 1000);
        }

        return task.GetAwaiter().GetResult();
    }

    /// <summary>Compares, says where the model does not fit, and ends the command where there is nothing to compare.</summary>
    /// <param name="finder">Holds the rows.</param>
    private protected DuplicateRun Search(DuplicateFinder finder)
    {
        var run = Run(finder);
        if (run.ModelProblem is not null) WriteWarning($"'{Model}' does not fit: {run.ModelProblem}. The records taught a new model.");
        if (run.Model == DuplicateModelSource.None) ThrowTerminatingError(DuplicateErrors.NoField(finder.Inputs.SelectMany(input => input.Fields.Schema.Columns).Distinct()));
        return run;
    }

    /// <summary>Writes what a run learnt where -SaveModel asks for it.</summary>
    /// <returns>The file, or null.</returns>
    private protected string? SaveLearnt(DuplicateRun run)
    {
        if (_saveTo is null || !ShouldProcess(_saveTo, "Save the model")) return null;
        Save(run, _saveTo);
        LogChange("Saved a model of duplicates.", _saveTo, [_saveTo]);
        return _saveTo;
    }

    /// <summary>Shows how much of the records is fetched.</summary>
    private protected void Fetching(double done) => ReportProgress("Finding duplicates: Fetching", _finder.Rows, () => (long)(done * 1000), 1000);

    /// <summary>Reads a model file; one that cannot be read ends the command.</summary>
    private DuplicateModel? ReadModel(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return ModelFile.Read(stream);
        }
        catch (DuplicateModelException exception)
        {
            ThrowTerminatingError(DuplicateErrors.Model(exception, path));
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, path));
        }

        return null;
    }

    /// <summary>Writes what a run learnt, whole or not at all.</summary>
    private void Save(DuplicateRun run, string path)
    {
        try
        {
            using var file = new AtomicFile(path);
            ModelFile.Write(DuplicateModel.Of(run), file.Stream);
            file.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(path, exception));
        }
    }

    private void Announce(DuplicateSource source, bool isKnown)
    {
        for (var i = 0; i < source.Files.Count; i++)
        {
            var file = source.Files[i];
            try
            {
                var samples = Sample(file, Samples, out var schema);
                var fields = Map(schema, samples);
                _inputs.Add((_finder.AddInput(
                    fields, samples, file, Type(isKnown, i) ?? ObjectTypes.Of(fields, samples, file), isKnown, () => ExportReader.Open(file, new ImportOptions())), file, null));
            }
            catch (Exception exception) when (MopsErrors.IsExpected(exception))
            {
                WriteError(MopsErrors.From(exception, file));
            }
        }

        foreach (var pair in source.Samples(Samples))
        {
            var fields = Map(pair.Key, pair.Value);
            _inputs.Add((_finder.AddInput(fields, pair.Value, pair.Key.Source, Type(isKnown, 0) ?? ObjectTypes.Of(fields, pair.Value, pair.Key.Source), isKnown), null, pair.Key));
        }
    }

    private string? Type(bool isKnown, int file) => isKnown || ObjectType.Length == 0 ? null : ObjectType.Length == 1 ? ObjectType[0] : file < ObjectType.Length ? ObjectType[file] : null;

    private void Check()
    {
        foreach (var input in _finder.Inputs)
            foreach (var field in input.Plan) WriteVerbose($"{input.Name ?? "Pipeline"}: {field.Name}, compared as {field.Kind}: {field.Reason}");
        if (_finder.Inputs.All(input => input.Plan.Count == 0)) ThrowTerminatingError(DuplicateErrors.NoField(_finder.Inputs.SelectMany(input => input.Fields.Schema.Columns).Distinct()));
    }

    private void Read(DuplicateInput input, string file)
    {
        using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = new ProblemSink(this).Report }, _ => input.Columns);
        var activity = "Reading " + System.IO.Path.GetFileName(file);
        while (reader.Read())
        {
            CancellationToken.ThrowIfCancellationRequested();
            input.Add(reader);
            ReportProgress(activity, reader.Row, () => 0, 0);
        }
    }

    private void Keep(DuplicateSource source)
    {
        var isKnown = !ReferenceEquals(source, _source);
        var cursors = _inputs.Where(input => input.Schema is not null && input.Input.IsKnown == isKnown)
            .ToDictionary(input => input.Schema!, input => (input.Input, Cursor: new RecordCursor(input.Schema!, input.Input.Columns)));
        foreach (var record in source.TakeRecords())
        {
            var (input, cursor) = cursors[record.Schema];
            cursor.Set(record);
            input.Keep(record, cursor);
        }
    }
}
