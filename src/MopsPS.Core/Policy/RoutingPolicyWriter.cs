using System.Globalization;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>routing</c> section.</summary>
internal static class RoutingPolicyWriter
{
    public static void Write(Utf8JsonWriter json, RoutingPolicy routing) => json.Section("routing", () =>
    {
        json.Items("owners", routing.Owners, owner =>
        {
            json.WriteString("name", owner.Name);
            json.Texts("aliases", owner.Aliases);
            json.WriteBoolean("active", owner.IsActive);
        });
        json.Texts("unassigned", routing.Unassigned);
        json.WriteNumber("stalledDays", routing.StalledDays);
        json.Items("rules", routing.Rules, rule =>
        {
            json.WriteString("name", rule.Name);
            List("countries", rule.Countries);
            List("states", rule.States);
            List("postcodes", rule.Postcodes);
            if (rule.EmployeesFrom is not null || rule.EmployeesTo is not null)
            {
                json.Section("employees", () =>
                {
                    if (rule.EmployeesFrom is { } from) json.WriteNumber("from", from);
                    if (rule.EmployeesTo is { } to) json.WriteNumber("to", to);
                });
            }

            List("industries", rule.Industries);
            List("languages", rule.Languages);
            List("accounts", rule.Accounts);
            json.OptionalText("from", rule.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.OptionalText("until", rule.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            List("overrides", rule.Overrides);
            Target(json, rule.Target);
        });
        if (routing.Fallback is { } fallback) json.Section("fallback", () => Target(json, fallback));

        void List(string key, System.Collections.Generic.IReadOnlyList<string> values)
        {
            if (values.Count > 0) json.Texts(key, values);
        }
    });

    private static void Target(Utf8JsonWriter json, RoutingTarget target)
    {
        json.OptionalText("owner", target.Owner);
        json.OptionalText("queue", target.Queue);
        if (target.Pool.Count == 0) return;
        json.Items("pool", target.Pool, member =>
        {
            json.WriteString("owner", member.Owner);
            json.WriteNumber("weight", member.Weight);
        });
    }
}
