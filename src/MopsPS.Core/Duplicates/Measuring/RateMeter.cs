using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Counts which records duplicate another one, by source and by month of creation.</summary>
public static class RateMeter
{
    // A report of ten thousand sources is none; the smaller ones are counted together.
    private const int MostSources = 200;

    /// <summary>Counts duplicates.</summary>
    /// <param name="run">What was compared.</param>
    /// <param name="policy">The policy, for the targets.</param>
    /// <param name="dates">Reads the dates of creation; its time zone says when months begin.</param>
    /// <param name="sourceColumn">The column of the source; null for the canonical LeadSource.</param>
    /// <param name="dateColumn">The column of the date of creation; null for the canonical CreatedDate.</param>
    /// <param name="since">The moment from which records are new; null for none.</param>
    public static DuplicateRate Measure(DuplicateRun run, MopsPolicy policy, DateParser dates, string? sourceColumn = null, string? dateColumn = null, DateTime? since = null)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        if (dates is null) throw new ArgumentNullException(nameof(dates));
        var finder = run.Finder;
        var sources = new string?[finder.Rows];
        var created = new long?[finder.Rows];
        long unread = 0;
        bool hasSource = false, hasDate = false;
        RowValues.Read(finder, Columns, (row, values) =>
        {
            sources[row] = string.IsNullOrWhiteSpace(values[0]) ? null : values[0]!.Trim();
            var problem = dates.Parse(values[1], out var date);
            if (problem == DateProblem.None) created[row] = date.UtcSeconds;
            else if (problem != DateProblem.Empty && !finder.Locate(row).Input.IsKnown) unread++;
        });

