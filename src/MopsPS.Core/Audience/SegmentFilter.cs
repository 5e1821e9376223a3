using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Consent;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Audience;

/// <summary>One rule of a segment over the rows: data, never code. Texts compare without case and blanks around them. Not for several threads at once.</summary>
internal sealed class SegmentFilter
{
    private readonly SegmentRule _rule;
    private readonly DateParser _dates;
    private readonly NumberParser _numbers;
    private readonly HashSet<string> _values;
    private readonly Utf8Cache<bool> _memo;
    private readonly decimal? _number;
    private readonly long? _seconds;
    private int _column = -1;

    /// <summary>Makes a filter.</summary>
    /// <exception cref="ArgumentException">The rule lacks values, or its bound is neither a number nor a date.</exception>
    public SegmentFilter(SegmentRule rule, DateParser dates, NumberParser numbers)
    {
        _rule = rule;
        _dates = dates;
        _numbers = numbers;
        _values = new HashSet<string>(rule.Values.Select(value => value.Trim()), StringComparer.OrdinalIgnoreCase);
        _memo = new Utf8Cache<bool>(Fits, Utf8Cache.Usual);
        if (rule.Field.Trim().Length == 0) throw new ArgumentException("A rule of the segment names no field.", nameof(rule));
        if (rule.Operator is SegmentOperator.Present or SegmentOperator.Absent)
        {
            if (rule.Values.Count > 0) throw new ArgumentException($"The rule '{rule}' has values, and {rule.Operator} takes none.", nameof(rule));
            return;
        }

        if (rule.Values.Count == 0) throw new ArgumentException($"The rule '{rule}' has no value to compare with.", nameof(rule));
        if (!IsBound) return;
        if (rule.Values.Count > 1) throw new ArgumentException($"The rule '{rule}' has several values, and {rule.Operator} takes one.", nameof(rule));
        if (numbers.Parse(rule.Values[0], out var number) == true) _number = number;
        else if (dates.Parse(rule.Values[0], out var date) == DateProblem.None) _seconds = date.UtcSeconds + (rule.Operator == SegmentOperator.AtMost && date.IsDateOnly ? CivilDate.SecondsPerDay - 1 : 0);
        else throw new ArgumentException($"The bound of the rule '{rule}' is neither a number nor a date such as 2026-03-14.", nameof(rule));
    }

    /// <summary>Rows that do not fit.</summary>
    public int Outside { get; private set; }

    /// <summary>Of these, rows whose value is no number or date.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Why the rule was not checked; null where it was.</summary>
    public string? NotChecked { get; private set; }

    private bool IsBound => _rule.Operator is SegmentOperator.AtLeast or SegmentOperator.AtMost;

    /// <summary>Finds the column of the rule.</summary>
    public void Open(FieldMapping fields, ColumnSet set)
    {
        var columns = fields.Schema.Columns;
        var column = fields.Schema.IndexOf(_rule.Field);
        if (column < 0) column = fields.Matches.FirstOrDefault(match => string.Equals(match.Field.Name, _rule.Field, StringComparison.OrdinalIgnoreCase))?.Column ?? -1;
        for (var i = 0; i < columns.Count && column < 0; i++)
            if (ConsentColumns.Means(_rule.Field, columns[i], null)) column = i;
        _column = set.Add(column);
        if (column < 0) NotChecked ??= $"no column is known as '{_rule.Field}'";
    }

    /// <summary>Whether the row fits the rule; a rule without a column lets every row pass and is reported as not checked.</summary>
    public bool Check(RecordReader row)
    {
        if (_column < 0) return true;
        var value = row.GetUtf8(_column);
        if (IsBound ? FitsBound(value) : _memo.Get(value)) return true;
        Outside++;
        return false;
    }

    /// <summary>The counts as a result.</summary>
    public AudienceSegment ToResult() => new() { Rule = _rule.ToString(), Rows = Outside, Unreadable = Unreadable, NotChecked = NotChecked };

    private bool Fits(string value)
    {
        var text = value.Trim();
        return _rule.Operator switch
        {
            SegmentOperator.In => _values.Contains(text),
            SegmentOperator.NotIn => !_values.Contains(text),
            SegmentOperator.Like => _values.Any(pattern => Wildcard.IsMatch(pattern, text)),
            SegmentOperator.NotLike => !_values.Any(pattern => Wildcard.IsMatch(pattern, text)),
            SegmentOperator.Present => text.Length > 0,
            _ => text.Length == 0,
        };
    }

    private bool FitsBound(ReadOnlySpan<byte> value)
    {
        if (_number is { } bound)
        {
            var read = _numbers.Parse(value, out var number);
            if (read == false) Unreadable++;
            return read == true && (_rule.Operator == SegmentOperator.AtLeast ? number >= bound : number <= bound);
        }

        var problem = _dates.Parse(value, out var date);
        if (problem is not (DateProblem.None or DateProblem.Empty)) Unreadable++;
        return problem == DateProblem.None && (_rule.Operator == SegmentOperator.AtLeast ? date.UtcSeconds >= _seconds : date.UtcSeconds <= _seconds);
    }
}
