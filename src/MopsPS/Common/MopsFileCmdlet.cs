using System;
using System.IO;
using System.Management.Automation;

namespace MopsPS.Common;

/// <summary>
/// The base of cmdlets that write one file, whole or not at all: where it goes, what happens to a file that is there, and the errors for it.
/// A leaf calls <see cref="CheckTarget"/> before the first object, asks ShouldProcess, and writes in <see cref="WriteTarget"/>.
/// </summary>
public abstract class MopsFileCmdlet : MopsWriteCmdlet
{
    /// <summary>The file to write; its extension gives the format.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("FilePath", "FullName", "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Keeps an existing file and gives an error instead.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Makes a missing folder and replaces a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The full path of the file; set by <see cref="CheckTarget"/>.</summary>
    protected string Target { get; private set; } = string.Empty;

    /// <summary>Finds the file and ends the cmdlet where it can be seen beforehand that it must not or cannot be written.</summary>
    protected void CheckTarget() => Target = FileTarget.Check(this, Path, NoClobber, Force);

    /// <summary>Does what writes the file; an error of the disk ends the cmdlet with MopsFileNotWritten.</summary>
    /// <param name="write">What opens, writes or commits the file.</param>
    protected void WriteTarget(Action write)
    {
        if (write is null) throw new ArgumentNullException(nameof(write));
        try
        {
            if (Force && System.IO.Path.GetDirectoryName(Target) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(Target, exception));
        }
    }

    /// <summary>With -Force takes the mark of a read-only file away; to be called when all is written and only the renaming is left.</summary>
    protected void ReleaseTarget()
    {
        if (Force && File.Exists(Target)) File.SetAttributes(Target, File.GetAttributes(Target) & ~FileAttributes.ReadOnly);
    }
}
