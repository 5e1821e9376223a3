using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>metrics</c> section.</summary>
internal static class MetricsPolicyWriter
{
    public static void Write(Utf8JsonWriter json, MetricsPolicy policy) => json.Section("metrics", () =>
    {
        json.WritePropertyName("materiality");
        Materiality(json, policy.Materiality);
        json.Table("metrics", policy.Metrics, Materiality);
    });

    private static void Materiality(Utf8JsonWriter json, MetricMateriality materiality)
    {
        json.WriteStartObject();
        json.WriteNumber("absolute", materiality.Absolute);
        json.WriteNumber("relative", materiality.Relative);
        json.WriteEndObject();
    }
}
