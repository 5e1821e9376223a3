using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using MopsPS.Core.Changes;
using Xunit;

namespace MopsPS.Core.Tests.Changes;

/// <summary>Writers that are cut off at any byte, and writers at once.</summary>
public class ChangeLogInterruptionTests
{
    [Fact]
    public void AWriterCutOffAtAnyByteDoesNoHarm()
    {
        using var whole = Logs.With(3);
        var bytes = File.ReadAllBytes(whole.Path);
        var start = File.ReadAllText(whole.Path).Split('\n').Take(2).Sum(line => System.Text.Encoding.UTF8.GetByteCount(line) + 1);
        for (var length = start; length <= bytes.Length; length++)
        {
            // The head is that of two entries: a writer puts it down after the entry.
            using var log = Logs.With(2);
            File.WriteAllBytes(log.Path, [.. File.ReadAllBytes(log.Path), .. bytes[start..length]]);
            var isWhole = length >= bytes.Length - 1;

            // The third line follows another log; as a whole line it would be an entry of another chain.
            if (isWhole) continue;
            Assert.Equal(length == start ? [] : ["CHG004"], log.Faults());
            var next = log.Append("goes on");
            Assert.Equal(3, next.Sequence);
            Assert.Equal(length == start ? [] : ["CHG004 entry 3"], log.Faults());
            log.Append("and on");
            Assert.Equal(length == start ? [] : ["CHG004 entry 3"], log.Faults());
        }
    }

    [Fact]
    public void AnEntryWithoutItsLineBreakIsWhole()
    {
        using var log = Logs.With(3);
        File.WriteAllText(log.Path, File.ReadAllText(log.Path).TrimEnd('\n'));
        Assert.Empty(log.Faults());
        Assert.Equal(4, log.Append("goes on").Sequence);
        Assert.Empty(log.Faults());
        Assert.Equal(4, log.Lines().Length);
    }

    [Fact]
    public void AHeadThatIsBehindIsCaughtUp()
    {
        using var log = Logs.With(2);
        var head = File.ReadAllText(log.Head);
        log.Append("killed before its head");
        File.WriteAllText(log.Head, head);
        Assert.Empty(log.Faults());
        log.Append("goes on");
        Assert.Contains("\"entries\":4", File.ReadAllText(log.Head), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"entries\":2,\"ha")]
    [InlineData("[]")]
    public void ATornHeadIsReportedAndWrittenAnew(string head)
    {
        using var log = Logs.With(2);
        File.WriteAllText(log.Head, head);
        Assert.Equal(["CHG006"], log.Faults());
        log.Append("goes on");
        Assert.Empty(log.Faults());
    }

    [Fact]
    public void ATornLineThatIsPutInLaterIsNoTornLine()
    {
        using var log = Logs.With(3);
        var lines = log.Lines();
        log.Write([lines[0], lines[1][..40], lines[1], lines[2]]);
        Assert.Equal(["CHG005"], log.Faults());
    }

    [Fact]
    public void ATornLineThatIsTakenOutIsMissed()
    {
        using var log = Logs.With(2);
        File.AppendAllText(log.Path, "{\"after");
        log.Append("goes on");
        log.Write(log.Lines().Where(line => line != "{\"after"));
        Assert.Equal(["CHG002 entry 3"], log.Faults());
    }

    [Fact]
    public void TwoTornLinesInARow()
    {
        using var log = Logs.With(2);
        File.AppendAllText(log.Path, "{\"after\n{\"aft");
        Assert.Equal(["CHG004"], log.Faults());
        log.Append("goes on");
        Assert.Equal(["CHG004 entry 3"], log.Faults());
    }

    [Fact]
    public void WritersAtOnceLoseNothing()
    {
        using var log = new Logs();
        const int writers = 8, each = 25;
        Parallel.For(0, writers, new ParallelOptions { MaxDegreeOfParallelism = writers }, writer =>
        {
            for (var i = 0; i < each; i++) ChangeLog.Append(log.Path, new ChangeEntry { Author = $"w{writer}", Summary = $"{writer}/{i}" }, TimeSpan.FromMinutes(2));
        });
        var result = log.Verify(null, null, out var entries);
        Assert.Empty(result.Findings);
        Assert.Equal(writers * each, result.Entries);
        Assert.Equal(writers * each, entries.Select(entry => entry.Summary).Distinct().Count());
        foreach (var writer in entries.GroupBy(entry => entry.Author)) Assert.Equal(Enumerable.Range(0, each), writer.Select(entry => int.Parse(entry.Summary.Split('/')[1])));
    }

    [Fact]
    public void ALogThatIsHeldIsWaitedForAndThenAnError()
    {
        using var log = Logs.With(1);
        using (new FileStream(log.Head, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var exception = Assert.Throws<ChangeLogException>(() => ChangeLog.Append(log.Path, new ChangeEntry { Author = "a", Summary = "s" }, TimeSpan.FromMilliseconds(50)));
            Assert.Equal(ChangeLogProblem.Busy, exception.Problem);
            Assert.Equal(ChangeLogProblem.Busy, Assert.Throws<ChangeLogException>(() => ChangeLogContent.Read(log.Path, TimeSpan.Zero)).Problem);
        }

        log.Append("free again");
        Assert.Empty(log.Faults());
    }
}
