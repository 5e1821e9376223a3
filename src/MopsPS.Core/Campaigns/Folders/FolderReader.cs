using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>Lists the files of a campaign's folder and reads its brief. Links are followed where they stay in it.</summary>
internal static class FolderReader
{
    /// <summary>The most files of a campaign.</summary>
    public const int MaxFiles = 5000;

    /// <summary>The deepest folder below the campaign's own.</summary>
    public const int MaxDepth = 8;

    private static readonly string[] Noise = ["thumbs.db", "desktop.ini", "readme.md"];

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="ignore">Files that are not looked at: wildcards below the folder.</param>
    /// <param name="without">A folder inside that holds the artifacts of earlier runs, or null.</param>
    /// <returns>The campaign.</returns>
    /// <exception cref="IOException">The folder itself cannot be listed.</exception>
    /// <exception cref="InvalidDataException">There are more files or deeper folders than any campaign has.</exception>
    public static CampaignFolder Read(string path, IReadOnlyList<string> ignore, string? without = null)
    {
        var root = new DirectoryInfo(path);
        var assets = new List<CampaignAsset>();
        new Lister(root.FullName, ignore, without is null ? null : Path.GetFullPath(without).TrimEnd('/', '\\'), assets).List(root, string.Empty, 0, isLinked: false);
        assets.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var full = root.FullName.Length > 1 ? root.FullName.TrimEnd('/', '\\') : root.FullName;
        if (assets.Find(asset => asset.Kind == CampaignAssetKind.Brief) is not { } file)
            return new CampaignFolder { Path = full, Assets = assets, BriefProblems = [new PolicyProblem(Severity.Error, "$", $"There is no {BriefReader.FileName} in the folder.")] };
        AssetLoader.Load(file);
        IReadOnlyList<PolicyProblem> mistakes;
        CampaignBrief? brief = null;
        if (file.Content is null) mistakes = [new PolicyProblem(Severity.Error, "$", $"The brief cannot be read: {file.Problem}.") { File = file.Path }];
        else if (file.Content.Length > BriefReader.MaxBytes) mistakes = [new PolicyProblem(Severity.Error, "$", $"The file is larger than {BriefReader.MaxBytes} bytes; that is no brief.") { File = file.Path }];
        else brief = BriefReader.Read(file.Content, file.Path, out mistakes);
        return new CampaignFolder { Path = full, Assets = assets, Brief = brief ?? new CampaignBrief(), HasBrief = brief is not null, BriefProblems = mistakes };
    }

    /// <summary>The files of a folder, in the ordinal order of their names.</summary>
    public static List<CampaignAsset> List(string path)
    {
        var assets = new List<CampaignAsset>();
        var root = new DirectoryInfo(path);
        new Lister(root.FullName, [], null, assets).List(root, string.Empty, 0, isLinked: false);
        assets.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return assets;
    }

    private sealed class Lister(string root, IReadOnlyList<string> ignore, string? without, List<CampaignAsset> assets)
    {
        public void List(DirectoryInfo folder, string prefix, int depth, bool isLinked)
        {
            if (depth > MaxDepth) throw new InvalidDataException($"'{folder.FullName}' lies more than {MaxDepth} folders below the campaign's own, deeper than any campaign is. Name the folder of one campaign.");
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                var name = prefix + entry.Name;
                if (entry.Name[0] == '.' || Noise.Contains(entry.Name.ToLowerInvariant()) || ignore.Any(pattern => Wildcard.IsMatch(pattern, name))) continue;
                if (without is not null && string.Equals(entry.FullName, without, StringComparison.Ordinal)) continue;
                if (assets.Count >= MaxFiles) throw new InvalidDataException($"'{folder.FullName}' has more than {MaxFiles} files, more than any campaign. Name the folder of one campaign, or leave files out by the policy's campaignQA.ignore.");
                Add(entry, name, depth, isLinked);
            }
        }

        private void Add(FileSystemInfo entry, string name, int depth, bool isLinked)
        {
            string? problem = null;
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            var target = isLink ? FolderLinks.Target(root, entry, out problem) : entry;
            // A folder that was reached by a link may link back: one is followed, no second one in it.
            if (target is DirectoryInfo && isLink && isLinked) problem = "it is a link to a folder in a folder that is linked itself";
            else if (target is DirectoryInfo inner)
            {
                List(inner, name + "/", depth + 1, isLinked || isLink);
                return;
            }

            assets.Add(new CampaignAsset
            {
                Name = name,
                Path = entry.FullName,
                Kind = AssetKinds.Of(entry is DirectoryInfo ? name + "/" : name),
                Length = problem is null ? ((FileInfo)target!).Length : 0,
                Problem = problem,
            });
        }
    }
}
