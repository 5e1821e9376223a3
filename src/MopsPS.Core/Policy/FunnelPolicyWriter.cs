using System.Collections.Generic;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>funnel</c> section.</summary>
internal static class FunnelPolicyWriter
{
    public static void Write(Utf8JsonWriter json, FunnelPolicy funnel)
    {
        json.WriteStartObject("funnel");
        // None says "as the export needs it"; an empty list would say the same, but not to a reader of the file.
        if (funnel.Stages.Count > 0) Stages(json, "stages", funnel.Stages);
        if (funnel.Exits.Count > 0) Stages(json, "exits", funnel.Exits);
        json.Texts("id", funnel.Id);
        json.Table("joins", funnel.Joins, (writer, join) =>
        {
            writer.WriteStartObject();
            writer.Texts("key", join.Key);
            writer.Texts("on", join.On);
            writer.WriteEndObject();
        });
        if (funnel.History is { } history)
        {
            json.WriteStartObject("history");
            json.WriteString("file", history.File);
            json.Texts("key", history.Key);
            json.Texts("on", history.On);
            json.Texts("date", history.Date);
            json.Texts("value", history.Value);
            json.Texts("field", history.Field);
            json.Texts("fields", history.Fields);
            json.WriteEndObject();
        }

        json.Texts("amount", funnel.Amount);
        json.WriteNumber("fiscalYearStart", funnel.FiscalYearStart);
        json.WriteString("timeZone", funnel.TimeZone);
        if (funnel.ExportTimeZone.Length > 0) json.WriteString("exportTimeZone", funnel.ExportTimeZone);
        json.WriteString("culture", funnel.Culture);
        json.WriteString("skippedStages", funnel.SkippedStages.ToString());
        json.WriteString("reEntry", funnel.ReEntry.ToString());
        json.WriteNumber("maturityDays", funnel.MaturityDays);
        json.WriteEndObject();
    }

    private static void Stages(Utf8JsonWriter json, string key, IReadOnlyList<FunnelStageDefinition> stages)
    {
        json.WriteStartArray(key);
        foreach (var stage in stages)
        {
            json.WriteStartObject();
            json.WriteString("name", stage.Name);
            if (stage.File.Length > 0) json.WriteString("file", stage.File);
            if (stage.Date.Count > 0) json.Texts("date", stage.Date);
            if (stage.Status.Count > 0) json.Texts("status", stage.Status);
            if (stage.Values.Count > 0) json.Texts("values", stage.Values);
            if (stage.Target is { } target) json.WriteNumber("target", target);
            json.WriteNumber("maturityDays", stage.MaturityDays);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
