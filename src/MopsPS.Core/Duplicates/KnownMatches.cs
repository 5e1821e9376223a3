using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates;

/// <summary>For each new row of a search, the known rows that may be the same person or firm, surest first. For linking lists: one row is looked for, no groups are formed.</summary>
internal sealed class KnownMatches
{
    private readonly DuplicateRun _run;
    private readonly Dictionary<int, List<(int Record, float Bits)>> _byRecord = [];
    private readonly Dictionary<int, IReadOnlyList<(int Row, double Probability)>> _answers = [];
    private double _least = double.NaN;

    /// <summary>Takes what a search found.</summary>
    /// <param name="run">A run in which some inputs are known and others are not.</param>
    public KnownMatches(DuplicateRun run)
    {
        _run = run ?? throw new ArgumentNullException(nameof(run));
        foreach (var pair in run.Scored)
        {
            Add(pair.Left, pair.Right, pair.Odds);
            Add(pair.Right, pair.Left, pair.Odds);
        }
    }

    /// <summary>The known rows that a new row may be.</summary>
    /// <param name="row">The zero-based row over all input.</param>
    /// <param name="least">The least probability, 0 to 1.</param>
    /// <returns>Rows and probabilities, surest first, then by row.</returns>
    public IReadOnlyList<(int Row, double Probability)> Of(int row, double least)
    {
        var record = _run.RecordOf(row);
        if (record < 0) return [];
        if (!_least.Equals(least))
        {
            _answers.Clear();
            _least = least;
        }

        // Many equal rows on both sides have one answer, which is looked for once.
        if (!_answers.TryGetValue(record, out var answer)) _answers.Add(record, answer = Of(record));
        return answer;
    }

    private IReadOnlyList<(int Row, double Probability)> Of(int record)
    {
        // Rows that are equal in all that is compared are one record.
        var found = Known(record).Select(known => (Row: known, Probability: DuplicateRun.Probability(_run.Equal(record)))).ToList();
        if (_byRecord.TryGetValue(record, out var others))
            foreach (var (other, bits) in others) found.AddRange(Known(other).Select(known => (known, DuplicateRun.Probability(bits))));
        return [.. found.Where(match => match.Probability >= _least).OrderByDescending(match => match.Probability).ThenBy(match => match.Row)];
    }

    private IEnumerable<int> Known(int record) => _run.Set.Rows(record).Where(row => _run.Finder.Locate(row).Input.IsKnown);

    private void Add(int record, int other, float bits)
    {
        if (!_byRecord.TryGetValue(record, out var list)) _byRecord.Add(record, list = []);
        list.Add((other, bits));
    }
}
