using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Campaigns;

/// <summary>A campaign as its folder has it: the brief, and the files in the order of their names.</summary>
public sealed class CampaignFolder
{
    /// <summary>The full path of the folder.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The campaign's name: of the brief, else of the folder.</summary>
    public string Name => Brief.Name ?? System.IO.Path.GetFileName(Path.TrimEnd('/', '\\'));

    /// <summary>The brief; empty where there is none or it has mistakes.</summary>
    public CampaignBrief Brief { get; init; } = new();

    /// <summary>Whether there is a brief without mistakes.</summary>
    public bool HasBrief { get; init; }

    /// <summary>The mistakes of the brief.</summary>
    public IReadOnlyList<PolicyProblem> BriefProblems { get; init; } = [];

    /// <summary>The files, in the ordinal order of their names.</summary>
    public IReadOnlyList<CampaignAsset> Assets { get; init; } = [];

    /// <summary>Reads a campaign's folder.</summary>
    /// <param name="path">The full path of the folder, or of the brief in it.</param>
    /// <param name="policy">The policy; says which files are not looked at.</param>
    /// <returns>The campaign; its files are listed, not read.</returns>
    /// <exception cref="System.IO.IOException">The folder cannot be listed.</exception>
    /// <exception cref="System.IO.InvalidDataException">The folder has more files than any campaign.</exception>
    public static CampaignFolder Read(string path, MopsPolicy policy)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        return FolderReader.Read(string.Equals(System.IO.Path.GetFileName(path), BriefReader.FileName, StringComparison.OrdinalIgnoreCase) ? System.IO.Path.GetDirectoryName(path)! : path, policy.CampaignQA.Ignore);
    }

    /// <summary>The files of some kinds.</summary>
    /// <param name="kinds">The kinds.</param>
    public IEnumerable<CampaignAsset> Of(params CampaignAssetKind[] kinds) => Assets.Where(asset => kinds.Contains(asset.Kind));

    /// <summary>The plain-text part that lies beside an e-mail under its name: <c>emails/launch.txt</c> for <c>emails/launch.html</c>.</summary>
    /// <param name="email">The e-mail.</param>
    /// <returns>The text part, or null.</returns>
    public CampaignAsset? TextPartOf(CampaignAsset email) => Of(CampaignAssetKind.EmailText).FirstOrDefault(text => string.Equals(Stem(text), Stem(email), StringComparison.OrdinalIgnoreCase));

    internal static string Stem(CampaignAsset asset)
    {
        var name = asset.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? asset.Name.Substring(0, asset.Name.Length - 3) : asset.Name;
        return name.Substring(0, name.Length - System.IO.Path.GetExtension(name).Length);
    }
}
