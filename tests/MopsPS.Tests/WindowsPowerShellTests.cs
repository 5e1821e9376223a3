using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace MopsPS.Tests;

/// <summary>
/// Windows PowerShell 5.1 runs on .NET Framework 4.7.2 and cannot be run here. What can be checked is that every assembly that the build
/// for it refers to is there: in the module's folder in the same version or a later one, or a part of Windows.
/// </summary>
public sealed class WindowsPowerShellTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    // Of .NET Framework 4.7.2 and Windows PowerShell 5.1, with the version that they have there.
    private static readonly Dictionary<string, Version> Inbox = new(StringComparer.OrdinalIgnoreCase)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["mscorlib"] = new(4, 0, 0, 0),
        ["Microsoft.CSharp"] = new(4, 0, 0, 0),
        ["System.Reflection.Emit.ILGeneration"] = new(4, 0, 0, 0),
        ["System.Reflection.Emit.Lightweight"] = new(4, 0, 0, 0),
        ["System.Management.Automation"] = new(3, 0, 0, 0),
    };

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ModuleFixture.ModuleManifest)!, "bin");

    [Fact]
    public void EveryReferenceIsInTheFolderOrPartOfWindows()
    {
        _ = module; // the module is assembled
        var files = Directory.GetFiles(Path.Combine(Folder, "netstandard2.0"), "*.dll").Append(Path.Combine(Folder, "..", "MopsPS.Model.dll")).ToArray();
        Assert.Contains(files, file => Path.GetFileName(file) == "MopsPS.dll");
        Assert.Empty(Missing(files));
    }

    [Fact]
    public void AReferenceThatWindowsLacksIsFound()
    {
        var missing = Missing(Directory.GetFiles(Path.Combine(Folder, "net8.0"), "MopsPS*.dll"));
        Assert.Contains(missing, line => line.StartsWith("MopsPS.dll needs System.Runtime ", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingThatWindowsHasItselfIsShipped() =>
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Folder, "netstandard2.0"), "*.dll"), file => Inbox.ContainsKey(Path.GetFileNameWithoutExtension(file)));

    private static List<string> Missing(IReadOnlyList<string> files)
    {
        var shipped = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file), Version, StringComparer.OrdinalIgnoreCase);
        var missing = new List<string>();
        foreach (var file in files)
        {
            using var image = new PEReader(File.OpenRead(file));
            var metadata = image.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                var name = metadata.GetString(reference.Name);
                var found = shipped.TryGetValue(name, out var version) || Inbox.TryGetValue(name, out version);
                if (!found || version! < reference.Version) missing.Add($"{Path.GetFileName(file)} needs {name} {reference.Version}, there is {version?.ToString() ?? "none"}");
            }
        }

        return missing;
    }

    private static Version Version(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        return image.GetMetadataReader().GetAssemblyDefinition().Version;
    }
}
