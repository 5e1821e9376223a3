using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Funnel;

/// <summary>The funnels that come with the module, one <c>funnel</c> section of a policy each.</summary>
public static class FunnelPresets
{
    /// <summary>Loads a preset.</summary>
    /// <param name="preset">Which.</param>
    /// <returns>The section.</returns>
    public static FunnelPolicy Load(FunnelPreset preset)
    {
        var resource = $"Funnel/Presets/{preset.ToString().ToLowerInvariant()}.json";
        using var stream = typeof(FunnelPresets).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var problems = new PolicyProblems();
        var funnel = FunnelPolicyReader.Read(PolicyJson.Parse(copy.ToArray(), problems), new FunnelPolicy(), problems);
        if (problems.Items.Count > 0) throw new InvalidOperationException($"{resource}: {problems.Items.First()}");
        return funnel;
    }

    /// <summary>The preset that suits an export.</summary>
    /// <param name="profile">The product whose column names it has.</param>
    /// <returns>That of the product, else the classic one.</returns>
    public static FunnelPreset For(ExportProfile profile) => profile switch
    {
        ExportProfile.Salesforce => FunnelPreset.Salesforce,
        ExportProfile.HubSpot => FunnelPreset.HubSpot,
        ExportProfile.Marketo => FunnelPreset.Marketo,
        _ => FunnelPreset.Classic,
    };

    /// <summary>Stages of a preset in place of none, everything else as the policy has it.</summary>
    /// <param name="policy">The team's section.</param>
    /// <param name="preset">The preset.</param>
    /// <returns>The section to count by.</returns>
    public static FunnelPolicy Complete(FunnelPolicy policy, FunnelPreset preset)
    {
        var from = Load(preset);
        return policy with
        {
            Stages = from.Stages,
            Exits = policy.Exits.Count > 0 ? policy.Exits : from.Exits,
            Id = policy.Id.SequenceEqual(new FunnelPolicy().Id) ? from.Id : policy.Id,
            Joins = policy.Joins.Count > 0 ? policy.Joins : from.Joins,
            History = policy.History ?? from.History,
            Amount = policy.Amount.Count > 0 ? policy.Amount : from.Amount,
        };
    }
}
