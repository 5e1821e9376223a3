using System.Linq;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Groups for the tests of merging, written as tables.</summary>
internal static class MergeGroups
{
    /// <summary>A group of records that share columns.</summary>
    /// <param name="header">The columns, parted by <c>|</c>.</param>
    /// <param name="rows">The values, parted by <c>|</c>.</param>
    public static DuplicateGroup Of(string header, params string[] rows) => Of("Contact", header, rows);

    public static DuplicateGroup Of(string type, string header, string[] rows)
    {
        var schema = new RecordSchema(header.Split('|'), "contacts.csv");
        var members = rows.Select((row, i) => Member(schema, row, i + 1, type)).ToArray();
        return new DuplicateGroup(1, members, 0.99, members[0], "test") { Band = DuplicateBand.Match };
    }

    public static DuplicateMember Member(RecordSchema schema, string row, int ordinal, string type, bool isKnown = false)
    {
        var record = new MopsRecord(schema, [.. row.Split('|')], ordinal, ordinal + 1);
        return new DuplicateMember(record, ordinal) { Id = record["Id"] is { Length: > 0 } id ? id : null, ObjectType = type, IsKnown = isKnown };
    }

    public static DuplicateGroup Of(int number, params DuplicateMember[] members) => new(number, members, 0.9, members[0], "test");

    public static MergePick Pick(this MergeProposal proposal, string column) => proposal.Picks.Single(pick => pick.Column == column);
}
