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
        PolicyWriter.Texts(json, "id", funnel.Id);
        PolicyWriter.Table(json, "joins", funnel.Joins, (writer, join) =>
        {
            writer.WriteStartObject();
            PolicyWriter.Texts(writer, "key", join.Key);
            PolicyWriter.Texts(writer, "on", join.On);
            writer.WriteEndObject();
        });
        if (funnel.History is { } history)
        {
            json.WriteStartObject("history");
            json.WriteString("file", history.File);
            PolicyWriter.Texts(json, "key", history.Key);
            PolicyWriter.Texts(json, "on", history.On);
            PolicyWriter.Texts(json, "date", history.Date);
            PolicyWriter.Texts(json, "value", history.Value);
            PolicyWriter.Texts(json, "field", history.Field);
            PolicyWriter.Texts(json, "fields", history.Fields);
            json.WriteEndObject();
        }

        PolicyWriter.Texts(json, "amount", funnel.Amount);
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
            if (stage.Date.Count > 0) PolicyWriter.Texts(json, "date", stage.Date);
            if (stage.Status.Count > 0) PolicyWriter.Texts(json, "status", stage.Status);
            if (stage.Values.Count > 0) PolicyWriter.Texts(json, "values", stage.Values);
            if (stage.Target is { } target) json.WriteNumber("target", target);
            json.WriteNumber("maturityDays", stage.MaturityDays);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
