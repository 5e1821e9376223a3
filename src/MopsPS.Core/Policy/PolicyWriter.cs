using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes a resolved policy as JSON that <see cref="PolicyLoader"/> reads back to the same policy. One line or class for each key, in the reader's order.</summary>
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
            UtmPolicyWriter.Write(json, policy.Utm);
            json.Table("naming", policy.Naming, Convention);
            BusinessHoursWriter.Write(json, policy.BusinessHours);
            EmailPolicyWriter.Write(json, policy.Email);
            RequestPolicyWriter.Write(json, policy.Requests);
            SlaPolicyWriter.Write(json, policy.Sla);
            FunnelPolicyWriter.Write(json, policy.Funnel);
            CampaignQAPolicyWriter.Write(json, policy.CampaignQA);
            MergePolicyWriter.Write(json, policy.Merge);
            EventsPolicyWriter.Write(json, policy.Events);
            MetricsPolicyWriter.Write(json, policy.Metrics);
            ReconciliationPolicyWriter.Write(json, policy.Reconciliation);
            ConsentPolicyWriter.Write(json, policy.Consent);
            AudiencePolicyWriter.Write(json, policy.Audience);
            CampaignsPolicyWriter.Write(json, policy.Campaigns);
            LinkCheckPolicyWriter.Write(json, policy.LinkCheck);
            HygienePolicyWriter.Write(json, policy.Hygiene);
            ChangesPolicyWriter.Write(json, policy.Changes);
            RoutingPolicyWriter.Write(json, policy.Routing);
            json.Table("kpiTargets", policy.KpiTargets, (writer, target) => writer.WriteNumberValue(target));
            json.Table("rules", policy.Rules, Setting);
            json.Items("suppressions", policy.Suppressions, suppression =>
            {
                json.WriteString("rule", suppression.Rule);
                json.OptionalText("target", suppression.Target);
                json.OptionalText("value", suppression.Value);
                json.WriteString("reason", suppression.Reason);
                json.WriteString("expires", suppression.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Setting(Utf8JsonWriter json, RuleSetting setting)
    {
        json.WriteStartObject();
        if (setting.Enabled is { } enabled) json.WriteBoolean("enabled", enabled);
        json.OptionalText("severity", setting.Severity?.ToString());
        json.WriteEndObject();
    }

    private static void Convention(Utf8JsonWriter json, NamingConvention convention)
    {
        json.WriteStartObject();
        json.WriteString("separator", convention.Separator);
        json.Items("parts", convention.Parts, part =>
        {
            json.WriteString("name", part.Name);
            if (part.Values.Count > 0) json.Texts("values", part.Values);
            json.OptionalText("pattern", part.Pattern);
            json.OptionalText("date", part.Date);
            json.WriteBoolean("optional", part.Optional);
            json.WriteNumber("maxLength", part.MaxLength);
        });
        json.WriteEndObject();
    }
}
