using System.IO;
using System.Management.Automation;

namespace MopsPS.Common;

/// <summary>What can be seen of a file that is to be written before anything is done.</summary>
internal static class FileTarget
{
    /// <summary>Finds the file and ends the cmdlet where it must not or cannot be written.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="path">The path that the user gave.</param>
    /// <param name="noClobber">Whether a file that is there is an error.</param>
    /// <param name="force">Whether a missing folder is made and a read-only file replaced.</param>
    /// <returns>The full path.</returns>
    public static string Check(PSCmdlet cmdlet, string path, bool noClobber, bool force)
    {
        var target = PathResolver.Output(cmdlet, path);
        if (File.Exists(target))
        {
            if (noClobber) cmdlet.ThrowTerminatingError(MopsErrors.FileExists(target));
            if (!force && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0) cmdlet.ThrowTerminatingError(MopsErrors.FileReadOnly(target));
        }
        else if (!force && !Directory.Exists(Path.GetDirectoryName(target)))
        {
            cmdlet.ThrowTerminatingError(MopsErrors.FolderNotFound(target));
        }

        return target;
    }

    /// <summary>With -Force makes the folder and takes the mark of a read-only file away.</summary>
    /// <param name="target">The full path.</param>
    public static void Release(string target)
    {
        if (Path.GetDirectoryName(target) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        if (File.Exists(target)) File.SetAttributes(target, File.GetAttributes(target) & ~FileAttributes.ReadOnly);
    }
}
