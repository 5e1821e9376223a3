using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>campaigns</c> section.</summary>
internal static class CampaignsPolicyWriter
{
    public static void Write(Utf8JsonWriter json, CampaignsPolicy campaigns) => json.Section("campaigns", () =>
    {
        json.Texts("required", campaigns.Required);
        json.Table("requiredByType", campaigns.RequiredByType, PolicyText.Texts);
        json.Table("values", campaigns.Values, PolicyText.Texts);
        json.WriteString("naming", campaigns.Naming);
        json.Table("namingByType", campaigns.NamingByType, (writer, name) => writer.WriteStringValue(name));
        json.Section("statuses", () =>
        {
            json.Texts("planned", campaigns.Statuses.Planned);
            json.Texts("active", campaigns.Statuses.Active);
            json.Texts("finished", campaigns.Statuses.Finished);
            json.Texts("stopped", campaigns.Statuses.Stopped);
        });
        json.Table("parents", campaigns.Parents, PolicyText.Texts);
        json.Table("memberStatuses", campaigns.MemberStatuses, PolicyText.Texts);
        json.WriteNumber("maxDepth", campaigns.MaxDepth);
        json.WriteNumber("maxDays", campaigns.MaxDays);
        json.WriteNumber("graceDays", campaigns.GraceDays);
        json.WriteNumber("budgetTolerance", campaigns.BudgetTolerance);
    });
}
