using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Common;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Duplicates;
using MopsPS.Records;

namespace MopsPS.Reconciliation;

/// <summary>Compares two exports record by record: what is missing, extra and different, by key or by match.</summary>
/// <remarks>
/// <para>The input is the left side, -Against the right one. Columns belong together by the canonical field that they stand for, by their name, or as -Compare says. Values are
/// compared by what they are: numbers and dates within a tolerance, dates across time zones, e-mail addresses, phone numbers and countries in any spelling, texts without regard to case and blanks.</para>
/// <para>Without -Key the e-mail address is the key; two exports of one system go by their id. Repeated and blank keys are differences of their own, so that each row is counted once.
/// -Match finds the records by the engine of Find-MopsDuplicate in place of a key; what is not sure is Ambiguous and left for a person.</para>
/// <para>-Purpose says what counts: Forms measures how many submissions left a lead (KPI TrackingCompleteness, target 99 %), List how much of an upload arrived, Sync also delay and
/// status by the policy's section reconciliation. -Summary and -IncludeSummary give the counts by field, the findings and the KPIs. about_MopsPS_Reconciliation has the rules.</para>
/// </remarks>
/// <example>
/// <para>Compares what the marketing system holds with the CRM, by e-mail address.</para>
/// <code>Compare-MopsRecord ./sync-marketing.csv -Against ./sync-crm.csv -Purpose Sync -Policy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Measures sync delay and status alignment, for a report with figures and differences.</para>
/// <code>Compare-MopsRecord ./sync-marketing.csv -Against ./sync-crm.csv -Purpose Sync -ChangedField 'Updated At' -SyncedField 'Last Sync' -Policy ./mops.policy.json -IncludeSummary | Export-MopsReport ./sync.html</code>
/// </example>
/// <example>
/// <para>Counts the form submissions that left a lead, and lists those that did not.</para>
/// <code>$forms = Import-MopsExport ./form-submissions.csv
/// $forms | Compare-MopsRecord -Against ./sync-crm.csv -Purpose Forms -Policy ./mops.policy.json -Summary | ForEach-Object { $_.Kpis }
/// $forms | Compare-MopsRecord -Against ./sync-crm.csv -Purpose Forms -Policy ./mops.policy.json | Where-Object { $_.Kind -eq 'Missing' }</code>
/// </example>
/// <example>
/// <para>Compares two fields only, the amount to a cent, where one column has another name on the right side.</para>
/// <code>Compare-MopsRecord ./sync-marketing.csv -Against ./sync-crm.csv -Key Email -Field Company, Budget -Compare @{ Budget = 'Expected Budget' } -Tolerance @{ Budget = 0.01 }</code>
/// </example>
[Cmdlet(VerbsData.Compare, "MopsRecord", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RecordDifference), typeof(RecordComparison))]
public sealed class CompareMopsRecordCommand : MopsDatedRecordCmdlet
{
    private const int Samples = 2000;

    private readonly DuplicateSource _left = new();
    private readonly CompareInputs _leftInputs = new();
    private readonly CompareInputs _rightInputs = new();

    /// <summary>The right side: paths of exports, or records.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public object[] Against { get; set; } = [];

    /// <summary>The columns or canonical fields that make the key.</summary>
    [Parameter(Position = 2)]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Key { get; set; } = [];

    /// <summary>Finds records by names, addresses and companies in place of a key; -Key then names the fields to match by.</summary>
    [Parameter]
    public SwitchParameter Match { get; set; }

    /// <summary>What is compared for what: Records, Forms against leads, a Sync of two systems, an uploaded List.</summary>
    [Parameter]
    public ComparisonPurpose Purpose { get; set; }

    /// <summary>Columns of the right side by columns of the left side, where neither name nor canonical field says that they belong together.</summary>
    [Parameter]
    public Hashtable? Compare { get; set; }

    /// <summary>The fields to compare; without it, all that both sides have. Forms compares only what is named.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Field { get; set; } = [];

    /// <summary>Fields that are not compared.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] IgnoreField { get; set; } = [];

