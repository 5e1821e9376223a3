using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Campaigns;

/// <summary>One row of a defects export.</summary>
internal sealed class Defect(string campaign, DateTime? day, SourcePosition source)
{
    public string Campaign { get; } = campaign;

    /// <summary>The day on which it was found; null where the export does not say.</summary>
    public DateTime? Day { get; } = day;

    public SourcePosition Source { get; } = source;
}

/// <summary>Reads a defects export: a column with the campaign, and one with the day where there is one. Each row is a defect.</summary>
internal static class DefectReader
{
    private static readonly string[] CampaignNames = ["campaign", "campaign name", "campaignname", "program", "program name"];
    private static readonly string[] DateNames = ["date", "found", "found on", "found date", "created", "created date", "createddate", "reported", "reported on", "date found"];

    /// <summary>Reads all rows.</summary>
    /// <param name="reader">Stands before the first row.</param>
    /// <param name="campaignColumn">The column of the campaign; null to find it.</param>
    /// <param name="dates">Reads the days.</param>
    /// <param name="onProblem">Is told of days that do not read; the row is counted all the same.</param>
    /// <exception cref="InvalidDataException">There is no column with the campaign.</exception>
    public static IReadOnlyList<Defect> Read(RecordReader reader, string? campaignColumn, DateParser dates, Action<RecordProblem> onProblem)
    {
        var columns = reader.Schema.Columns;
        var campaign = campaignColumn is null ? columns.FirstOrDefault(column => CampaignNames.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase)) : columns.FirstOrDefault(column => string.Equals(column, campaignColumn, StringComparison.OrdinalIgnoreCase));
        if (campaign is null)
            throw new InvalidDataException($"No column of the defects export is {(campaignColumn is null ? "known to name the campaign" : $"'{campaignColumn}'")}. Name it with -CampaignColumn. Columns: {string.Join(", ", columns)}.");
        var date = columns.FirstOrDefault(column => DateNames.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
        int at = reader.Schema.IndexOf(campaign), on = date is null ? -1 : reader.Schema.IndexOf(date);
        var defects = new List<Defect>();
        while (reader.Read())
        {
            var source = new SourcePosition(reader.Schema.Source, reader.Row, reader.Line, campaign);
            defects.Add(new Defect(reader.GetString(at)?.Trim() ?? string.Empty, on < 0 ? null : Day(reader, on, dates, onProblem), source));
        }

        return defects;
    }

    private static DateTime? Day(RecordReader reader, int column, DateParser dates, Action<RecordProblem> onProblem)
    {
        var problem = dates.Parse(reader.GetUtf8(column), out var value);
        if (problem == DateProblem.None) return new DateTime(RowValues.ToTicks(value.UtcSeconds), DateTimeKind.Utc).Date;
        if (problem != DateProblem.Empty)
        {
            onProblem(new RecordProblem("UnreadableDate", "The day of the defect does not read, and the defect is counted as found after the launch. Name the -Culture, or correct it.", RowValues.Position(reader, column))
            { Value = reader.GetString(column), Expected = "a date such as 2026-03-14" });
        }

        return null;
    }
}
