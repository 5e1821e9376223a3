using System;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>audience</c> section; lists replace those of the policy it builds on.</summary>
internal static class AudiencePolicyReader
{
    public static AudiencePolicy Read(PolicyNode? node, AudiencePolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var audience = new AudiencePolicy
        {
            EmployeeDomains = section.Texts("employeeDomains", Domain) ?? from.EmployeeDomains,
            CompetitorDomains = section.Texts("competitorDomains", Domain) ?? from.CompetitorDomains,
            AllowedRoles = section.Texts("allowedRoles") ?? from.AllowedRoles,
        };
        section.Finish();
        return audience;
    }

    private static string? Domain(string text) =>
        Uri.CheckHostName(text) == UriHostNameType.Dns ? null : $"'{text}' is no host name; expected a mail domain such as example.com.";
}