    /// <summary>How fields are compared, for example @{ Company = 'Company'; Code = 'Exact' }; the kinds are those of ComparedAs.</summary>
    [Parameter]
    public Hashtable? CompareAs { get; set; }

    /// <summary>Tolerances by field, over those of the policy: a number, a share such as '1%', or a time such as '00:05:00'; '*' for all fields.</summary>
    [Parameter]
    public Hashtable? Tolerance { get; set; }

    /// <summary>Upper and lower case differ, in keys and texts.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>The column of the left side that says when a record changed; with -SyncedField, the delay is measured.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ChangedField { get; set; }

    /// <summary>The column that says when the change arrived, on the right side or else the left one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SyncedField { get; set; }

    /// <summary>The status columns, for example @{ 'Lifecycle Stage' = 'Lead Status' }; without it, the usual ones where the policy has a status map.</summary>
    [Parameter]
    public Hashtable? StatusField { get; set; }

    /// <summary>Columns of the right side by canonical field; without it, -FieldMap holds for it too where it has the columns.</summary>
    [Parameter]
    public Hashtable? AgainstFieldMap { get; set; }

    /// <summary>How dates and numbers of the right side are written; without it, as on the left side.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AgainstCulture { get; set; }

    /// <summary>The time zone of dates without an offset on the right side; without it, that of the left side.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? AgainstTimeZone { get; set; }

    /// <summary>With -Match, the probability from which records are the same.</summary>
    [Parameter]
    [ValidateRange(0.01, 0.9999)]
    public double Threshold { get; set; } = .9;

