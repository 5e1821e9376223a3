using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>linkCheck</c> section.</summary>
internal static class LinkCheckPolicyWriter
{
    public static void Write(Utf8JsonWriter json, LinkCheckPolicy links) => json.Section("linkCheck", () =>
    {
        json.WriteNumber("maxConcurrency", links.MaxConcurrency);
        json.WriteNumber("maxPerHost", links.MaxPerHost);
        json.WriteNumber("delayMilliseconds", links.DelayMilliseconds);
        json.WriteNumber("timeoutSeconds", links.TimeoutSeconds);
        json.WriteNumber("retries", links.Retries);
        json.WriteNumber("retryMilliseconds", links.RetryMilliseconds);
        json.WriteNumber("maxRetryAfterSeconds", links.MaxRetryAfterSeconds);
        json.WriteNumber("maxRedirects", links.MaxRedirects);
        json.WriteNumber("longChain", links.LongChain);
        json.Texts("allow", links.Allow);
        json.Texts("skip", links.Skip);
    });
}
