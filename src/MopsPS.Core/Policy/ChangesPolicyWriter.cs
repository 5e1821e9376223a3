using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>changes</c> section.</summary>
internal static class ChangesPolicyWriter
{
    public static void Write(Utf8JsonWriter json, ChangesPolicy changes) => json.Section("changes", () =>
    {
        json.Texts("categories", changes.Categories);
        json.Texts("requireTicket", changes.RequireTicket);
        json.Texts("requireApprover", changes.RequireApprover);
        json.OptionalText("ticketPattern", changes.TicketPattern);
        json.Texts("approvers", changes.Approvers);
        json.WriteBoolean("allowSelfApproval", changes.AllowSelfApproval);
    });
}
