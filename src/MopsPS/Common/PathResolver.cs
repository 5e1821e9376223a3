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
            foreach (var file in isLiteral ? Literal(cmdlet, path) : Matches(cmdlet, path))
                yield return file;
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

    private static IEnumerable<string> Literal(PSCmdlet cmdlet, string path)
    {
        string full;
        ProviderInfo provider;
        try
        {
            full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
        }
        catch (Exception exception) when (IsBadPath(exception))
        {
            cmdlet.WriteError(MopsErrors.PathNotFound(path));
            return [];
        }

        return Checked(cmdlet, provider, path, [full], isWildcard: false);
    }

    private static IEnumerable<string> Matches(PSCmdlet cmdlet, string path)
    {
        var isWildcard = WildcardPattern.ContainsWildcardCharacters(path);
        ICollection<string> found;
        ProviderInfo provider;
        try
        {
            found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);
        }
        catch (Exception exception) when (IsBadPath(exception))
        {
            cmdlet.WriteError(isWildcard ? MopsErrors.NoMatch(path) : MopsErrors.PathNotFound(path));
            return [];
        }

        return Checked(cmdlet, provider, path, found, isWildcard);
    }

    private static IEnumerable<string> Checked(PSCmdlet cmdlet, ProviderInfo provider, string path, ICollection<string> found, bool isWildcard)
    {
        if (!string.Equals(provider.Name, FileSystem, StringComparison.Ordinal))
        {
            cmdlet.WriteError(MopsErrors.PathNotFileSystem(path));
            return [];
        }

        var files = found.Where(File.Exists).OrderBy(file => file, StringComparer.Ordinal).ToArray();
        if (files.Length > 0) return files;
        cmdlet.WriteError(isWildcard ? MopsErrors.NoMatch(path) : found.Any(Directory.Exists) ? MopsErrors.PathIsFolder(path) : MopsErrors.PathNotFound(path));
        return [];
    }

    private static bool IsBadPath(Exception exception) =>
        exception is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or ProviderInvocationException
            or NotSupportedException or ArgumentException;
}
