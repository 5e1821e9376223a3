using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace MopsPS.Tests.Changes;

/// <summary>Real processes: two that write at once, and writers that are killed at any moment.</summary>
public sealed class ChangeProcessTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    // Long entries make it likelier that a kill meets a write.
    private const string Writer = """
        param($Log, $Name, $Count)
        $long = 'x' * 200000
        for ($i = 1; $i -le $Count; $i++) {
            $entry = Add-MopsChange $Log "$Name/$i" -Reason $long -Author $Name -Policy default -Timeout 60
            [Console]::Out.WriteLine("$Name/$i $($entry.Hash)")
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("mops-changes-").FullName;

    private string Log => Path.Combine(_folder, "changes.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TwoProcessesAtOnceLoseNothing()
    {
        const int each = 15;
        var writers = new[] { "a", "b" }.Select(name => Start(name, each)).ToArray();
        var told = writers.SelectMany(writer => writer.Finish()).ToArray();
        var entries = Verified(out var findings);
        Assert.Empty(findings);
        Assert.Equal(2 * each, told.Length);
        Assert.Equal(told.Order(StringComparer.Ordinal), entries.Select(entry => $"{entry.Summary} {entry.Hash}").Order(StringComparer.Ordinal));
        foreach (var writer in entries.GroupBy(entry => entry.Author)) Assert.Equal(Enumerable.Range(1, each), writer.Select(entry => int.Parse(entry.Summary.Split('/')[1])));
    }

    [Fact]
    public void AWriterThatIsKilledLosesNothingThatItTold()
    {
        var told = new List<string>();
        for (var round = 1; round <= 4; round++)
        {
            var writer = Start($"r{round}", 100_000);
            told.AddRange(writer.KillAfter(lines: 2 + round, milliseconds: 7 * round));
            var entries = Verified(out var findings);

            // A torn line at the most; what a writer told stands in the log, and at most the one entry that it could not tell any more.
            Assert.All(findings, finding => Assert.Equal("CHG004", finding));
            var lines = entries.Select(entry => $"{entry.Summary} {entry.Hash}").ToArray();
            Assert.Empty(told.Except(lines));
            Assert.InRange(lines.Length - told.Count, 0, 1);
            told = [.. lines];
            var next = module.Run($"Add-MopsChange '{Log}' 'goes on' -Policy default").Single();
            Assert.Equal((long)lines.Length + 1, next.Properties["Sequence"].Value);
            told.Add($"goes on {next.Properties["Hash"].Value}");
        }

        Verified(out var last);
        Assert.All(last, finding => Assert.Equal("CHG004", finding));
    }

    /// <summary>
    /// The kill is in the middle of the write, each time: the kernel puts down the first half of the line and kills the writer at the next byte. What was told before stands, the half
    /// line is reported, and the next writer goes on after it.
    /// </summary>
    [UnixTheory]
    [InlineData(1)]
    [InlineData(300)]
    public void AWriterThatIsKilledWithHalfItsLineOnDiskDoesNoHarm(int before)
    {
        module.Run($"1..{before} | ForEach-Object {{ $null = Add-MopsChange '{Log}' \"change $_\" -Policy default }}");
        var whole = File.ReadAllBytes(Log);
        const int kilobytes = 512;
        var script = Path.Combine(_folder, "killed.ps1");
        File.WriteAllText(script, $"$null = Add-MopsChange '{Log}' 'half' -Reason ('x' * 900000) -Policy default; [Console]::Out.WriteLine('written')");
        using (var process = Shell.ShellProcess.StartWithFileLimit(kilobytes, script))
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromSeconds(180))) process.Kill();
            process.WaitForExit();
            // 128 + SIGXFSZ: no exception was thrown and nothing was cleaned up.
            Assert.True(process.ExitCode == 128 + 25, $"exit code {process.ExitCode}: {output.Result} {error.Result}");
            Assert.DoesNotContain("written", output.Result, StringComparison.Ordinal);
        }

        var torn = File.ReadAllBytes(Log);
        Assert.Equal(kilobytes * 1024, torn.Length);
        Assert.Equal(whole, torn[..whole.Length]);
        Assert.DoesNotContain((byte)'\n', torn[whole.Length..]);

        Assert.Equal(before, Verified(out var findings).Length);
        Assert.Equal(["CHG004"], findings);
        var next = module.Run($"Add-MopsChange '{Log}' 'goes on' -Policy default").Single();
        Assert.Equal(before + 1L, next.Properties["Sequence"].Value);
        Assert.Equal(before + 1, Verified(out findings).Length);
        Assert.Equal(["CHG004"], findings);
        Assert.Equal(true, module.Run($"Get-MopsChange '{Log}' -Summary -Policy default").Single().Properties["IsCompliant"].Value);
    }

    private Entry[] Verified(out string[] findings)
    {
        findings = [.. module.Run($"(Get-MopsChange '{Log}' -Summary -Policy default).Findings | ForEach-Object RuleId").Select(rule => rule.ToString())];
        return [.. module.Run($"Get-MopsChange '{Log}' -Policy default -WarningAction SilentlyContinue")
            .Select(entry => new Entry((string)entry.Properties["Author"].Value, (string)entry.Properties["Summary"].Value, (string)entry.Properties["Hash"].Value))];
    }

    private Running Start(string name, int count)
    {
        var script = Path.Combine(_folder, "writer.ps1");
        if (!File.Exists(script)) File.WriteAllText(script, Writer);
        return new Running(Shell.ShellProcess.Start(script, Log, name, count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private sealed record Entry(string Author, string Summary, string Hash);

    private sealed class Running
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

        private readonly Process _process;
        private readonly List<string> _lines = [];
        private readonly Thread _reader;

        public Running(Process process)
        {
            _process = process;
            process.StandardInput.Close();
            _reader = new Thread(() =>
            {
                while (process.StandardOutput.ReadLine() is { } line)
                    lock (_lines) _lines.Add(line);
            });
            _reader.Start();
        }

        public string[] Finish()
        {
            var error = _process.StandardError.ReadToEnd();
            End();
            Assert.Equal("", error.Trim());
            return [.. _lines];
        }

        public string[] KillAfter(int lines, int milliseconds)
        {
            var clock = Stopwatch.StartNew();
            while (Count() < lines && clock.Elapsed < Limit && !_process.HasExited) Thread.Sleep(1);
            Thread.Sleep(milliseconds);
            _process.Kill();
            End();
            Assert.True(_lines.Count >= lines, "The writer did not come so far.");
            return [.. _lines.Where(line => line.Split(' ') is [_, { Length: ChangeHashLength }])];
        }

        private const int ChangeHashLength = 64;

        private int Count()
        {
            lock (_lines) return _lines.Count;
        }

        private void End()
        {
            if (!_process.WaitForExit(Limit))
            {
                _process.Kill();
                throw new TimeoutException();
            }

            _reader.Join(Limit);
            _process.Dispose();
        }
    }
}

/// <summary>A theory that needs a POSIX system; skipped elsewhere with a plain message.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no limit of file size that kills." : null;
}
