using System;

namespace MopsPS.Core.Email;

/// <summary>
/// Tells opens that a machine made. A bare <c>Mozilla/5.0</c> is what the proxies of Apple Mail Privacy Protection send; crawlers and security
/// scanners name themselves. Gmail's image proxy is no sign: it fetches when a person opens.
/// </summary>
internal static class MachineOpens
{
    private static readonly string[] Words = ["bot", "crawler", "spider", "barracuda", "proofpoint", "mimecast", "symantec", "bitdefender", "scanner", "python-requests", "curl/", "headless"];

    /// <summary>Whether an open was made by a machine.</summary>
    /// <param name="flag">The platform's own verdict (machine open, bot, filtered event); null or empty for none.</param>
    /// <param name="userAgent">What fetched the images; null or empty where it is not known.</param>
    public static bool Has(string? flag, string? userAgent)
    {
        if (flag is { Length: > 0 }) return flag.Trim().ToLowerInvariant() is "true" or "yes" or "1" or "y" or "machine" or "bot" or "apple mpp" or "filtered";
        if (userAgent is not { Length: > 0 }) return false;
        var agent = userAgent.Trim();
        if (agent == "Mozilla/5.0") return true;
        foreach (var word in Words)
            if (agent.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) return true;
        return false;
    }
}
