using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Model;

namespace MopsPS.Core.Duplicates;

/// <summary>Takes the score of a pair apart: the starting weight, what each field adds, and what the fields say together.</summary>
internal sealed class PairExplainer
{
    private const double Least = .005;

    private readonly DuplicateRun _run;
    private readonly double _prior;

    public PairExplainer(DuplicateRun run)
    {
        _run = run;
        var share = run.Learned.MatchShare;
        _prior = Math.Log(share / (1 - share), 2);
    }

    /// <summary>The steps; their weights add up to the score.</summary>
    /// <param name="left">A row.</param>
    /// <param name="right">The other row.</param>
    public IReadOnlyList<DuplicateEvidence> Explain(int left, int right)
    {
        int a = _run.RecordOf(left), b = _run.RecordOf(right);
        if (a > b) (a, b) = (b, a);
        var steps = new List<DuplicateEvidence> { new("Prior", "Start", _prior, _prior) };
        var total = _prior;
        Span<int> levels = stackalloc int[_run.Set.Fields.Length];
        _run.Scorer.Levels(a, b, levels, stackalloc float[PairClass.Count]);
        var names = NameLevels.Of(_run.Set, a, b);
        for (var f = 0; f < levels.Length; f++)
        {
            var field = _run.Set.Fields[f];
            string? ours = Value(field, a), theirs = Value(field, b);
            if (ours is null && theirs is null) continue;
            if (levels[f] < 0)
            {
                steps.Add(new DuplicateEvidence(field.Name, ours is null || theirs is null ? "Missing" : "Swapped", 0, total) { Left = ours, Right = theirs });
                continue;
            }

            int x, y;
            if (ReferenceEquals(field, _run.Set.Given)) (x, y) = (names.GivenA, names.GivenB);
            else if (ReferenceEquals(field, _run.Set.Family)) (x, y) = (names.FamilyA, names.FamilyB);
            else field.Level(a, b, out x, out y);
            var weight = (double)_run.Scorer.Weight(f, levels[f], x, y);
            total += weight;
            steps.Add(new DuplicateEvidence(field.Name, field.Levels.Names[levels[f]], weight, total) { Left = x >= 0 ? field.Values.Text(x) : ours, Right = y >= 0 ? field.Values.Text(y) : theirs });
        }

        var score = (double)_run.Scorer.Score(a, b);
        var rest = score - total;
        // Fields that agree together by nature, namesakes whose addresses are made of their names, and two people of one place: what the sum of the fields counts too high.
        if (Math.Abs(rest) >= Least) steps.Add(new DuplicateEvidence("Together", rest < 0 ? "SharedPlaceOrName" : "Moved", rest, score));
        return steps;
    }

    private static string? Value(MatchField field, int record)
    {
        foreach (var column in field.Rows)
            if (column[record] >= 0) return field.Values.Text(column[record]);
        return null;
    }
}
