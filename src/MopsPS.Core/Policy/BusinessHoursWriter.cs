using System.Collections.Generic;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>businessHours</c> section.</summary>
internal static class BusinessHoursWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, BusinessHoursPolicy> calendars) => json.Table("businessHours", calendars, (writer, calendar) =>
    {
        writer.WriteStartObject();
        writer.WriteString("timeZone", calendar.TimeZone);
        writer.Table("hours", calendar.Hours, PolicyText.Texts);
        writer.Texts("holidays", calendar.Holidays);
        writer.WriteEndObject();
    });
}
