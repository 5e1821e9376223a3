using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;
using MopsPS.Records;

namespace MopsPS.Duplicates;

/// <summary>Measures how right duplicates are found and how many there are, and lets a person's answers improve the search.</summary>
/// <remarks>
/// <para>Without further parameters it counts the duplicate rate of records: in all, by source and by month of creation. The first created record of a group is no
/// duplicate; the others are. With -Against or -Since it also counts the new records that duplicate old ones. Target: below 3 %.</para>
/// <para>With -Truth it measures precision, recall and F1 of pairs, B-cubed precision and recall, and which groups were merged or split, at each -Threshold, of records or
/// of what Find-MopsDuplicate writes. The truth is a file with a key and a cluster for each record, a merge plan that a person has reviewed, or the groups of another search.</para>
/// <para>With -Suggest it writes the pairs whose answers would teach the model most, as rows for a spreadsheet: write yes or no into the column Same, and give the file
/// back with -Reviewed. Each answer counts as ten pairs where the model learns; -SaveModel keeps the result for Find-MopsDuplicate -Model.</para>
/// <para>Questions hold personal data. Errors hold keys and, with -Explain, values.</para>
/// </remarks>
/// <example>
/// <para>Counts the duplicates of an export by source and month.</para>
/// <code>Measure-MopsDuplicate ./contacts-duplicates.csv</code>
/// </example>
/// <example>
/// <para>Measures the search at three thresholds against what is known.</para>
/// <code>Measure-MopsDuplicate ./contacts-duplicates.csv -Truth ./contacts-truth.csv -Threshold 0.3, 0.5, 0.9</code>
/// </example>
/// <example>
/// <para>Shows which pairs were wrong and why.</para>
/// <code>Measure-MopsDuplicate ./contacts-duplicates.csv -Truth ./contacts-truth.csv | ForEach-Object Errors</code>
/// </example>
/// <example>
/// <para>Asks twenty questions and learns from the answers.</para>
/// <code>Measure-MopsDuplicate ./contacts-duplicates.csv -Suggest | Export-MopsRecord ./questions.csv
/// Measure-MopsDuplicate ./contacts-duplicates.csv -Reviewed ./questions.csv -WarningAction SilentlyContinue</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsDuplicate", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(DuplicateRate))]
[OutputType(typeof(DuplicateMeasure))]
[OutputType(typeof(DuplicateLesson))]
[OutputType(typeof(MopsRecord))]
public sealed class MeasureMopsDuplicateCommand : DuplicateSearchCmdlet
{
    private System.TimeZoneInfo? _zone;
    private System.Globalization.CultureInfo? _culture;
    private readonly GroupMeasurer _found = new();
    private bool _isFound;
    private DuplicateTruth? _truth;
    private IReadOnlyList<DuplicateAnswer> _answers = [];
    private int _open;

    /// <summary>What is the same: the path of a file with a key and a cluster, the path of a reviewed merge plan, or groups of Find-MopsDuplicate.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? Truth { get; set; }

    /// <summary>The column of the records' keys, where it is not that of the truth or the id.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? IdField { get; set; }

    /// <summary>The column of the truth that holds the clusters, where it is not named cluster, group, entity or person.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TruthColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ClusterField { get; set; }

    /// <summary>The probabilities from which records are the same, one result for each. Without it 0.5, and of piped groups the band Match as it came.</summary>
    [Parameter]
    [ValidateRange(.01, .9999)]
    public double[] Threshold { get; set; } = [];

    /// <summary>How many wrong pairs of each kind a result lists; they are counted in any case.</summary>
    [Parameter]
    [ValidateRange(0, 10_000)]
    public int MaxErrorCount { get; set; } = 100;

    /// <summary>Gives the values that were compared with each wrong pair. They are personal data.</summary>
    [Parameter]
    public SwitchParameter Explain { get; set; }

    /// <summary>Writes the pairs whose answers would teach the model most, as rows to answer.</summary>
    [Parameter]
    public SwitchParameter Suggest { get; set; }

    /// <summary>How many pairs -Suggest writes.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    public int MaxCount { get; set; } = 20;

    /// <summary>Files of answered questions to learn from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Reviewed { get; set; } = [];

    /// <summary>The column of the source, where it is not the one known as LeadSource.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SourceField { get; set; }

    /// <summary>The column of the date of creation, where it is not the one known as CreatedDate.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DateField { get; set; }

    /// <summary>The day or moment (UTC) from which records are new.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>The culture of dates that are not ISO 8601, for example de-DE.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The time zone in which months begin, for example Europe/Berlin; without it UTC.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Common.TimeZoneCompleter))]
    [ValidateNotNullOrEmpty]
    public string? TimeZone { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        if (Suggest && Truth is not null) ThrowTerminatingError(DuplicateErrors.Conflict("-Suggest asks and -Truth measures. Run the cmdlet twice."));
        if (Model is not null && Reviewed.Length > 0) ThrowTerminatingError(DuplicateErrors.Conflict("-Model is used as it is, and -Reviewed learns. Give one of them."));
        if (Threshold.Length > 1 && Truth is null) ThrowTerminatingError(DuplicateErrors.Conflict("Several values of -Threshold are measured against a -Truth; give one value, or a truth."));
        _zone = DateParameters.TimeZone(this, TimeZone);
        _culture = DateParameters.Culture(this, Culture);
        PrepareModel();
        if (Truth is not null) _truth = ReadTruth(Truth);
        if (Reviewed.Length > 0) _answers = ReadAnswers();
    }

