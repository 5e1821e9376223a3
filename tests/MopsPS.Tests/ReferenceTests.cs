using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace MopsPS.Tests;

/// <summary>
/// Windows PowerShell 5.1 on .NET Framework 4.7.2 and PowerShell 7.4 on .NET 8 cannot be run here. What can be checked is that every assembly
/// that a build refers to is there: in the module's folder in the same version or a later one, or a part of what it runs on.
/// </summary>
public sealed class ReferenceTests(ModuleFixture module) : IClassFixture<ModuleFixture>
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

    // The names that .NET has; those of .NET 8 bear its version at most.
    private static readonly Dictionary<string, Version> Net8 = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Append("System.Management.Automation").ToDictionary(name => name, _ => new Version(8, 0, 0, 0), StringComparer.OrdinalIgnoreCase);

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ModuleFixture.ModuleManifest)!, "bin");

    [Fact]
    public void EveryReferenceIsInTheFolderOrPartOfWindows() => Assert.Empty(Missing(Build("netstandard2.0"), Inbox));

    [Fact]
    public void EveryReferenceIsInTheFolderOrPartOfDotNet8() => Assert.Empty(Missing(Build("net8.0"), Net8));

    [Fact]
    public void AReferenceThatWindowsLacksIsFound()
    {
        Assert.Contains(Missing(Build("net8.0"), Inbox), line => line.StartsWith("MopsPS.dll needs System.Runtime ", StringComparison.Ordinal));
        var older = Net8.ToDictionary(pair => pair.Key, _ => new Version(7, 0, 0, 0), StringComparer.OrdinalIgnoreCase);
        Assert.Contains(Missing(Build("net8.0"), older), line => line.StartsWith("MopsPS.dll needs System.Runtime 8", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingThatWindowsHasItselfIsShipped() =>
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Folder, "netstandard2.0"), "*.dll"), file => Inbox.ContainsKey(Path.GetFileNameWithoutExtension(file)));

    private string[] Build(string framework)
    {
        Assert.NotEmpty(module.Run("Get-Command -Module MopsPS"));
        string[] files = [.. Directory.GetFiles(Path.Combine(Folder, framework), "*.dll"), Path.Combine(Folder, "..", "MopsPS.Model.dll")];
        Assert.Contains(files, file => Path.GetFileName(file) == "MopsPS.dll");
        return files;
    }

    private static List<string> Missing(IReadOnlyList<string> files, IReadOnlyDictionary<string, Version> inbox)
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
                var found = shipped.TryGetValue(name, out var version) || inbox.TryGetValue(name, out version);
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
