using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes a resolved policy as JSON that <see cref="PolicyLoader"/> reads back to the same policy.</summary>
public static class PolicyWriter
{
    /// <summary>Writes the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>Indented JSON.</returns>
    public static string ToJson(MopsPolicy policy)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            json.WriteString("version", policy.Version);
            json.WriteString("extends", policy.Preset);
            Utm(json, policy.Utm);
            Table(json, "naming", policy.Naming, Convention);
            Table(json, "businessHours", policy.BusinessHours, Calendar);
            Sla(json, policy.Sla);
            Table(json, "kpiTargets", policy.KpiTargets, (writer, target) => writer.WriteNumberValue(target));
            Table(json, "rules", policy.Rules, (writer, setting) =>
            {
                writer.WriteStartObject();
                if (setting.Enabled is { } enabled) writer.WriteBoolean("enabled", enabled);
                if (setting.Severity is { } severity) writer.WriteString("severity", severity.ToString());
                writer.WriteEndObject();
            });
            json.WriteStartArray("suppressions");
            foreach (var suppression in policy.Suppressions)
            {
                json.WriteStartObject();
                json.WriteString("rule", suppression.Rule);
                if (suppression.Target is not null) json.WriteString("target", suppression.Target);
                if (suppression.Value is not null) json.WriteString("value", suppression.Value);
                json.WriteString("reason", suppression.Reason);
                json.WriteString("expires", suppression.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Utm(Utf8JsonWriter json, UtmPolicy utm)
    {
        json.WriteStartObject("utm");
        Texts(json, "required", utm.Required);
        json.WriteBoolean("lowercase", utm.Lowercase);
        json.WriteString("separator", utm.Separator);
        Terms(json, "sources", utm.Sources);
        Terms(json, "mediums", utm.Mediums);
        Terms(json, "campaigns", utm.Campaigns);
        Table(json, "pairs", utm.Pairs, Texts);
        Table(json, "naming", utm.Naming, (writer, name) => writer.WriteStringValue(name));
        Texts(json, "internalDomains", utm.InternalDomains);
        Texts(json, "allowedTokens", utm.AllowedTokens);
        Texts(json, "reservedValues", utm.ReservedValues);
        json.WriteBoolean("requireHttps", utm.RequireHttps);
        json.WriteNumber("maxUrlLength", utm.MaxUrlLength);
        json.WriteNumber("maxValueLength", utm.MaxValueLength);
        json.WriteEndObject();
    }

    private static void Calendar(Utf8JsonWriter json, BusinessHoursPolicy calendar)
    {
        json.WriteStartObject();
        json.WriteString("timeZone", calendar.TimeZone);
        Table(json, "hours", calendar.Hours, Texts);
        Texts(json, "holidays", calendar.Holidays);
        json.WriteEndObject();
    }

    private static void Sla(Utf8JsonWriter json, SlaPolicy sla)
    {
        json.WriteStartObject("sla");
        foreach (var (key, target) in new[] { ("speedToLead", sla.SpeedToLead), ("processing", sla.Processing) })
        {
            json.WriteStartObject(key);
            json.WriteNumber("minutes", target.Minutes);
            json.WriteBoolean("businessHours", target.BusinessHours);
            json.WriteEndObject();
        }

        json.WriteString("calendar", sla.Calendar);
        Table(json, "regions", sla.Regions, (writer, calendar) => writer.WriteStringValue(calendar));
        json.WriteEndObject();
    }

    private static void Convention(Utf8JsonWriter json, NamingConvention convention)
    {
        json.WriteStartObject();
        json.WriteString("separator", convention.Separator);
        json.WriteStartArray("parts");
        foreach (var part in convention.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            if (part.Values.Count > 0) Texts(json, "values", part.Values);
            if (part.Pattern is not null) json.WriteString("pattern", part.Pattern);
            if (part.Date is not null) json.WriteString("date", part.Date);
            json.WriteBoolean("optional", part.Optional);
            json.WriteNumber("maxLength", part.MaxLength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Terms(Utf8JsonWriter json, string key, IReadOnlyList<UtmTerm> terms)
    {
        json.WriteStartArray(key);
        foreach (var term in terms)
        {
            json.WriteStartObject();
            json.WriteString("value", term.Value);
            Texts(json, "aliases", term.Aliases);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Table<T>(Utf8JsonWriter json, string key, IReadOnlyDictionary<string, T> table, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(key);
        foreach (var pair in table)
        {
            json.WritePropertyName(pair.Key);
            write(json, pair.Value);
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WritePropertyName(key);
        Texts(json, texts);
    }

    private static void Texts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
