using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Audience;

/// <summary>Which columns of an export tell what an audience is checked for, as places in the row that is read.</summary>
internal sealed class AudienceColumns
{
    /// <summary>Chooses the columns.</summary>
    /// <exception cref="FieldNotFoundException">No column holds addresses.</exception>
    public AudienceColumns(FieldMapping fields, ConsentPolicy policy, string? purpose, IEnumerable<SegmentFilter> segment)
    {
        var set = new ColumnSet();
        Email = set.Add(fields.Require("Email"));
        Consent = ConsentColumns.Find(policy, purpose, fields, set);
        foreach (var filter in segment) filter.Open(fields, set);
        Columns = set.Columns.ToArray();
        Source = fields.Schema.Source;
    }

    /// <summary>The columns of the file to read.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>The file.</summary>
    public string? Source { get; }

    /// <summary>The address.</summary>
    public int Email { get; }

    /// <summary>Consent, opt-outs, bounces and country.</summary>
    public ConsentColumns Consent { get; }
}
