using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>hygiene</c> section.</summary>
internal static class HygienePolicyWriter
{
    public static void Write(Utf8JsonWriter json, HygienePolicy hygiene) => json.Section("hygiene", () =>
    {
        json.WriteNumber("confidence", hygiene.Confidence);
        json.Texts("fields", hygiene.Fields);
        json.WriteString("defaultCountry", hygiene.DefaultCountry);
        json.WriteString("country", hygiene.Country.ToString());
        json.WriteString("state", hygiene.State.ToString());
        json.WriteString("phone", hygiene.Phone.ToString());
        json.WriteString("website", hygiene.Website.ToString());
        json.WriteString("flags", hygiene.Flags.ToString());
        json.Texts("casing", hygiene.Casing);
        json.Table("picklists", hygiene.Picklists, (writer, picklist) =>
        {
            writer.WriteStartObject();
            foreach (var pair in picklist) writer.Texts(pair.Key, pair.Value);
            writer.WriteEndObject();
        });
        json.Table("bands", hygiene.Bands, PolicyText.Texts);
        json.Section("consent", () =>
        {
            foreach (var (key, state) in HygienePolicyReader.States)
                json.OptionalText(key, hygiene.Consent.TryGetValue(state, out var text) ? text : null);
        });
        json.WriteBoolean("clearPlaceholders", hygiene.ClearPlaceholders);
        json.Texts("required", hygiene.Required);
        json.WriteNumber("inactiveDays", hygiene.InactiveDays);
        json.WriteNumber("retentionDays", hygiene.RetentionDays);
    });
}
