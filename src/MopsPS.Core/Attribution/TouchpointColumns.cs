using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Attribution;

/// <summary>Which columns of an export tell what of a touchpoint, as places in the row that is read; -1 for none.</summary>
internal sealed class TouchpointColumns
{
    // The key of what makes one journey, the most particular first; the last is for exports of e-mail activity.
    private static readonly string[] Ids = ["JourneyId", "OpportunityId", "ContactId", "LeadId", "Email"];

    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <exception cref="FieldNotFoundException">There is no id, no date, or no channel for touchpoints with a date.</exception>
    public TouchpointColumns(FieldMapping fields)
    {
        var set = new ColumnSet();
        var idField = Ids.FirstOrDefault(name => fields.IndexOf(name) >= 0) ?? Ids[0];
        Id = set.Add(fields.Require(idField));
        IsEmail = idField == "Email";
        int At(string field) => set.Add(fields.IndexOf(field));
        Conversion = At("ConversionDate");
        if (Conversion < 0) Conversion = At("ConvertedDate");
        // A file of conversions alone has no touchpoints.
        Date = Conversion < 0 ? set.Add(fields.Require("TouchpointDate")) : At("TouchpointDate");
        Channel = At("Channel");
        Source = At("UtmSource");
        Medium = At("UtmMedium");
        Campaign = At("UtmCampaign");
        LandingPage = At("LandingPageUrl");
        Value = At("ConversionValue");
        if (Value < 0) Value = At("Amount");
        Cost = At("Cost");
        LeadCreated = At("LeadCreatedDate");
        OpportunityCreated = At("OpportunityCreatedDate");
        if (Date >= 0 && Channel < 0 && Source < 0 && Medium < 0 && LandingPage < 0) fields.Require("Channel");
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public int Id { get; }

    /// <summary>Whether the id is an e-mail address, of which case does not count.</summary>
    public bool IsEmail { get; }

    public int Date { get; }

    public int Conversion { get; }

    public int Channel { get; }

    public int Source { get; }

    public int Medium { get; }

    public int Campaign { get; }

    public int LandingPage { get; }

    public int Value { get; }

    public int Cost { get; }

    public int LeadCreated { get; }

    public int OpportunityCreated { get; }
}
