using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Anomalies;

/// <summary>Which columns of an export make the metric, as places in the row that is read; -1 for none.</summary>
internal sealed class AnomalyColumns
{
    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="options">What is watched.</param>
    /// <exception cref="FieldNotFoundException">There is no date.</exception>
    /// <exception cref="ExportFormatException">A column that is named is not there.</exception>
    public AnomalyColumns(FieldMapping fields, AnomalyOptions options)
    {
        var set = new ColumnSet();
        Date = options.DateColumn is not null ? set.Add(fields.Schema, options.DateColumn)
            : set.Add(fields.IndexOf("TouchpointDate") >= 0 || fields.IndexOf("CreatedDate") < 0 ? fields.Require("TouchpointDate") : fields.IndexOf("CreatedDate"));
        Value = options.ValueColumn is null ? -1 : set.Add(fields.Schema, options.ValueColumn);
        Denominator = options.DenominatorColumn is null ? -1 : set.Add(fields.Schema, options.DenominatorColumn);
        By = [.. options.By.Select(name => set.Add(fields.Schema, name))];
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public int Date { get; }

    public int Value { get; }

    public int Denominator { get; }

    public IReadOnlyList<int> By { get; }
}
