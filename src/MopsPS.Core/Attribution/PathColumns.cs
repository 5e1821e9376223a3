using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Attribution;

/// <summary>Which columns of a table of aggregated paths tell what, as places in the row that is read; -1 for none.</summary>
internal sealed class PathColumns
{
    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <exception cref="FieldNotFoundException">There is no path or no number of conversions.</exception>
    public PathColumns(FieldMapping fields)
    {
        var set = new ColumnSet();
        Path = set.Add(fields.Require("TouchPath"));
        Conversions = set.Add(fields.Require("Conversions"));
        Value = set.Add(fields.IndexOf("ConversionValue"));
        NonConversions = set.Add(fields.IndexOf("NonConversions"));
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public int Path { get; }

    public int Conversions { get; }

    public int Value { get; }

    public int NonConversions { get; }
}
