using System.Collections.Generic;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>utm</c> section.</summary>
internal static class UtmPolicyWriter
{
    public static void Write(Utf8JsonWriter json, UtmPolicy utm) => json.Section("utm", () =>
    {
        json.Texts("required", utm.Required);
        json.WriteBoolean("lowercase", utm.Lowercase);
        json.WriteString("separator", utm.Separator);
        Terms(json, "sources", utm.Sources);
        Terms(json, "mediums", utm.Mediums);
        Terms(json, "campaigns", utm.Campaigns);
        json.Table("pairs", utm.Pairs, PolicyText.Texts);
        json.Table("naming", utm.Naming, (writer, name) => writer.WriteStringValue(name));
        json.Texts("internalDomains", utm.InternalDomains);
        json.Texts("allowedTokens", utm.AllowedTokens);
        json.Texts("reservedValues", utm.ReservedValues);
        json.WriteBoolean("requireHttps", utm.RequireHttps);
        json.WriteNumber("maxUrlLength", utm.MaxUrlLength);
        json.WriteNumber("maxValueLength", utm.MaxValueLength);
    });

    private static void Terms(Utf8JsonWriter json, string key, IReadOnlyList<UtmTerm> terms) => json.Items(key, terms, term =>
    {
        json.WriteString("value", term.Value);
        json.Texts("aliases", term.Aliases);
    });
}
