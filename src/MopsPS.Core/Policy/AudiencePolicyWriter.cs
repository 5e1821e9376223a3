using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>audience</c> section.</summary>
internal static class AudiencePolicyWriter
{
    public static void Write(Utf8JsonWriter json, AudiencePolicy audience) => json.Section("audience", () =>
    {
        json.Texts("employeeDomains", audience.EmployeeDomains);
        json.Texts("competitorDomains", audience.CompetitorDomains);
        json.Texts("allowedRoles", audience.AllowedRoles);
    });
}
