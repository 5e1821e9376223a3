using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>email</c> section.</summary>
internal static class EmailPolicyWriter
{
    public static void Write(Utf8JsonWriter json, EmailPolicy email) => json.Section("email", () =>
    {
        json.WriteNumber("minimumSent", email.MinimumSent);
        json.WriteNumber("unsubscribeFactor", email.UnsubscribeFactor);
        json.WriteNumber("hardBounceLimit", email.HardBounceLimit);
        json.WriteNumber("softBounceLimit", email.SoftBounceLimit);
        json.WriteNumber("blockedShare", email.BlockedShare);
    });
}
