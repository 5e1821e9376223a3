using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Requests;

/// <summary>Which columns of a ticket export tell what, as places in the row that is read; -1 for none.</summary>
internal sealed class RequestColumns
{
    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="by">The columns that make segments.</param>
    /// <exception cref="FieldNotFoundException">There is no date of creation.</exception>
    /// <exception cref="ExportFormatException">A column that is named is not there.</exception>
    public RequestColumns(FieldMapping fields, IReadOnlyList<string> by)
    {
        var set = new ColumnSet();
        int At(string field) => set.Add(fields.IndexOf(field));
        Created = set.Add(fields.Require("CreatedDate"));
        Id = At("Id");
        Type = At("RequestType");
        Status = At("RequestStatus");
        Priority = At("Priority");
        Owner = At("Owner");
        Acknowledged = At("AcknowledgedDate");
        Resolved = At("ResolvedDate");
        Due = At("DueDate");
        Reopens = At("ReopenCount");
        if (Resolved < 0) fields.Require("ResolvedDate");
        By = [.. by.Select(name => set.Add(fields.Schema, name))];
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public int Id { get; }

    public int Type { get; }

    public int Status { get; }

    public int Priority { get; }

    public int Owner { get; }

    public int Created { get; }

    public int Acknowledged { get; }

    public int Resolved { get; }

    public int Due { get; }

    public int Reopens { get; }

    public IReadOnlyList<int> By { get; }
}
