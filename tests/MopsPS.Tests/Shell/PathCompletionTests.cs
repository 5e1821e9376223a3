using System;
using System.IO;
using MopsPS.Shell.Interactive;
using Xunit;

namespace MopsPS.Tests.Shell;

public sealed class PathCompletionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public PathCompletionTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        foreach (var name in new[] { "leads.csv", "Links.csv", "it's mine.csv", ".hidden", Path.Combine("sub", "a b.txt") }) File.WriteAllText(Path.Combine(_folder, name), "");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Import-MopsExport le", "Import-MopsExport ./leads.csv")]
    [InlineData("Import-MopsExport ./li", "Import-MopsExport ./Links.csv")]
    [InlineData("Import-MopsExport ./it", "Import-MopsExport './it''s mine.csv'")]
    [InlineData("Import-MopsExport 'sub/a", "Import-MopsExport 'sub/a b.txt'")]
    [InlineData("f ./leads.csv,./li", "f ./leads.csv,./Links.csv")]
    [InlineData("f ./.h", "f ./.hidden")]
    [InlineData("f ./none", null)]
    [InlineData("f no/such/", null)]
    [InlineData("f -Pa", null)]
    [InlineData("f $x", null)]
    public void TheWordAtTheCursorBecomesAPath(string text, string? expected)
    {
        // The separator is the machine's own where the word has none.
        expected = expected?.Replace(" ./leads.csv", " ." + (text.Contains("./") ? "/" : Path.DirectorySeparatorChar) + "leads.csv", StringComparison.Ordinal);
        var found = PathCompletion.Complete(text, text.Length, _folder);
        Assert.Equal(expected, found is null ? null : text.Remove(found.Start, found.Length).Insert(found.Start, found.Texts[0]));
    }

    [Fact]
    public void AllThatFitAreOfferedInOrder() =>
        Assert.Equal(["x/leads.csv", "x/Links.csv"], PathCompletion.Complete("f x/l", 5, Moved("x"))!.Texts);

    private string Moved(string name)
    {
        var folder = Directory.CreateTempSubdirectory("mops").FullName;
        Directory.Move(_folder, Path.Combine(folder, name));
        Directory.CreateDirectory(_folder);
        return folder;
    }
}
