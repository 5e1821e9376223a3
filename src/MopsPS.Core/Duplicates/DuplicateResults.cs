using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates;

/// <summary>Turns what a run found, which is numbers of rows, into results with whole records.</summary>
/// <param name="run">What was found.</param>
/// <param name="policy">The policy, for the target of the duplicate rate.</param>
public sealed class DuplicateResults(DuplicateRun run, MopsPolicy policy)
{
    /// <summary>Of the pairs of a group, the surest this many are given.</summary>
    public const int MostPairs = 200;

    /// <summary>Of the pairs that lead out of a group, the surest this many are given.</summary>
    public const int MostRelated = 20;

    private static readonly double[] Edges = [0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, .999, 1];

    // Lists of results are arrays: PowerShell cannot index the types that collection expressions make for interfaces.
    private readonly DuplicateFinder _finder = run.Finder;
    private readonly DuplicateOptions _options = run.Finder.Options;
    private readonly PairExplainer? _explainer = run.Finder.Options.Explain ? new PairExplainer(run) : null;
    private IReadOnlyList<FoundGroup>? _groups;

    /// <summary>The groups by row.</summary>
    public IReadOnlyList<FoundGroup> Found => _groups ??= run.Groups();

    /// <summary>The groups with their records, in the order of their first members.</summary>
    /// <param name="onProgress">Receives how much of the fetching is done, 0 to 1; on this thread.</param>
    public IEnumerable<DuplicateGroup> Groups(Action<double>? onProgress = null)
    {
        var groupOf = new Dictionary<int, int>();
        for (var g = 0; g < Found.Count; g++)
            foreach (var row in Found[g].Rows) groupOf[row] = g;
        var inside = Found.Select(_ => new List<FoundPair>()).ToArray();
        var outside = Found.Select(_ => new List<FoundPair>()).ToArray();
        foreach (var pair in run.Pairs)
        {
            var left = groupOf.TryGetValue(pair.Left, out var l) ? l : -1;
            var right = groupOf.TryGetValue(pair.Right, out var r) ? r : -1;
            if (left >= 0 && left == right)
            {
                inside[left].Add(pair);
                continue;
            }

            if (left >= 0) outside[left].Add(pair);
            if (right >= 0) outside[right].Add(pair);
        }

        for (var g = 0; g < Found.Count; g++)
        {
            inside[g] = Surest(inside[g], MostPairs);
            outside[g] = Surest(outside[g], MostRelated);
        }

        var rows = new HashSet<int>(groupOf.Keys);
        foreach (var pair in outside.SelectMany(pairs => pairs))
        {
            rows.Add(pair.Left);
            rows.Add(pair.Right);
        }

        var records = RecordFetcher.Fetch(_finder, rows, onProgress, _options.Cancellation);
        var chooser = new SurvivorChooser();
        var survivors = Found.Select(group => chooser.Choose([.. group.Rows.Select(row => (records[row], _finder.Locate(row).Input))])).ToArray();
        var surviving = new HashSet<int>(survivors.Select((survivor, g) => Found[g].Rows[survivor.Index]));
        var members = new Dictionary<int, DuplicateMember>();
        for (var g = 0; g < Found.Count; g++)
        {
            var group = Found[g];
            DuplicateMember[] all = [.. group.Rows.Select(Member)];
            yield return new DuplicateGroup(g + 1, all, group.Score, all[survivors[g].Index], survivors[g].Reason)
            {
                Band = group.Band,
                Pairs = inside[g].Select(Pair).ToArray(),
                Related = outside[g].Select(Pair).ToArray(),
            };
        }

        DuplicateMember Member(int row)
        {
            if (!members.TryGetValue(row, out var member)) members.Add(row, member = MakeMember(row, records[row], surviving.Contains(row)));
            return member;
        }

        DuplicatePair Pair(FoundPair pair) => MakePair(pair, Member(pair.Left), Member(pair.Right));
    }