        var from = since is { } moment ? (long?)new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)).ToUnixTimeSeconds() : null;
        var rows = new Row[finder.Rows];
        var isAnyKnown = finder.Inputs.Any(input => input.IsKnown);
        for (var row = 0; row < rows.Length; row++)
        {
            var isKnown = finder.Locate(row).Input.IsKnown;
            rows[row] = new Row(isKnown, !isKnown && (from is null ? isAnyKnown : created[row] >= from), Month(created[row]));
        }

        foreach (var group in run.Groups().Where(group => group.Band == DuplicateBand.Match)) Mark(group.Rows);
        var own = Enumerable.Range(0, rows.Length).Where(row => !rows[row].IsKnown).ToArray();
        var duplicates = own.Count(row => rows[row].IsDuplicate);
        long? fresh = from is null && !isAnyKnown ? null : own.Count(row => rows[row].IsNew);
        long? again = fresh is null ? null : own.Count(row => rows[row].IsNew && rows[row].RepeatsOld);
        var bySource = hasSource ? Segments(own, row => sources[row], StringComparer.OrdinalIgnoreCase) : [];
        var byMonth = hasDate ? Segments(own, row => rows[row].Month, StringComparer.Ordinal) : [];
        bySource = Largest(bySource);
        byMonth = [.. byMonth.OrderBy(month => month.Name is null).ThenBy(month => month.Name, StringComparer.Ordinal)];
        return new DuplicateRate
        {
            Records = own.Length,
            Known = rows.Length - own.Length,
            Duplicates = duplicates,
            New = fresh,
            NewDuplicates = again,
            BySource = bySource,
            ByMonth = byMonth,
            Undated = hasDate ? own.Count(row => created[row] is null) : own.Length,
            UnreadDates = unread,
            Threshold = finder.Options.Threshold,
            Kpis =
            [
                DuplicateKpis.Rate.Ratio(policy, duplicates, own.Length),
                .. fresh is { } count ? new[] { DuplicateKpis.NewRate.Ratio(policy, again!.Value, count) } : [],
                .. bySource.Where(source => source.Name is not null).Select(source => DuplicateKpis.Rate.Ratio(policy, source.Duplicates, source.Records, "source = " + source.Name)),
                .. byMonth.Where(month => month.Name is not null).Select(month => DuplicateKpis.Rate.Ratio(policy, month.Duplicates, month.Records, null, month.Name)),
            ],
        };

        IReadOnlyList<string?> Columns(DuplicateInput input)
        {
            var source = Column(input, sourceColumn, "LeadSource");
            var date = Column(input, dateColumn, "CreatedDate");
            if (!input.IsKnown) (hasSource, hasDate) = (hasSource || source is not null, hasDate || date is not null);
            return [source, date];
        }

        string? Month(long? seconds)
        {
            if (seconds is null) return null;
            var day = new DateTime(1970, 1, 1).AddDays(dates.DayOf(seconds.Value));
            return day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }

        // Known records come before new ones, dated ones by their date, and of the rest the one that stands first.
        void Mark(IReadOnlyList<int> members)
        {
            var first = members.OrderByDescending(row => rows[row].IsKnown).ThenBy(row => created[row] ?? long.MaxValue).ThenBy(row => row).First();
            var isKnown = rows[first].IsKnown;
            var month = members.Select(row => rows[row].Month).Where(name => name is not null).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault();
            var isOld = members.Any(row => rows[row].IsKnown || (from is not null && !rows[row].IsNew));
            foreach (var row in members)
            {
                rows[row].IsDuplicate = row != first;
                rows[row].IsOfOlder = isKnown || (rows[row].Month is { } own && month is not null && string.CompareOrdinal(month, own) < 0);
                rows[row].RepeatsOld = isOld;
            }
        }

        List<DuplicateRateSegment> Segments(int[] all, Func<int, string?> nameOf, StringComparer comparer)
        {
            var segments = new Dictionary<string, (string? Name, long Records, long Duplicates, long OfOlder)>(comparer);
            foreach (var row in all)
            {
                var name = nameOf(row);
                var (first, records, again, older) = segments.TryGetValue(name ?? "", out var segment) ? segment : (name, 0, 0, 0);
                // Of several spellings the first in order gives the name, whatever the order of rows.
                segments[name ?? ""] = (string.CompareOrdinal(name, first) < 0 ? name : first, records + 1, again + (rows[row].IsDuplicate ? 1 : 0), older + (rows[row].IsOfOlder ? 1 : 0));
            }

            return [.. segments.Values.OrderByDescending(sum => sum.Records).ThenBy(sum => sum.Name, StringComparer.Ordinal)
                .Select(sum => new DuplicateRateSegment(sum.Name) { Records = sum.Records, Duplicates = sum.Duplicates, OfOlder = sum.OfOlder })];
        }
    }

    private static List<DuplicateRateSegment> Largest(List<DuplicateRateSegment> segments)
    {
        if (segments.Count <= MostSources) return segments;
        var rest = segments.Skip(MostSources).ToArray();
        return
        [
            .. segments.Take(MostSources),
            new DuplicateRateSegment($"({rest.Length} others)") { Records = rest.Sum(segment => segment.Records), Duplicates = rest.Sum(segment => segment.Duplicates), OfOlder = rest.Sum(segment => segment.OfOlder) },
        ];
    }

    private static string? Column(DuplicateInput input, string? asked, string field)
    {
        var index = asked is null ? input.Fields.IndexOf(field) : input.Fields.Schema.IndexOf(asked);
        if (index < 0 && asked is not null) index = Records.Fields.FieldCatalog.Find(asked) is null ? -1 : input.Fields.IndexOf(asked);
        return index < 0 ? null : input.Fields.Schema.Columns[index];
    }

    private sealed class Row(bool isKnown, bool isNew, string? month)
    {
        public bool IsKnown { get; } = isKnown;

        public bool IsNew { get; } = isNew;

        public string? Month { get; } = month;

        public bool IsDuplicate { get; set; }

        public bool IsOfOlder { get; set; }

        public bool RepeatsOld { get; set; }
    }
}
