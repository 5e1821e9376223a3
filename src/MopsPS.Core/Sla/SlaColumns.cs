using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Sla;

/// <summary>Which columns of an export tell what an agreement needs, as places in the row that is read; -1 for none.</summary>
internal sealed class SlaColumns
{
    private static readonly string[] Ids = ["Id", "LeadId", "ContactId", "JourneyId", "Email"];

    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="options">Which measures and segments.</param>
    /// <exception cref="FieldNotFoundException">A measure that is asked for, or both, cannot be taken.</exception>
    /// <exception cref="ExportFormatException">A column that is named is not there.</exception>
    public SlaColumns(FieldMapping fields, SlaOptions options)
    {
        var set = new ColumnSet();
        int At(string field) => set.Add(fields.IndexOf(field));
        var id = Ids.FirstOrDefault(name => fields.IndexOf(name) >= 0);
        Id = id is null ? -1 : At(id);
        IsEmail = id == "Email";
        Owner = At("Owner");
        Region = options.RegionColumn is null ? At("Country") : set.Add(fields.Schema, options.RegionColumn);
        Engaged = At("EngagementDate");
        if (Engaged < 0) Engaged = At("CreatedDate");
        Assigned = At("AssignedDate");
        Touch = At("FirstTouchDate");
        System = At("FirstSystemTouchDate");
        Human = At("FirstHumanTouchDate");
        By = [.. options.By.Select(name => set.Add(fields.Schema, name))];
        var hasTouch = Touch >= 0 || System >= 0 || Human >= 0;
        if (!hasTouch) fields.Require("FirstTouchDate");
        Measures = [.. options.Measures.Count > 0 ? options.Measures.Distinct() : Possible()];
        if (Measures.Contains(SlaMeasure.SpeedToLead) && Engaged < 0) fields.Require("EngagementDate");
        if (Measures.Contains(SlaMeasure.Processing) && Assigned < 0) fields.Require("AssignedDate");
        // A system's touch does not process a lead.
        if (Measures.Contains(SlaMeasure.Processing) && Human < 0 && Touch < 0) fields.Require("FirstHumanTouchDate");
        if (Measures.Count == 0) fields.Require("EngagementDate");
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public IReadOnlyList<SlaMeasure> Measures { get; }

    public int Id { get; }

    public bool IsEmail { get; }

    public int Owner { get; }

    public int Region { get; }

    public int Engaged { get; }

    public int Assigned { get; }

    public int Touch { get; }

    public int System { get; }

    public int Human { get; }

    public IReadOnlyList<int> By { get; }

    private IEnumerable<SlaMeasure> Possible()
    {
        if (Engaged >= 0) yield return SlaMeasure.SpeedToLead;
        if (Assigned >= 0 && (Human >= 0 || Touch >= 0)) yield return SlaMeasure.Processing;
    }
}
