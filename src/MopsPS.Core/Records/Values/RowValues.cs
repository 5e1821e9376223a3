using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Records.Values;

/// <summary>Reads dates and numbers of a row; what does not read is reported with its place and counted, never dropped silently.</summary>
internal sealed class RowValues
{
    private const long EpochTicks = 621_355_968_000_000_000;
    private const long LastSecondOfDay = CivilDate.SecondsPerDay - 1;

    private readonly DateParser _dates;
    private readonly NumberParser _numbers;
    private readonly Action<RecordProblem>? _onProblem;

    /// <summary>Makes a reader.</summary>
    /// <param name="dates">Reads the dates.</param>
    /// <param name="numbers">Reads the numbers.</param>
    /// <param name="onProblem">Is told of what does not read; null for nobody.</param>
    public RowValues(DateParser dates, NumberParser numbers, Action<RecordProblem>? onProblem)
    {
        _dates = dates ?? throw new ArgumentNullException(nameof(dates));
        _numbers = numbers ?? throw new ArgumentNullException(nameof(numbers));
        _onProblem = onProblem;
    }

    /// <summary>How many rows could not be used.</summary>
    public long Skipped { get; private set; }

    /// <summary>The parser of dates.</summary>
    public DateParser Dates => _dates;

    /// <summary>UTC ticks of a moment in seconds since 1970.</summary>
    public static long ToTicks(long utcSeconds) => EpochTicks + (utcSeconds * TimeSpan.TicksPerSecond);

    /// <summary>Seconds since 1970 of UTC ticks.</summary>
    public static long ToSeconds(long utcTicks) => (utcTicks - EpochTicks) / TimeSpan.TicksPerSecond;

    /// <summary>Reads a date.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column in the row; -1 where the export has none.</param>
    /// <param name="field">What the column is, for the message.</param>
    /// <param name="endOfDay">Whether a day without a time means its last second: so that what happened on that day is not after it.</param>
    /// <param name="ticks">UTC ticks; 0 where there is no value.</param>
    /// <returns>False where there is a value that is no date: it is reported, and the row is to be left out.</returns>
    public bool Date(RecordReader row, int column, string field, bool endOfDay, out long ticks)
    {
        if (!Date(row, column, field, out ticks, out var isDay)) return false;
        if (isDay && endOfDay) ticks += LastSecondOfDay * TimeSpan.TicksPerSecond;
        return true;
    }

    /// <summary>Reads a date and says whether it has a time of day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column in the row; -1 where the export has none.</param>
    /// <param name="field">What the column is, for the message.</param>
    /// <param name="ticks">UTC ticks; 0 where there is no value.</param>
    /// <param name="isDay">Whether only the day is known; the ticks are then its start.</param>
    /// <returns>False where there is a value that is no date: it is reported, and the row is to be left out.</returns>
    public bool Date(RecordReader row, int column, string field, out long ticks, out bool isDay)
    {
        ticks = 0;
        isDay = false;
        if (column < 0) return true;
        var problem = _dates.Parse(row.GetUtf8(column), out var value);
        if (problem == DateProblem.Empty) return true;
        if (problem == DateProblem.None)
        {
            ticks = ToTicks(value.UtcSeconds);
            isDay = value.IsDateOnly;
            return true;
        }

        var why = problem switch
        {
            DateProblem.Ambiguous => "could be day first or month first; name the -Culture",
            DateProblem.Implausible => "is before 1980 or after 2067",
            _ => "is no date that is known; name the -Culture, or correct it",
        };
        Skip(row, column, "UnreadableDate", $"The {field} {why}. The row is left out.", "a date such as 2026-03-14 or 2026-03-14T09:26:53Z");
        return false;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column in the row; -1 where the export has none.</param>
    /// <param name="field">What the column is, for the message.</param>
    /// <param name="number">The number; null where there is no value.</param>
    /// <returns>False where there is a value that is no number: it is reported, and the row is to be left out.</returns>
    public bool Number(RecordReader row, int column, string field, out double? number)
    {
        number = null;
        if (column < 0) return true;
        var read = _numbers.Parse(row.GetUtf8(column), out var value);
        if (read == true) number = (double)value;
        if (read != false) return true;
        Skip(row, column, "UnreadableNumber", $"The {field} is no number; name the -Culture, or correct it. The row is left out.", "a number such as 1250.50");
        return false;
    }

    /// <summary>Reports that a row lacks what it needs, or has what cannot be.</summary>
    public void Skip(RecordReader row, int column, string kind, string message, string expected)
    {
        Skipped++;
        if (_onProblem is null) return;
        var value = column < 0 ? null : row.GetString(column);
        if (value is not null) value = Masking.Shown(value, 80);
        _onProblem(new RecordProblem(kind, message, Position(row, column)) { Value = value, Expected = expected, IsSkipped = true });
    }

    /// <summary>A value without blanks around it; null where the export has no such column, or nothing is in it.</summary>
    public static string? Text(RecordReader row, int column) => column < 0 ? null : row.GetString(column)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The segment of a row, like <c>Owner = Ada, Country = Germany</c>; null without columns for it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="names">The names of the columns.</param>
    /// <param name="columns">Where they stand in the row.</param>
    public static string? Segment(RecordReader row, IReadOnlyList<string> names, IReadOnlyList<int> columns) =>
        names.Count == 0 ? null : string.Join(", ", names.Zip(columns, (name, column) => $"{name} = {Text(row, column) ?? "(none)"}"));

    /// <summary>Where a value stands.</summary>
    public static SourcePosition Position(RecordReader row, int column) =>
        new(row.Schema.Source, row.Row, row.Line, column < 0 ? null : row.Schema.Columns[column]);
}
