using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>Writes a run as JSON for the audit: the decision with its rule, each check with its evidence, and what it looked at.</summary>
internal static class RunFile
{
    /// <summary>The name and version of the format.</summary>
    public const string Schema = "mopsps-campaign-qa/1";

    public static void Write(CampaignQAResult run, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default });
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("campaign", run.Campaign);
        json.WriteString("path", run.Path);
        json.WriteString("owner", run.Owner);
        json.WriteString("launchDate", Day(run.LaunchDate));
        json.WriteString("time", run.Time);
        json.WriteString("user", run.User);
        json.WriteString("moduleVersion", run.ModuleVersion);
        json.WriteStartObject("policy");
        json.WriteString("name", run.PolicyName);
        json.WriteString("version", run.PolicyVersion);
        json.WriteEndObject();
        json.WriteStartObject("decision");
        json.WriteString("outcome", run.Decision.ToString());
        json.WriteString("rule", run.DecisionRule);
        json.WriteString("reason", run.DecisionReason);
        json.WriteEndObject();
        json.Items("checks", run.Checks, check => Check(json, check));
        json.Items("waivers", run.Waivers, waiver =>
        {
            json.WriteString("check", waiver.Check);
            json.WriteString("file", waiver.File);
            json.WriteString("name", waiver.Name);
            json.WriteString("reason", waiver.Reason);
            json.WriteString("expires", Day(waiver.Expires));
        });
        json.Items("inputs", run.Inputs, input =>
        {
            json.WriteString("name", input.Name);
            json.WriteString("kind", input.Kind.ToString());
            json.WriteNumber("length", input.Length);
            json.WriteString("sha256", input.Sha256);
            json.WriteString("problem", input.Problem);
        });
        json.Items("kpis", run.Parts.SelectMany(part => part.Kpis), kpi =>
        {
            json.WriteString("id", kpi.Id);
            json.WriteString("name", kpi.Name);
            if (kpi.Value is { } value) json.WriteNumber("value", value);
            else json.WriteNull("value");
            json.WriteString("unit", kpi.Unit);
            json.WriteString("status", kpi.Status.ToString());
        });
        if (run.PreviousRun is { } previous)
        {
            json.WriteString("previousRun", previous);
            json.Items("changes", run.Changes ?? [], change =>
            {
                json.WriteString("kind", change.Kind.ToString());
                json.WriteString("name", change.Name);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
            });
        }

        json.WriteEndObject();
    }

    internal static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Check(Utf8JsonWriter json, CampaignCheck check)
    {
        json.WriteString("area", check.Area.ToString());
        json.WriteString("id", check.CheckId);
        json.WriteString("name", check.Name);
        json.WriteString("status", check.Status.ToString());
        json.WriteString("severity", check.Severity.ToString());
        json.WriteNumber("files", check.FileCount);
        json.WriteString("reason", check.Reason);
        json.WriteString("remedy", check.Remedy);
        json.WriteBoolean("isWaived", check.IsWaived);
        if (check.SignOff is { } signOff)
        {
            json.WriteStartObject("signOff");
            json.WriteString("name", signOff.Name);
            json.WriteString("date", Day(signOff.Date));
            json.WriteString("note", signOff.Note);
            json.WriteEndObject();
        }

        json.Items("evidence", check.Evidence, finding =>
        {
            json.WriteString("severity", finding.Severity.ToString());
            json.WriteString("message", finding.Message);
            json.WriteString("file", finding.Target);
            json.WriteNumber("row", finding.Source?.Row ?? 0);
            json.WriteNumber("line", finding.Source?.Line ?? 0);
            json.WriteNumber("column", finding.Source?.Character ?? 0);
            json.WriteString("field", finding.Field);
            json.WriteString("value", finding.Value);
            json.WriteString("suggestion", finding.Suggestion);
            json.WriteBoolean("isSuppressed", finding.IsSuppressed);
            json.WriteString("suppression", finding.Reason);
        });
    }
}
