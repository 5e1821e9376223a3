using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace MopsPS.Tests.Help;

/// <summary>Runs lines of documentation as a reader would: in a fresh runspace, in a copy of <c>examples/</c>.</summary>
internal static class ExampleFolder
{
    /// <summary>Runs a script and returns the errors it wrote, the terminating one included.</summary>
    public static IReadOnlyList<string> Run(string script)
    {
        var folder = Directory.CreateTempSubdirectory("mops-example-").FullName;
        try
        {
            var source = Path.Combine(ModuleFixture.RepositoryRoot, "examples");
            if (Directory.Exists(source))
            {
                foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
                {
                    var target = Path.Combine(folder, Path.GetRelativePath(source, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                    File.Copy(file, target);
                }
            }

            using var runspace = ModuleFixture.CreateRunspace();
            runspace.SessionStateProxy.Path.SetLocation(folder);
            using var shell = PowerShell.Create(runspace);
            shell.AddScript(script);
            var errors = new List<string>();
            try
            {
                shell.Invoke();
            }
            catch (RuntimeException exception)
            {
                errors.Add($"{exception.ErrorRecord.FullyQualifiedErrorId}: {exception.Message}");
            }

            errors.AddRange(shell.Streams.Error.Select(error => $"{error.FullyQualifiedErrorId}: {error}"));
            return errors;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
