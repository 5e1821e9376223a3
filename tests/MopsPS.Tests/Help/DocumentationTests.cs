using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace MopsPS.Tests.Help;

/// <summary>README, about pages and scripts: they name what there is, and what they show runs.</summary>
public sealed class DocumentationTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static readonly string[] ScriptKinds = [".ps1", ".psm1", ".psd1"];

    [Fact]
    public void TheFirstAboutPageNamesAllOthers()
    {
        var folder = Path.Combine(ModuleFixture.RepositoryRoot, "module", "en-US");
        var first = File.ReadAllText(Path.Combine(folder, "about_MopsPS.help.txt"));
        var others = Directory.GetFiles(folder, "about_MopsPS_*.help.txt").Select(file => Path.GetFileName(file).Replace(".help.txt", "", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(others);
        Assert.All(others, name => Assert.Contains(name, first[first.IndexOf("SEE ALSO", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCmdletIsInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(ModuleFixture.RepositoryRoot, "README.md"));
        Assert.All(module.Run("Get-Command -Module MopsPS"), command => Assert.Contains($"`{command}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void EverySnippetOfTheReadmeRuns()
    {
        var snippets = Snippets(File.ReadAllLines(Path.Combine(ModuleFixture.RepositoryRoot, "README.md"))).ToArray();
        Assert.NotEmpty(snippets);
        var failures = snippets.SelectMany(snippet => ExampleFolder.Run(snippet.Code).Select(error => $"README.md:{snippet.Line}: {error}")).ToArray();
        Assert.True(failures.Length == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public void AboutPagesFitEightyColumnsAndGetHelpFindsThem()
    {
        var pages = Directory.GetFiles(Path.Combine(ModuleFixture.RepositoryRoot, "module", "en-US"), "*.help.txt");
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            Assert.All(File.ReadAllLines(page), line => Assert.True(line.Length <= 80, $"{Path.GetFileName(page)}: {line}"));
            var topic = Path.GetFileName(page).Replace(".help.txt", "", StringComparison.Ordinal);
            Assert.Contains(topic, string.Concat(module.Run($"Get-Help {topic}")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryScriptParses()
    {
        var skipped = new[] { "bin", "obj", "output", ".git" };
        var scripts = Directory.EnumerateFiles(ModuleFixture.RepositoryRoot, "*", SearchOption.AllDirectories)
            .Where(file => ScriptKinds.Contains(Path.GetExtension(file)))
            .Where(file => !Path.GetRelativePath(ModuleFixture.RepositoryRoot, file).Split(Path.DirectorySeparatorChar).Intersect(skipped).Any()).ToArray();
        Assert.Contains(scripts, file => file.EndsWith("build.ps1", StringComparison.Ordinal));
        var problems = new List<string>();
        foreach (var script in scripts)
        {
            Parser.ParseFile(script, out _, out var errors);
            problems.AddRange(errors.Select(error => $"{error.Extent.File}:{error.Extent.StartLineNumber}: {error.Message}"));
        }

        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    [Fact]
    public void ScriptsAreAsciiBecauseWindowsPowerShellReadsThemInItsOwnEncoding()
    {
        string[] folders = ["module", "examples", Path.Combine("tests", "Pester")];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ModuleFixture.RepositoryRoot, folder), "*", SearchOption.AllDirectories))
            .Where(file => ScriptKinds.Contains(Path.GetExtension(file)) || file.EndsWith(".ps1xml", StringComparison.Ordinal) || file.EndsWith(".help.txt", StringComparison.Ordinal))
            .Append(Path.Combine(ModuleFixture.RepositoryRoot, "build.ps1")).ToArray();
        Assert.Contains(files, file => file.EndsWith("MopsPS.psd1", StringComparison.Ordinal));
        Assert.All(files, file => Assert.True(File.ReadAllBytes(file).All(b => b < 0x80), file));
    }

    /// <summary>The blocks fenced as <c>powershell</c>; a comment "not run: why" in the line before takes a block out.</summary>
    private static IEnumerable<(int Line, string Code)> Snippets(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```powershell" || (i > 0 && lines[i - 1].StartsWith("<!-- not run: ", StringComparison.Ordinal))) continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            yield return (i + 1, string.Join('\n', lines[(i + 1)..end]));
            i = end;
        }
    }
}
