using System;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>A member of a group with the parts that its columns play.</summary>
internal sealed class MergeMember
{
    public MergeMember(DuplicateMember member, FieldMapping fields, string?[] fieldOf, DateParser dates)
    {
        Member = member;
        Fields = fields;
        FieldOf = fieldOf;
        Completeness = Enumerable.Range(0, member.Record.GetValues().Count).Count(column => !IsBlank(column));
        Created = Date("CreatedDate", dates);
        Modified = Date("LastModifiedDate", dates) ?? Date("LastActivityDate", dates) ?? Created;
    }

    public DuplicateMember Member { get; }

    public FieldMapping Fields { get; }

    /// <summary>The canonical field of each column; null where it plays none.</summary>
    public string?[] FieldOf { get; }

    /// <summary>How many columns have a value.</summary>
    public int Completeness { get; }

    public DateTime? Created { get; }

    public DateTime? Modified { get; }

    /// <summary>Whether a date of the record could not be read.</summary>
    public bool HasUnreadDate { get; private set; }

    public string? Value(int column) => column < 0 ? null : Member.Record[column];

    public string? Value(string field) => Value(Fields.IndexOf(field));

    public bool IsBlank(string field) => IsBlank(Fields.IndexOf(field));

    /// <summary>Whether a column has no value, or one that stands for none.</summary>
    public bool IsBlank(int column)
    {
        if (column < 0 || Member.Record[column] is not { } value) return true;
        var text = value.Trim();
        if (text.Length == 0) return true;
        text = text.ToLowerInvariant();
        return FieldOf[column] switch
        {
            "FirstName" or "LastName" or "FullName" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Name, text),
            "Company" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Company, text),
            "Email" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Email, text),
            "Phone" or "MobilePhone" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Phone, text),
            "Website" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Website, text),
            "Street" or "City" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Address, text),
            "PostalCode" => PlaceholderValues.IsPlaceholder(PlaceholderKind.Postcode, text),

            // Of other columns it is not known whether 0 and no are answers.
            _ => text is "n/a" or "null" or "-" or "--" or "[not provided]",
        };
    }

    /// <summary>The column of this record that holds what a column of another holds: itself, the same part, or the same name.</summary>
    public int ColumnLike(MergeMember other, int column)
    {
        if (ReferenceEquals(Member.Record.GetSchema(), other.Member.Record.GetSchema())) return column;
        if (other.FieldOf[column] is { } field && Fields.IndexOf(field) is var same and >= 0) return same;
        return Member.Record.GetSchema().IndexOf(other.Member.Record.GetSchema().Columns[column]);
    }

    private DateTime? Date(string field, DateParser dates)
    {
        var problem = dates.Parse(Value(field), out var date);
        HasUnreadDate |= problem is not (DateProblem.None or DateProblem.Empty);
        return problem == DateProblem.None ? DateTimeOffset.FromUnixTimeSeconds(date.UtcSeconds).UtcDateTime : null;
    }
}
