using System.Linq;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>campaignQA</c> section.</summary>
internal static class CampaignQAPolicyWriter
{
    public static void Write(Utf8JsonWriter json, CampaignQAPolicy policy) => json.Section("campaignQA", () =>
    {
        json.Texts("requiredAreas", [.. policy.RequiredAreas.Select(area => area.ToString())]);
        json.WriteString("failOn", policy.FailOn.ToString());
        if (policy.MaxWarnings is { } warnings) json.WriteNumber("maxWarnings", warnings);
        if (policy.MaxWaiverDays is { } days) json.WriteNumber("maxWaiverDays", days);
        json.Texts("neverWaive", policy.NeverWaive);
        json.Items("signOffs", policy.SignOffs, item =>
        {
            json.WriteString("name", item.Name);
            if (item.Summary.Length > 0) json.WriteString("summary", item.Summary);
            json.Texts("signers", item.Signers);
            json.WriteBoolean("required", item.Required);
            if (item.MaxAgeDays is { } age) json.WriteNumber("maxAgeDays", age);
        });
        json.Items("checks", policy.Checks, check =>
        {
            json.WriteString("id", check.Id);
            json.WriteString("name", check.Name);
            json.WriteString("area", check.Area.ToString());
            json.WriteString("severity", check.Severity.ToString());
            json.Texts("files", check.Files);
            json.Texts("regions", check.Regions);
            json.OptionalText("require", check.Require);
            json.OptionalText("forbid", check.Forbid);
            json.WriteBoolean("isRegex", check.IsRegex);
            if (check.Remedy.Length > 0) json.WriteString("remedy", check.Remedy);
        });
        json.Texts("ignore", policy.Ignore);
        json.WriteNumber("leadDays", policy.LeadDays);
        ContentCheckPolicyWriter.Write(json, policy);
    });
}
