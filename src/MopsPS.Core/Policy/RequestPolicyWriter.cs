using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>requests</c> section.</summary>
internal static class RequestPolicyWriter
{
    public static void Write(Utf8JsonWriter json, RequestPolicy requests) => json.Section("requests", () =>
    {
        json.WriteString("calendar", requests.Calendar);
        json.Items("levels", requests.Levels, level =>
        {
            json.OptionalText("type", level.Type);
            json.OptionalText("priority", level.Priority);
            if (level.AcknowledgeMinutes is double acknowledge) json.WriteNumber("acknowledgeMinutes", acknowledge);
            if (level.ResolveMinutes is double resolve) json.WriteNumber("resolveMinutes", resolve);
            json.WriteBoolean("businessHours", level.BusinessHours);
        });
        json.Texts("incidentTypes", requests.IncidentTypes);
        json.Texts("preventionTypes", requests.PreventionTypes);
        json.WriteNumber("preventionDays", requests.PreventionDays);
        json.Texts("doneStatuses", requests.DoneStatuses);
        json.Texts("droppedStatuses", requests.DroppedStatuses);
        json.Items("categories", requests.Categories, category =>
        {
            json.WriteString("name", category.Name);
            json.Texts("words", category.Words);
            json.OptionalText("runbook", category.Runbook);
            json.OptionalText("owner", category.Owner);
        });
        json.Items("questions", requests.Questions, question =>
        {
            json.WriteString("name", question.Name);
            json.WriteString("ask", question.Ask);
            json.Texts("for", question.For);
            json.Texts("words", question.Words);
            json.Texts("columns", question.Columns);
            json.WriteBoolean("date", question.Date);
        });
    });
}
