using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Reconciliation;

/// <summary>
/// Compares two exports: what is missing, extra and different, by key or by match. First all inputs of both sides are announced with <see cref="AddInput"/>, then
/// <see cref="Settle"/> plans, then rows are added, then <see cref="Run"/> does the work. The result does not depend on the order of the rows or the number of threads.
/// </summary>
public sealed class RecordComparer
{
    private readonly RecordCompareOptions _options;
    private readonly MopsPolicy _policy;
    private readonly DuplicateFinder? _finder;
    private readonly CompareSide _left = new(true);
    private readonly CompareSide _right = new(false);
    private ComparePlan? _plan;

    /// <summary>Starts a comparison.</summary>
    /// <param name="options">How.</param>
    /// <param name="policy">The policy: what is excluded, tolerances, the status map, targets.</param>
    public RecordComparer(RecordCompareOptions options, MopsPolicy policy)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        if (options.IsMatched)
        {
            _finder = new DuplicateFinder(new DuplicateOptions
            {
                Fields = new MatchFieldOptions { Only = options.Key },
                Threshold = options.Threshold,
                ReviewThreshold = options.ReviewThreshold,
                Threads = options.Threads,
                Cancellation = options.Cancellation,
            });
        }
    }

    /// <summary>The columns of the left side that have no counterpart and are not compared; known after <see cref="Settle"/>.</summary>
    public IReadOnlyList<string> Unpaired => _plan?.OnlyOneSide ?? [];

    /// <summary>The fields that are compared, as <c>LeadStatus: 'Lead Status' with 'lead_status', as Auto</c>.</summary>
    public IReadOnlyList<string> Described => _plan is null ? [] :
        [.. _plan.Slots.Select(slot => $"{slot.Role} {slot.Name}: {(slot.LeftColumn is null ? "none" : $"'{slot.LeftColumn}'")} with {(slot.RightColumn is null ? "none" : $"'{slot.RightColumn}'")}, as {slot.As}")];

    /// <summary>Announces an input.</summary>
    /// <param name="fields">Its columns and their canonical parts.</param>
    /// <param name="isLeft">Its side.</param>
    /// <param name="samples">Some of its rows, in column order, where records are matched; else null.</param>
    /// <returns>What takes its rows.</returns>
    public CompareInput AddInput(FieldMapping fields, bool isLeft, IReadOnlyList<IReadOnlyList<string?>>? samples = null)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        if (_plan is not null) throw new InvalidOperationException("All inputs come before the first row.");
        var side = isLeft ? _left : _right;
        var input = new CompareInput(side, fields, _finder?.AddInput(fields, samples ?? [], fields.Schema.Source, isKnown: !isLeft));
        side.Inputs.Add(input);
        return input;
    }

    /// <summary>Ends the announcing and decides which columns belong together.</summary>
    /// <exception cref="CompareException">A side has no input, or a tolerance cannot be read.</exception>
    /// <exception cref="FieldNotFoundException">A field that is needed is not there.</exception>
    /// <exception cref="Records.ExportFormatException">A column that is named is not there.</exception>
    public void Settle()
    {
        if (_left.Inputs.Count == 0 || _right.Inputs.Count == 0) throw NoRecords(_left.Inputs.Count == 0 ? "left" : "right");
        _finder?.Settle();
        _plan = ComparePlanner.Plan(_left.Inputs[0].Fields, _right.Inputs[0].Fields, _options, _policy.Reconciliation);
        _left.Settle(_plan, _options, _policy.Reconciliation);
        _right.Settle(_plan, _options, _policy.Reconciliation);
    }

    /// <summary>Compares what was taken in.</summary>
    /// <exception cref="CompareException">A side has no rows: that is not the same as no differences.</exception>
    /// <exception cref="OperationCanceledException">The caller stopped it.</exception>
    public RecordComparerRun Run()
    {
        var plan = _plan ?? throw new InvalidOperationException("Settle comes before Run.");
        if (_left.Rows == 0 || _right.Rows == 0) throw NoRecords(_left.Rows == 0 ? "left" : "right");
        var tally = new CompareTally(plan.Slots.Length);
        var isExtraWanted = _options.Purpose is ComparisonPurpose.Records or ComparisonPurpose.Sync;
        MatchJoin? matches = null;
        long leftBlank = 0, rightBlank = 0;
        if (_finder is not null)
        {
            var worker = Worker(plan);
            matches = new MatchJoin(_left.Store, _right.Store, _options);
            matches.Run(_finder.Run(), isExtraWanted, worker);
            tally.Add(worker.Tally);
        }
        else
        {
            var join = new KeyJoin(_left.Store, _right.Store, _options.Purpose);
            (leftBlank, rightBlank) = (join.LeftBlank.Count, join.RightBlank.Count);
            tally.Found.AddRange(join.LeftBlank.Select(row => new FoundDifference(RecordDifferenceKind.BlankKey, row, -1, 1, 0)));
            if (isExtraWanted) tally.Found.AddRange(join.RightBlank.Select(row => new FoundDifference(RecordDifferenceKind.BlankKey, -1, row, 0, 1)));
            var gate = new object();
            Parallel.For(
                0, KeyJoin.Partitions, new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = _options.Cancellation }, () => Worker(plan),
                (partition, _, worker) =>
                {
                    join.Run(partition, worker);
                    return worker;
                },
                worker =>
                {
                    lock (gate) tally.Add(worker.Tally);
                });
        }

        return new RecordComparerRun(plan, _options, _policy, _left, _right, tally, matches) { LeftBlank = leftBlank, RightBlank = rightBlank, Pairs = Worker(plan) };
    }

    private static CompareException NoRecords(string side) => new(
        "NoRecords", $"There are no records on the {side} side. Nothing to compare is not the same as no differences: check the input and any filter before it.");

    private PairComparer Worker(ComparePlan plan) => new(plan, _options, _policy.Reconciliation, _left.Store, _right.Store);
}
