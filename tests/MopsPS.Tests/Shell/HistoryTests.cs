using System;
using System.IO;
using MopsPS.Shell.Interactive;
using Xunit;

namespace MopsPS.Tests.Shell;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-history-").FullName;

    [Fact]
    public void Lines_come_back_in_the_next_session_and_only_their_owner_can_read_them()
    {
        var file = Path.Combine(_folder, "new", "history.jsonl");
        var history = new History(file);
        history.Add("Get-MopsRule |\n  Where-Object Id");
        history.Add("1 + 1");
        history.Add("1 + 1");
        Assert.Equal(["Get-MopsRule |\n  Where-Object Id", "1 + 1"], new History(file).Lines);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("$password = 'x'")]
    [InlineData("$env:HUBSPOT_TOKEN = 'pat-1'")]
    [InlineData("Connect -ApiKey abc")]
    [InlineData("$lead = 'ann@example.com'")]
    public void Secrets_and_addresses_are_remembered_in_the_session_but_not_in_the_file(string line)
    {
        var file = Path.Combine(_folder, "history.jsonl");
        var history = new History(file);
        history.Add(line);
        Assert.Equal([line], history.Lines);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_damaged_line_is_passed_over()
    {
        var file = Path.Combine(_folder, "history.jsonl");
        File.WriteAllText(file, "\"good\"\n\"half\n\"last\"\n");
        Assert.Equal(["good", "last"], new History(file).Lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
