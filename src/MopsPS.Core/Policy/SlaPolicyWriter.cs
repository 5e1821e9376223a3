using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>sla</c> section.</summary>
internal static class SlaPolicyWriter
{
    public static void Write(Utf8JsonWriter json, SlaPolicy sla) => json.Section("sla", () =>
    {
        Target(json, "speedToLead", sla.SpeedToLead);
        Target(json, "processing", sla.Processing);
        json.WriteString("calendar", sla.Calendar);
        json.Table("regions", sla.Regions, (writer, calendar) => writer.WriteStringValue(calendar));
    });

    private static void Target(Utf8JsonWriter json, string key, SlaTarget target) => json.Section(key, () =>
    {
        json.WriteNumber("minutes", target.Minutes);
        json.WriteBoolean("businessHours", target.BusinessHours);
    });
}
