using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>The columns that a plan file has before those of the records.</summary>
internal static class PlanColumns
{
    public const string Group = "Merge Group";
    public const string Item = "Merge Item";
    public const string Role = "Merge Role";
    public const string Decision = "Merge Decision";
    public const string Reviewer = "Merge Reviewer";
    public const string ReviewedOn = "Merge Reviewed On";
    public const string Note = "Merge Note";
    public const string Score = "Merge Score";
    public const string Band = "Merge Band";
    public const string Proposal = "Merge Proposal";
    public const string Reason = "Merge Reason";
    public const string ObjectType = "Merge Object";
    public const string RecordId = "Merge Record Id";
    public const string Source = "Merge Source";
    public const string Row = "Merge Row";
    public const string Line = "Merge Line";
    public const string Known = "Merge Known";
    public const string Schema = "Merge Schema";

    /// <summary>The role of the row that holds what survives.</summary>
    public const string Result = "Result";

    /// <summary>The role of the record that stays.</summary>
    public const string Master = "Master";

    /// <summary>The role of the other records.</summary>
    public const string Duplicate = "Duplicate";

    public static readonly string[] Plan = [Group, Item, Role, Decision, Reviewer, ReviewedOn, Note, Score, Band, Proposal, Reason, ObjectType, RecordId, Source, Row];

    public static readonly string[] Rollback = [Group, Item, Role, Score, Band, ObjectType, RecordId, Source, Row, Line, Known, Schema];

    /// <summary>Joins the plan's columns and a record's.</summary>
    /// <exception cref="InvalidDataException">A record has a column of that name.</exception>
    public static string[] With(string[] plan, IReadOnlyList<string> columns)
    {
        var clash = columns.FirstOrDefault(column => Plan.Concat(Rollback).Contains(column, StringComparer.OrdinalIgnoreCase));
        return clash is null ? [.. plan, .. columns]
            : throw new InvalidDataException($"The records have a column '{clash}', which a merge plan needs for itself. Rename it before Find-MopsDuplicate.");
    }
}
