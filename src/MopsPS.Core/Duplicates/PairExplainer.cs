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
        _run.Scorer.Levels(a, b, levels, out _, out _);
        for (var f = 0; f < levels.Length; f++)
        {
            var field = _run.Set.Fields[f];
            var level = levels[f];
            field.Level(a, b, out var x, out var y);
            // Names that stand in each other's column are told by both columns, not by one value.
            var isSwapped = level >= 0 && field is NameField && field.Levels.Names[level] == "Swapped";
            var weight = level < 0 ? 0 : (double)_run.Scorer.Weight(f, level, isSwapped ? -1 : x, isSwapped ? -1 : y);
            if (level < 0 && x < 0 && y < 0 && Value(field, a) is null && Value(field, b) is null) continue;
            total += weight;
            steps.Add(new DuplicateEvidence(field.Name, level < 0 ? "Missing" : field.Levels.Names[level], weight, total)
            {
                Left = x >= 0 ? field.Values.Text[x] : Value(field, a),
                Right = y >= 0 ? field.Values.Text[y] : Value(field, b),
            });
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
            if (column[record] >= 0) return field.Values.Text[column[record]];
        return null;
    }
}
