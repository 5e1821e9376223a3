using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Records;

namespace MopsPS.Core.Duplicates;

/// <summary>Shows a column of whole names as given name and family name, so that an input that has one column compares with one that has two.</summary>
internal sealed class NameSplitReader : RecordReader
{
    private readonly List<(int Column, int Part)> _columns = [];
    private RecordReader _row = null!;

    /// <summary>Makes a reader for the columns of a plan.</summary>
    /// <param name="plan">The plan with the whole name.</param>
    /// <param name="split">The plan with two names in its place.</param>
    public NameSplitReader(IReadOnlyList<PlannedField> plan, out IReadOnlyList<PlannedField> split)
    {
        var fields = new List<PlannedField>();
        var column = 0;
        foreach (var field in plan)
        {
            if (field.Kind != MatchKind.FullName)
            {
                fields.Add(field);
                for (var i = 0; i < field.Columns.Count; i++) _columns.Add((column++, 0));
                continue;
            }

            fields.Add(field with { Name = "FirstName", Kind = MatchKind.GivenName });
            fields.Add(field with { Name = "LastName", Kind = MatchKind.FamilyName });
            _columns.Add((column, 1));
            _columns.Add((column++, 2));
        }

        split = fields;
    }

    public override RecordSchema Schema => _row.Schema;

    public override int Row => _row.Row;

    public override int Line => _row.Line;

    /// <summary>Whether a plan has a whole name.</summary>
    public static bool Applies(IReadOnlyList<PlannedField> plan) => plan.Any(field => field.Kind == MatchKind.FullName);

    /// <summary>Stands on a row.</summary>
    public NameSplitReader On(RecordReader row)
    {
        _row = row;
        return this;
    }

    public override bool Read() => false;

    public override ReadOnlySpan<byte> GetUtf8(int column) =>
        _columns[column].Part == 0 ? _row.GetUtf8(_columns[column].Column) : GetString(column) is { } text ? Encoding.UTF8.GetBytes(text) : default;

    public override string? GetString(int column)
    {
        var (source, part) = _columns[column];
        var text = _row.GetString(source);
        if (part == 0 || text is null) return text;
        var (given, family) = PersonNames.Split(text);
        // A junior stays one: the family name is asked for the generation.
        return part == 1 ? given : PersonNames.Generation(text) is { } generation ? $"{family} {generation}" : family;
    }

    protected override void Dispose(bool disposing)
    {
    }
}
