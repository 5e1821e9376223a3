using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>events</c> section.</summary>
internal static class EventsPolicyWriter
{
    public static void Write(Utf8JsonWriter json, EventsPolicy policy) => json.Section("events", () =>
    {
        json.WriteNumber("attendedMinutes", policy.AttendedMinutes);
        json.WriteNumber("attendedShare", policy.AttendedShare);
        json.Texts("internalDomains", policy.InternalDomains);
        json.Texts("staffRoles", policy.StaffRoles);
        json.WriteBoolean("excludeAccountUsers", policy.ExcludeAccountUsers);
        json.WriteNumber("matchThreshold", policy.MatchThreshold);
        json.WriteNumber("reviewThreshold", policy.ReviewThreshold);
        json.Table("statuses", policy.Statuses, (writer, names) =>
        {
            writer.WriteStartObject();
            foreach (var name in names) writer.WriteString(name.Key, name.Value);
            writer.WriteEndObject();
        });
        json.Texts("order", policy.Order);
    });
}
