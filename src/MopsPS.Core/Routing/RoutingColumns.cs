using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Routing;

/// <summary>Which columns of an export routing looks at, as places in the row that is read; -1 for none. Only what some rule looks at is read.</summary>
internal sealed class RoutingColumns
{
    private static readonly string[] Ids = ["Id", "LeadId", "ContactId", "Email"];

    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="tables">The rules, and the changed rules where there are any.</param>
    /// <param name="needsOwner">Whether the owner is compared.</param>
    /// <param name="needsDate">Whether a rule that looks at dates needs a column of them; where not, the day of the table counts.</param>
    /// <exception cref="FieldNotFoundException">A rule looks at a field that is not there.</exception>
    public RoutingColumns(FieldMapping fields, IReadOnlyList<RoutingTable> tables, bool needsOwner, bool needsDate = true)
    {
        var set = new ColumnSet();
        int At(string field) => set.Add(fields.IndexOf(field));
        int Needed(bool isUsed, string field) => isUsed ? set.Add(fields.Require(field)) : -1;
        bool Any(Func<RoutingTable, bool> looks) => tables.Any(looks);
        Owner = needsOwner ? Needed(true, "Owner") : At("Owner");
        var id = Ids.FirstOrDefault(name => fields.IndexOf(name) >= 0);
        Id = id is null ? -1 : At(id);
        Country = Needed(Any(table => table.Place.IsUsed), "Country");
        State = Any(table => table.Place.HasStates) ? Needed(true, "State") : -1;
        PostalCode = Needed(Any(table => table.Postcode.IsUsed), "PostalCode");
        Employees = Needed(Any(table => table.Employees.IsUsed), "EmployeeCount");
        Industry = Needed(Any(table => table.Industry.IsUsed), "Industry");
        Language = Needed(Any(table => table.Language.IsUsed), "Language");
        (Email, Website) = Any(table => table.Account.HasDomains) ? (At("Email"), At("Website")) : (-1, -1);
        if (Any(table => table.Account.HasDomains) && Email < 0 && Website < 0) fields.Require("Email");
        Company = Needed(Any(table => table.Account.HasCompanies), "Company");
        Assigned = At("AssignedDate");
        Created = At("CreatedDate");
        HasDates = Any(table => table.Date.HasDates);
        if (needsDate && HasDates && Assigned < 0 && Created < 0) fields.Require("CreatedDate");
        Touches = [.. new[] { "FirstTouchDate", "FirstHumanTouchDate", "FirstSystemTouchDate" }.Select(At).Where(column => column >= 0)];
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public int Id { get; }

    public int Owner { get; }

    public int Country { get; }

    public int State { get; }

    public int PostalCode { get; }

    public int Employees { get; }

    public int Industry { get; }

    public int Language { get; }

    public int Email { get; }

    public int Website { get; }

    public int Company { get; }

    public int Assigned { get; }

    public int Created { get; }

    public bool HasDates { get; }

    public IReadOnlyList<int> Touches { get; }

    /// <summary>The value of a column without blanks at its ends; empty where there is no such column.</summary>
    public static ReadOnlySpan<byte> Value(RecordReader row, int column)
    {
        if (column < 0) return default;
        var value = row.GetUtf8(column);
        while (!value.IsEmpty && value[0] is (byte)' ' or (byte)'\t') value = value.Slice(1);
        while (!value.IsEmpty && value[value.Length - 1] is (byte)' ' or (byte)'\t') value = value.Slice(0, value.Length - 1);
        return value;
    }

    /// <summary>The id of a lead, masked where it is an address; its row where it has none.</summary>
    public string IdOf(RecordReader row)
    {
        var id = Id < 0 ? null : row.GetString(Id)?.Trim();
        return id is not { Length: > 0 } ? FormattableString.Invariant($"row {row.Row}") : id.IndexOf('@') >= 0 ? Masking.Email(id) : id;
    }
}
