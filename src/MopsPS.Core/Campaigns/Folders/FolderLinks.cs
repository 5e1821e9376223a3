#if NET8_0_OR_GREATER
using System;
#endif
using System.IO;

namespace MopsPS.Core.Campaigns;

/// <summary>
/// Symbolic links in a campaign's folder. One that leads to a file or folder of the same campaign is followed: shared parts are linked so. One that leads out is not:
/// who sends a campaign for checking must not have other files of the machine read.
/// </summary>
internal static class FolderLinks
{
    /// <summary>Whether this build follows links at all.</summary>
#if NET8_0_OR_GREATER
    public static bool AreFollowed => true;
#else
    public static bool AreFollowed => false;
#endif

    /// <summary>What a link leads to.</summary>
    /// <param name="root">The full path of the campaign's folder.</param>
    /// <param name="link">The link.</param>
    /// <param name="problem">Why it is not followed; null where it is.</param>
    /// <returns>The file or folder; null where it is not followed.</returns>
    public static FileSystemInfo? Target(string root, FileSystemInfo link, out string? problem)
    {
#if NET8_0_OR_GREATER
        try
        {
            var target = link.ResolveLinkTarget(returnFinalTarget: true);
            problem = target is null ? "it is no link that can be read"
                : !target.Exists ? "it is a link to something that is not there"
                : !IsInside(root, target.FullName) ? "it is a link that leads out of the campaign's folder; copy the file into it"
                : target is DirectoryInfo && IsAround(target.FullName, link.FullName) ? "it is a link to a folder that it lies in"
                : null;
            return problem is null ? target : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = "it is a link that cannot be followed: " + exception.Message.TrimEnd('.');
            return null;
        }
#else
        // .NET Framework does not say where a link leads.
        problem = "it is a link, and Windows PowerShell does not follow links; copy the file into the folder";
        return null;
#endif
    }

#if NET8_0_OR_GREATER
    // No part of the way may be a link either: it could lead out again.
    private static bool IsInside(string root, string target)
    {
        if (!IsAround(root, target)) return false;
        for (var path = target; path.Length > root.Length; path = Path.GetDirectoryName(path)!)
            if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0) return false;
        return true;
    }

    private static bool IsAround(string folder, string path) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) && (Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
#endif
}
