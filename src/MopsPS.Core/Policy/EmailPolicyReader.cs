namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>email</c> section over that of the policy it builds on.</summary>
internal static class EmailPolicyReader
{
    public static EmailPolicy Read(PolicyNode? node, EmailPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var email = new EmailPolicy
        {
            MinimumSent = section.Count("minimumSent", 1) ?? from.MinimumSent,
            UnsubscribeFactor = section.Number("unsubscribeFactor", 1, 1000) ?? from.UnsubscribeFactor,
            HardBounceLimit = section.Count("hardBounceLimit", 1) ?? from.HardBounceLimit,
            SoftBounceLimit = section.Count("softBounceLimit", 1) ?? from.SoftBounceLimit,
            BlockedShare = section.Number("blockedShare", 0, 100) ?? from.BlockedShare,
        };
        section.Finish();
        return email;
    }
}