    /// <summary>With -Match, the probability from which a person should look.</summary>
    [Parameter]
    [ValidateRange(0.01, 0.9999)]
    public double ReviewThreshold { get; set; } = .5;

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    /// <summary>Writes the summary in place of the differences.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes the summary after the differences, for a report with both.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        if ((ChangedField is null) != (SyncedField is null)) ThrowTerminatingError(CompareErrors.Conflict("A delay takes two dates: give -ChangedField and -SyncedField together."));
        if (StatusField is { Count: not 1 }) ThrowTerminatingError(CompareErrors.Conflict("-StatusField takes one pair, for example @{ 'Lifecycle Stage' = 'Lead Status' }."));
    }

    /// <inheritdoc/>
    protected override void OnFile(string file) => _left.Files.Add(file);

    // Which columns are needed is known when both sides are.
    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => [];

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _left.Records.Add(((RecordCursor)row).Current!);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            var comparer = new RecordComparer(Options(), TeamPolicy);
            var right = DuplicateSource.Of(this, Against);
            Announce(comparer, _left, _leftInputs, isLeft: true);
            Announce(comparer, right, _rightInputs, isLeft: false);
            comparer.Settle();
            foreach (var slot in comparer.Described) WriteVerbose(slot);
            if (comparer.Unpaired.Count > 0) WriteVerbose($"Not compared, because the right side has nothing for them: {string.Join(", ", comparer.Unpaired)}.");
            Read(right);
            var run = comparer.Run();
            if (!Summary) WriteObject(run.Differences(), enumerateCollection: true);
            if (Summary || IncludeSummary) WriteObject(run.Summary(DateTime.UtcNow));
        }
        catch (CompareException exception)
        {
            ThrowTerminatingError(CompareErrors.From(exception, Against));
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            // A side of which a part is missing would give differences that are none.
            ThrowTerminatingError(MopsErrors.From(exception, null));
        }
        finally
        {
            CompleteProgress();
        }
    }

    private RecordCompareOptions Options()
    {
        var culture = DateParameters.Culture(this, Culture ?? TeamPolicy.Funnel.Culture);
        var zone = DateParameters.TimeZone(this, TeamPolicy.Funnel.ExportTimeZone);
        var status = StatusField?.Cast<DictionaryEntry>().Single();
        return new RecordCompareOptions
        {
            Purpose = Purpose,
            Key = Key,
            IsMatched = Match,
            Pairs = Texts(Compare),
            Fields = Field,
            Ignore = IgnoreField,
            As = Kinds(),
            Tolerance = Texts(Tolerance),
            IsCaseSensitive = CaseSensitive,
            ChangedField = ChangedField,
            SyncedField = SyncedField,
            LeftStatus = status?.Key.ToString(),
            RightStatus = status?.Value?.ToString(),
            LeftCulture = culture,
            RightCulture = AgainstCulture is null ? culture : DateParameters.Culture(this, AgainstCulture),
            Zone = Zone,
            LeftZone = zone,
            RightZone = AgainstTimeZone is null ? zone : DateParameters.TimeZone(this, AgainstTimeZone),
            Threshold = Threshold,
            ReviewThreshold = Math.Min(ReviewThreshold, Threshold),
            Threads = ThrottleLimit,
            Cancellation = CancellationToken,
        };
    }

    private void Announce(RecordComparer comparer, DuplicateSource source, CompareInputs inputs, bool isLeft)
    {
        foreach (var file in source.Files)
        {
            var samples = Sample(file, Match ? Samples : 0, out var schema);
            inputs.Add(file, comparer.AddInput(Side(schema, samples, isLeft), isLeft, samples));
        }

        foreach (var pair in source.Samples(Match ? Samples : 1))
            inputs.Add(pair.Key, comparer.AddInput(Side(pair.Key, pair.Value, isLeft), isLeft, pair.Value));
    }

    private FieldMapping Side(RecordSchema schema, IReadOnlyList<IReadOnlyList<string?>> samples, bool isLeft)
    {
        if (isLeft) return Map(schema, Match ? samples : null);
        var own = AgainstFieldMap ?? Held(schema);
        var (left, profile) = (FieldMap, Profile);
        try
        {
            // The product of the left side says nothing of the right one.
            (FieldMap, Profile) = (own, null);
            return Map(schema, Match ? samples : null);
        }
        finally
        {
            (FieldMap, Profile) = (left, profile);
        }
    }

    private Hashtable? Held(RecordSchema schema)
    {
        if (FieldMap is null) return null;
        var held = new Hashtable();
        foreach (DictionaryEntry entry in FieldMap)
            if (schema.IndexOf(entry.Value?.ToString() ?? "") >= 0) held.Add(entry.Key, entry.Value);
        return held;
    }

    // The sides are read at the same time, but where records are matched: there both go into one search.
    private void Read(DuplicateSource right)
    {
        var isTogether = ThrottleLimit > 1 && !Match;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        var other = isTogether ? Task.Run(() => _rightInputs.Read(right.TakeRecords(), null, stop.Token), stop.Token) : null;
        void Progress(string file, long row) => ReportProgress("Reading " + System.IO.Path.GetFileName(file), row, () => 0, 0);
        try
        {
            _leftInputs.Read(_left.TakeRecords(), Progress, CancellationToken);
            if (other is null) _rightInputs.Read(right.TakeRecords(), Progress, CancellationToken);
            else other.GetAwaiter().GetResult();
        }
        catch
        {
            stop.Cancel();
            try
            {
                other?.Wait(CancellationToken.None);
            }
            catch (AggregateException)
            {
                // The first error is the one to show.
            }

            throw;
        }
        finally
        {
            var sink = new ProblemSink(this);
            foreach (var problem in _leftInputs.Problems.Concat(_rightInputs.Problems)) sink.Report(problem);
        }
    }

    private Dictionary<string, ComparedAs> Kinds()
    {
        var kinds = new Dictionary<string, ComparedAs>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Texts(CompareAs))
        {
            if (!Enum.TryParse<ComparedAs>(pair.Value, true, out var kind) || !Enum.IsDefined(typeof(ComparedAs), kind)) ThrowTerminatingError(CompareErrors.As(pair.Key, pair.Value));
            kinds[pair.Key] = kind;
        }

        return kinds;
    }

    private static Dictionary<string, string> Texts(Hashtable? table) => (table ?? []).Cast<DictionaryEntry>()
        .ToDictionary(pair => RecordAccessor.Text(pair.Key) ?? "", pair => RecordAccessor.Text(pair.Value) ?? "", StringComparer.OrdinalIgnoreCase);
}
