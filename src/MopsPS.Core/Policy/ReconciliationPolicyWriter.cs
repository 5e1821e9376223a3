using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>reconciliation</c> section.</summary>
internal static class ReconciliationPolicyWriter
{
    public static void Write(Utf8JsonWriter json, ReconciliationPolicy policy) => json.Section("reconciliation", () =>
    {
        json.Texts("exclude", policy.Exclude);
        json.WriteNumber("syncDelayMinutes", policy.SyncDelayMinutes);
        json.Table("statusMap", policy.StatusMap, PolicyText.Texts);
        json.Table("tolerance", policy.Tolerance, (writer, tolerance) => writer.WriteStringValue(tolerance));
    });
}