    /// <summary>The pairs with their records, surest first.</summary>
    /// <param name="onProgress">Receives how much of the fetching is done, 0 to 1; on this thread.</param>
    public IEnumerable<DuplicatePair> Pairs(Action<double>? onProgress = null)
    {
        var pairs = Surest([.. run.Pairs], int.MaxValue);
        var records = RecordFetcher.Fetch(_finder, new HashSet<int>(pairs.SelectMany(pair => new[] { pair.Left, pair.Right })), onProgress, _options.Cancellation);
        var members = records.ToDictionary(pair => pair.Key, pair => MakeMember(pair.Key, pair.Value, isSurvivor: false));
        return pairs.Select(pair => MakePair(pair, members[pair.Left], members[pair.Right]));
    }

    /// <summary>The figures.</summary>
    public DuplicateSummary Summary()
    {
        var known = _finder.Inputs.Where(input => input.IsKnown).Sum(input => (long)input.Count);
        var duplicates = Found.Where(group => group.Band == DuplicateBand.Match).Sum(Duplicates);
        var used = new HashSet<string>(run.UsedFields, StringComparer.OrdinalIgnoreCase);
        return new DuplicateSummary
        {
            Records = _finder.Rows,
            Known = known,
            Comparable = run.Comparable,
            Fields = _finder.Inputs.SelectMany(input => input.Plan.Select(field => new DuplicateField(field.Name, field.Kind.ToString(), field.Columns, field.Reason)
            {
                Input = _finder.Inputs.Count > 1 ? input.Name : null,
                IsUsed = used.Contains(field.Name) || (field.Kind == Matching.Fields.MatchKind.FullName && (used.Contains("FirstName") || used.Contains("LastName"))),
            })).ToArray(),
            CandidatePairs = run.CandidatePairs,
            BlockingKeys = run.Keys,
            MissedShare = run.MissedShare,
            Model = run.Model,
            Threshold = _options.Threshold,
            ReviewThreshold = _options.ReviewThreshold,
            MatchGroups = Found.Count(group => group.Band == DuplicateBand.Match),
            ReviewGroups = Found.Count(group => group.Band == DuplicateBand.Review),
            Duplicates = duplicates,
            Scores = Scores(),
            Kpis = new[] { DuplicateKpis.Rate.Ratio(policy, duplicates, _finder.Rows - known) },
        };
    }

    private long Duplicates(FoundGroup group)
    {
        var known = group.Rows.Count(row => _finder.Locate(row).Input.IsKnown);
        return known > 0 ? group.Rows.Count - known : group.Rows.Count - 1;
    }

    private DuplicateScoreBin[] Scores()
    {
        var counts = new long[Edges.Length - 1];
        foreach (var pair in run.Pairs)
        {
            var score = DuplicateRun.Probability(pair.Bits);
            var bin = Array.FindLastIndex(Edges, edge => edge <= score);
            counts[Math.Min(bin, counts.Length - 1)]++;
        }

        return [.. counts.Select((count, i) => new DuplicateScoreBin(Edges[i], Edges[i + 1], count)).SkipWhile(bin => bin.To <= Math.Min(_options.ReviewThreshold, _options.Threshold))];
    }

    private static List<FoundPair> Surest(List<FoundPair> pairs, int most) =>
        [.. pairs.OrderByDescending(pair => pair.Bits).ThenBy(pair => pair.Left).ThenBy(pair => pair.Right).Take(most)];

    private DuplicateMember MakeMember(int row, MopsRecord record, bool isSurvivor) => Members.Make(_finder, row, record, isSurvivor);

    private DuplicatePair MakePair(FoundPair pair, DuplicateMember left, DuplicateMember right)
    {
        var score = DuplicateRun.Probability(pair.Bits);
        return new DuplicatePair(left, right, score, pair.Bits)
        {
            Band = score >= _options.Threshold ? DuplicateBand.Match : DuplicateBand.Review,
            Evidence = _explainer?.Explain(pair.Left, pair.Right) ?? [],
        };
    }
}
