using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Duplicates;

/// <summary>Ctrl-C in each phase of a search: it ends soon, writes nothing and leaves no file.</summary>
public sealed class StopTests : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly ModuleFixture _module;
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public StopTests(ModuleFixture module)
    {
        _module = module;
        module.Runspace.SessionStateProxy.Path.SetLocation(_folder);
    }

    public void Dispose()
    {
        _module.Runspace.SessionStateProxy.Path.SetLocation(Path.GetTempPath());
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Reading")]
    [InlineData("Finding duplicates")]
    public void ASearchStops(string phase)
    {
        var random = new Random(5);
        File.WriteAllLines(Path.Combine(_folder, "big.csv"), Enumerable.Range(0, 400_001).Select(i => i == 0 ? "First Name,Last Name,Email,Company"
            : $"{Word(random, 2)},{Word(random, 3)},{Word(random, 3)}@{Word(random, 2)}.example,{Word(random, 2)} Labs"));
        var output = new PSDataCollection<PSObject>();
        Stopping.Stop(_module, "Find-MopsDuplicate big.csv -SaveModel model.json", output, shell => shell.Streams.Progress.Any(progress => progress.Activity.StartsWith(phase, StringComparison.Ordinal)), TimeSpan.FromSeconds(3));
        Assert.Empty(output);
        Assert.Equal(["big.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    private static string Word(Random random, int syllables) =>
        string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
}