    /// <inheritdoc/>
    protected override bool OnObject(object item)
    {
        if (item is DuplicateGroup group) _found.Add(group);
        else if (item is DuplicatePair pair) _found.Add(pair);
        // A search with -IncludeSummary writes its figures behind the groups.
        else return item is DuplicateSummary;
        return _isFound = true;
    }

    /// <inheritdoc/>
    protected override DuplicateOptions Options() => new()
    {
        Threshold = Threshold.Length == 0 ? .5 : Threshold[0],
        ReviewThreshold = Threshold.Length == 0 ? .5 : Threshold[0],
        Model = KnownModel,
        Answers = _answers,
    };

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        if (!_isFound)
        {
            base.OnEnd();
            return;
        }

        if (_truth is null) ThrowTerminatingError(DuplicateErrors.Conflict("Groups alone can be measured against a -Truth. For rates, -Suggest and -Reviewed give the records: Measure-MopsDuplicate leads.csv."));
        Write(_found.Measure(_truth!, Key, Threshold, MaxErrorCount));
    }

    /// <inheritdoc/>
    protected override void Write(DuplicateFinder finder)
    {
        var run = Search(finder);
        foreach (var answer in run.UnknownAnswers.Take(20)) WriteError(DuplicateErrors.AnswerUnknown(answer));
        if (run.UnknownAnswers.Count > 20) WriteWarning($"{run.UnknownAnswers.Count - 20} more answers are about records that are not there.");
        var saved = SaveLearnt(run);
        if (_truth is not null)
        {
            Write(RunMeasurer.Measure(run, _truth, IdField, Threshold.Length == 0 ? [.5] : Threshold, MaxErrorCount, Explain));
            return;
        }

        if (Suggest)
        {
            var pairs = PairSuggester.Choose(run, MaxCount);
            if (pairs.Count == 0) WriteWarning("No pair is in doubt: the model is sure of all, so there is nothing to ask.");
            WriteObject(QuestionRows.Of(run, pairs, Fetching), enumerateCollection: true);
            return;
        }

        if (Reviewed.Length > 0)
        {
            var lesson = Lessons.Of(run, _open, saved);
            if (lesson.Answers == 0) WriteWarning("There is no answer to learn from. Write yes or no into the column Same.");
            WriteObject(lesson);
            return;
        }

        var dates = new DateParser(_culture, _zone);
        var rate = RateMeter.Measure(run, TeamPolicy, dates, SourceField, DateField, Since);
        if (rate.UnreadDates > 0) WriteWarning($"{rate.UnreadDates} dates of creation could not be read and count as missing. Name their culture with -Culture.");
        WriteObject(rate);
    }

    private void Write(IReadOnlyList<DuplicateMeasure>? measures)
    {
        if (measures is null) ThrowTerminatingError(DuplicateErrors.NoCommonKey(_truth!.KeyColumn, _truth.Keys.Count));
        if (measures![0] is { Absent: > 0 } absent) WriteWarning($"{absent.Absent} records of the truth are not in the input and are not counted.");
        if (measures[0] is { Unjudged: > 0, IsWholeTruth: true } unjudged) WriteWarning($"{unjudged.Unjudged} records are not in the truth; no pair with one of them is counted.");
        WriteObject(measures, enumerateCollection: true);
    }

    private string? Key(DuplicateMember member)
    {
        foreach (var column in new[] { IdField, _truth?.KeyColumn })
            if (column is not null && member.Record.GetSchema().IndexOf(column) >= 0) return member.Record[column]?.Trim();
        return member.Id;
    }

    private DuplicateTruth? ReadTruth(object truth)
    {
        var items = (truth is PSObject wrapped ? wrapped.BaseObject : truth) is object[] many ? many : [truth];
        var groups = items.Select(item => item is PSObject wrapper ? wrapper.BaseObject : item).OfType<DuplicateGroup>().ToArray();
        if (groups.Length > 0) return DuplicateTruth.Of(groups.Where(group => group.Band == DuplicateBand.Match), Key);
        return ReadFile(items[0] is PSObject { BaseObject: FileInfo file } ? file.FullName : items[0] is FileInfo info ? info.FullName : items[0]?.ToString() ?? "",
            reader => TruthReader.Read(reader, IdField, ClusterField, problem => WriteError(DuplicateErrors.Row(problem, "MopsTruthInvalid", truth))));
    }

    private List<DuplicateAnswer> ReadAnswers()
    {
        var all = new List<DuplicateAnswer>();
        foreach (var path in Reviewed)
        {
            var read = ReadFile(path, reader =>
            {
                var (answers, open) = AnswerFile.Read(reader, problem => WriteError(DuplicateErrors.Row(problem, "MopsAnswerInvalid", path)));
                _open += open;
                return answers;
            });
            if (read is not null) all.AddRange(read);
        }

        return all;
    }

    private T? ReadFile<T>(string path, Func<RecordReader, T> read)
        where T : class
    {
        var file = PathResolver.Output(this, path);
        try
        {
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = new ProblemSink(this).Report });
            return read(reader);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, file));
            return null;
        }
    }
}
