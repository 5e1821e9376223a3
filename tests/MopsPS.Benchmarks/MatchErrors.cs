using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Clustering;
using MopsPS.Core.Matching.Model;

namespace MopsPS.Benchmarks;

/// <summary>Shows where a match went wrong: some pairs that are false and some that are missing, with the levels of their fields.</summary>
internal static class MatchErrors
{
    private const int Shown = 12;

    public static void Print(MatchEngine engine, int[] found, int[] truth, List<string> rows)
    {
        var records = new int[rows.Count];
        for (var record = 0; record < engine.Set.Count; record++)
            foreach (var row in engine.Set.Rows(record)) records[row] = record;
        Print("false", Pairs(found).Where(pair => truth[pair.Left] != truth[pair.Right]));
        Print("missing", Pairs(truth).Where(pair => found[pair.Left] != found[pair.Right]));

        void Print(string what, IEnumerable<(int Left, int Right)> pairs)
        {
            var all = pairs.ToArray();
            Console.WriteLine($"  {all.Length} {what}");
            var scorer = new PairScorer(engine.Set, engine.Weights);
            var levels = new int[engine.Set.Fields.Length];
            for (var i = 0; i < all.Length; i += Math.Max(1, all.Length / Shown))
            {
                int a = records[all[i].Left], b = records[all[i].Right];
                scorer.Levels(Math.Min(a, b), Math.Max(a, b), levels, new float[PairClass.Count]);
                var odds = scorer.Score(Math.Min(a, b), Math.Max(a, b));
                Console.WriteLine($"    {rows[all[i].Left]}\n    {rows[all[i].Right]}");
                Console.WriteLine(FormattableString.Invariant($"      {odds:0.0} bits, {Agglomeration.Probability(odds):0.000}: ")
                    + string.Join(", ", levels.Select((level, f) => $"{engine.Set.Fields[f].Name} {(level < 0 ? "-" : engine.Set.Fields[f].Levels.Names[level])}")));
            }
        }
    }

    private static IEnumerable<(int Left, int Right)> Pairs(int[] groups)
    {
        foreach (var group in groups.Select((group, row) => (group, row)).GroupBy(pair => pair.group, pair => pair.row))
        {
            var members = group.ToArray();
            for (var i = 0; i < members.Length; i++)
                for (var j = i + 1; j < members.Length; j++) yield return (members[i], members[j]);
        }
    }
}
