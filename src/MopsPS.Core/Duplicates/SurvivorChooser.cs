using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Matching.Normalizing;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// Suggests the record of a group that should survive: one that is known before a new one, a contact before a lead, a converted one before one that is not, then the
/// most complete, the most recently active, the oldest, and in the end the lowest key, so that there is always one answer.
/// </summary>
internal sealed class SurvivorChooser
{
    private static readonly string[] IsoForms =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFzzz"];

    private readonly Dictionary<DuplicateInput, Columns> _columns = [];

    /// <summary>Chooses one of the members and says why.</summary>
    /// <param name="members">The members with their inputs.</param>
    public (int Index, string Reason) Choose(IReadOnlyList<(MopsRecord Record, DuplicateInput Input)> members)
    {
        var ranks = members.Select(Rank).ToArray();
        var best = Enumerable.Range(0, ranks.Length).ToList();
        var reason = "the first one: they are alike in everything";
        foreach (var (words, value) in Steps)
        {
            var most = best.Max(i => value(ranks[i]));
            var left = best.FindAll(i => value(ranks[i]).Equals(most));
            if (left.Count < best.Count) reason = words;
            best = left;
            if (best.Count == 1) return (best[0], reason);
        }

        var first = best.OrderBy(i => ranks[i].Id ?? "\uFFFF", StringComparer.Ordinal).ThenBy(i => i).First();
        return (first, ranks[first].Id is null ? reason : "lowest key; otherwise alike");
    }

    private static readonly (string Words, Func<Ranked, double> Value)[] Steps =
    [
        ("known already", ranked => ranked.IsKnown ? 1 : 0),
        ("contact before lead", ranked => ranked.Type),
        ("converted", ranked => ranked.IsConverted ? 1 : 0),
        ("most complete", ranked => ranked.Filled),
        ("most recent activity", ranked => ranked.Activity),
        ("oldest", ranked => ranked.Created == 0 ? double.NegativeInfinity : -ranked.Created),
    ];

    private Ranked Rank((MopsRecord Record, DuplicateInput Input) member)
    {
        var (record, input) = member;
        if (!_columns.TryGetValue(input, out var columns)) _columns.Add(input, columns = new Columns(input));
        return new Ranked(
            input.IsKnown,
            input.ObjectType switch { "Account" => 2, "Contact" => 2, "Lead" => 0, _ => 1 },
            columns.IsConverted(record),
            record.Values.Count(value => !string.IsNullOrWhiteSpace(value)),
            Math.Max(columns.Date(record, columns.Activity), columns.Date(record, columns.Modified)),
            columns.Date(record, columns.Created),
            columns.Key < 0 ? null : record[columns.Key]);
    }

    private readonly record struct Ranked(bool IsKnown, int Type, bool IsConverted, int Filled, double Activity, double Created, string? Id);

    private sealed class Columns
    {
        private readonly int _converted;
        private readonly int _flag;
        private readonly Dictionary<int, DayParser> _parsers = [];

        public Columns(DuplicateInput input)
        {
            var fields = input.Fields;
            Key = ObjectTypes.KeyColumn(fields);
            Activity = fields.IndexOf("LastActivityDate");
            Modified = fields.IndexOf("LastModifiedDate");
            Created = fields.IndexOf("CreatedDate");
            _converted = fields.IndexOf("ConvertedDate");
            _flag = Math.Max(fields.Schema.IndexOf("Converted"), fields.Schema.IndexOf("IsConverted"));
            foreach (var column in new[] { Activity, Modified, Created }.Where(column => column >= 0).Distinct())
                _parsers[column] = new DayParser(input.Samples.Select(row => column < row.Count ? row[column] : null).Where(value => !string.IsNullOrEmpty(value))!);
        }

        public int Key { get; }

        public int Activity { get; }

        public int Modified { get; }

        public int Created { get; }

        public bool IsConverted(MopsRecord record) =>
            (_converted >= 0 && !string.IsNullOrWhiteSpace(record[_converted])) || (_flag >= 0 && record[_flag]?.Trim().ToLowerInvariant() is "true" or "1" or "yes");

        // Days since year 1; 0 where there is no date.
        public double Date(MopsRecord record, int column)
        {
            if (column < 0 || record[column] is not { Length: > 0 } text) return 0;
            if (DateTime.TryParseExact(text.Trim(), IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
                return time.Ticks / (double)TimeSpan.TicksPerDay;
            return _parsers[column].Normalize(text) is { Length: 8 } day && DateTime.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date.Ticks / (double)TimeSpan.TicksPerDay : 0;
        }
    }
}
