using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace MopsPS.Common;

/// <summary>Turns the paths that a user gave into files. A bad path is a non-terminating error; the others go on.</summary>
internal static class PathResolver
{
    private const string FileSystem = "FileSystem";

    /// <summary>The files that paths name, in the order given; those of a wildcard by name.</summary>
    /// <param name="cmdlet">The cmdlet, for its current folder and its error stream.</param>
    /// <param name="paths">The paths, relative to the current folder.</param>
    /// <param name="isLiteral">Whether wildcard characters stand for themselves.</param>
    /// <returns>Full paths of files that exist.</returns>
    public static IEnumerable<string> Files(PSCmdlet cmdlet, IEnumerable<string> paths, bool isLiteral)
    {
        foreach (var path in paths)
        {
            foreach (var file in FilesOf(cmdlet, path, isLiteral))
                yield return file;
        }
    }

    /// <summary>The folders that paths name, in the order given; those of a wildcard by name. A file stands for the folder that it is in.</summary>
    /// <param name="cmdlet">The cmdlet, for its current folder and its error stream.</param>
    /// <param name="paths">The paths, relative to the current folder.</param>
    /// <param name="isLiteral">Whether wildcard characters stand for themselves.</param>
    /// <returns>Full paths of folders that exist, each once.</returns>
    public static IEnumerable<string> Folders(PSCmdlet cmdlet, IEnumerable<string> paths, bool isLiteral)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (Found(cmdlet, path, isLiteral) is not { } found) continue;
            var isWildcard = !isLiteral && WildcardPattern.ContainsWildcardCharacters(path);
            var folders = found.Where(Directory.Exists).OrderBy(folder => folder, StringComparer.Ordinal).ToArray();
            // A wildcard over campaigns meets loose files, too; a file that is named is meant.
            if (!isWildcard && folders.Length == 0) folders = [.. found.Where(File.Exists).Select(file => Path.GetDirectoryName(file)!)];
            if (folders.Length == 0) cmdlet.WriteError(MopsErrors.FolderMissing(path));
            foreach (var folder in folders.Where(seen.Add)) yield return folder;
        }
    }

    /// <summary>The file that a path means, whether it exists or not; a path outside the file system ends the cmdlet.</summary>
    /// <param name="cmdlet">The cmdlet, for its current folder.</param>
    /// <param name="path">The path, relative to the current folder; no wildcards.</param>
    /// <returns>The full path.</returns>
    public static string Output(PSCmdlet cmdlet, string path)
    {
        string full;
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (string.Equals(provider.Name, FileSystem, StringComparison.Ordinal)) return full;
        }
        catch (Exception exception) when (IsBadPath(exception))
        {
            cmdlet.ThrowTerminatingError(MopsErrors.PathNotFound(path));
        }

        cmdlet.ThrowTerminatingError(MopsErrors.PathNotFileSystem(path));
        throw new InvalidOperationException(); // not reached: the line above throws
    }

    /// <summary>What a path names in the file system; null after an error.</summary>
    private static ICollection<string>? Found(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        ICollection<string> found;
        ProviderInfo provider;
        try
        {
            found = isLiteral ? [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _)] : cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);
        }
        catch (Exception exception) when (IsBadPath(exception))
        {
            cmdlet.WriteError(!isLiteral && WildcardPattern.ContainsWildcardCharacters(path) ? MopsErrors.NoMatch(path) : MopsErrors.PathNotFound(path));
            return null;
        }

        if (string.Equals(provider.Name, FileSystem, StringComparison.Ordinal)) return found;
        cmdlet.WriteError(MopsErrors.PathNotFileSystem(path));
        return null;
    }

    private static IEnumerable<string> FilesOf(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        if (Found(cmdlet, path, isLiteral) is not { } found) return [];
        var isWildcard = !isLiteral && WildcardPattern.ContainsWildcardCharacters(path);
        var files = found.Where(File.Exists).OrderBy(file => file, StringComparer.Ordinal).ToArray();
        if (files.Length > 0) return files;
        cmdlet.WriteError(isWildcard ? MopsErrors.NoMatch(path) : found.Any(Directory.Exists) ? MopsErrors.PathIsFolder(path) : MopsErrors.PathNotFound(path));
        return [];
    }

    private static bool IsBadPath(Exception exception) =>
        exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException
            or NotSupportedException or ArgumentException;
}
