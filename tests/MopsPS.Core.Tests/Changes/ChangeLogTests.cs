using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MopsPS.Core.Changes;
using Xunit;

namespace MopsPS.Core.Tests.Changes;

/// <summary>What was done to a log is told as exactly that and nothing more.</summary>
public class ChangeLogTests
{
    [Fact]
    public void AnUntouchedLogIsIntact()
    {
        using var log = Logs.With(5);
        Assert.Empty(log.Faults());
        var result = log.Verify(log.Written[1].Hash, null, out var entries);
        Assert.True(result.IsCompliant);
        Assert.Equal(3, result.EntriesSinceExpectedHead);
        Assert.Equal(log.Written[4].Hash, result.Head);
        Assert.Equal(log.Written.Select(entry => entry.ToString()), entries.Select(entry => entry.ToString()));
        Assert.All(entries, entry => Assert.True(entry.IsIntact));
    }

    [Fact]
    public void OthersCanVerifyIt()
    {
        // The recipe of about_MopsPS_Changes with another JSON writer: members sorted, no white space, nothing escaped that need not be.
        using var log = Logs.With(4);
        var options = new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var last = new string('0', 64);
        foreach (var line in log.Lines())
        {
            var entry = JsonNode.Parse(line)!.AsObject();
            var stated = entry["hash"]!.GetValue<string>();
            entry.Remove("hash");
            // That writer escapes what lies beyond the basic plane even so.
            var sorted = new JsonObject(entry.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone())))
                .ToJsonString(options).Replace("\\uD83D\\uDE80", "\ud83d\ude80", StringComparison.Ordinal);
            Assert.Equal(stated, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sorted))));
            Assert.Equal(last, entry["previous"]!.GetValue<string>());
            last = stated;
        }
    }

    [Fact]
    public void AChangedEntry()
    {
        using var log = Logs.With(5);
        var lines = log.Lines();
        lines[2] = lines[2].Replace("change 3", "change 9", StringComparison.Ordinal);
        log.Write(lines);
        Assert.Equal(["CHG001 entry 3"], log.Faults());
        log.Verify(null, null, out var entries);
        Assert.Equal([true, true, false, true, true], entries.Select(entry => entry.IsIntact));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void AChangedEntryWithAHashThatFits(int index)
    {
        using var log = Logs.With(5);
        var lines = log.Lines();
        lines[index] = Logs.Forged(lines[index], "change", "chance");
        log.Write(lines);
        Assert.Equal([$"CHG001 entry {index + 1}"], log.Faults());
        Assert.Contains("CHG008", log.Faults(log.Written[index].Hash));
    }

    [Theory]
    [InlineData(0, "Entry 1 is missing.")]
    [InlineData(2, "Entry 3 is missing.")]
    [InlineData(4, "Entry 5 is missing at the end; the head file knows of it.")]
    public void ARemovedEntry(int index, string message)
    {
        using var log = Logs.With(5);
        log.Write(log.Lines().Where((_, i) => i != index));
        var finding = Assert.Single(log.Verify().Findings);
        Assert.Equal(("CHG002", message), (finding.RuleId, finding.Message));
    }

    [Fact]
    public void SeveralRemovedEntriesAreOneFinding()
    {
        using var log = Logs.With(6);
        log.Write(log.Lines().Where((_, i) => i is 0 or 5));
        Assert.Equal("The entries 2 to 5 are missing.", Assert.Single(log.Verify().Findings).Message);
    }

    [Fact]
    public void WithoutTheHeadFileACutIsSeenByTheAnchorOnly()
    {
        using var log = Logs.With(5);
        log.Write(log.Lines().Take(3));
        File.Delete(log.Head);
        Assert.Equal(["CHG006"], log.Faults());
        Assert.Equal(["CHG006", "CHG008"], log.Faults(log.Written[4].Hash));
        Assert.Equal(["CHG006"], log.Faults(log.Written[2].Hash));
    }

    [Fact]
    public void AReorderedEntry()
    {
        using var log = Logs.With(6);
        var lines = log.Lines();
        log.Write([lines[0], lines[4], lines[1], lines[2], lines[3], lines[5]]);
        Assert.Equal(["CHG003 entry 5"], log.Faults());
        log.Verify(null, null, out var entries);
        Assert.Equal([5], entries.Where(entry => !entry.IsIntact).Select(entry => entry.Sequence));
    }

    [Fact]
    public void AnEntryThatStandsTwiceAndALineThatIsNone()
    {
        using var log = Logs.With(3);
        var lines = log.Lines();
        log.Write([lines[0], "hello", lines[1], lines[1], lines[2]]);
        Assert.Equal(["CHG005", "CHG005 entry 2"], log.Faults());
    }

    [Fact]
    public void BlankLinesOtherLineBreaksAndAByteOrderMarkDoNoHarm()
    {
        using var log = Logs.With(3);
        File.WriteAllText(log.Path, string.Join("\r\n\r\n", log.Lines()) + "\r\n", new UTF8Encoding(true));
        Assert.Empty(log.Faults());
        log.Append("goes on");
        Assert.Empty(log.Faults());
    }

    [Fact]
    public void AnEntryIsNotAddedToABrokenEnd()
    {
        foreach (var tamper in new Action<Logs>[]
        {
            log => log.Write(log.Lines().Take(2)),
            log => log.Write([.. log.Lines().Take(2), log.Lines()[2].Replace("change", "chance", StringComparison.Ordinal)]),
            log => log.Write([.. log.Lines().Take(2), Logs.Forged(log.Lines()[2], "change", "chance")]),
            log => File.Delete(log.Path),
            log => File.WriteAllText(log.Path, ""),
        })
        {
            using var log = Logs.With(3);
            tamper(log);
            var exception = Assert.Throws<ChangeLogException>(() => log.Append("one more"));
            Assert.Equal(ChangeLogProblem.Broken, exception.Problem);
            Assert.Throws<ChangeLogException>(() => ChangeLog.Check(log.Path, Logs.Patience));
        }
    }

    [Fact]
    public void EveryMemberComesBack()
    {
        using var log = new Logs();
        File.WriteAllText(log.Path + ".txt", "content");
        var entry = ChangeLog.Append(log.Path, new ChangeEntry
        {
            Author = "a",
            Summary = "s",
            Category = "c",
            Target = "t",
            Ticket = "OPS-1",
            Approver = "b",
            Reason = "r",
            Before = "",
            After = "half \ud83d",
            Command = "Export-MopsRecord",
            Policy = "p 1",
            Files = [ChangeLog.FileOf(log.Path, log.Path + ".txt")],
        }, Logs.Patience);
        Assert.Equal(("a", "s", "c", "t", "OPS-1", "b", "r", "", "half \ufffd", "Export-MopsRecord", "p 1"),
            (entry.Author, entry.Summary, entry.Category, entry.Target, entry.Ticket, entry.Approver, entry.Reason, entry.Before, entry.After, entry.Command, entry.Policy));
        var file = Assert.Single(entry.Files);
        Assert.Equal(("changes.jsonl.txt", 7L, "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"), (file.Path, file.Length, file.Hash));
        Assert.Empty(log.Faults());
    }

    [Fact]
    public void ThePolicySaysWhatAnEntryNeeds()
    {
        using var log = new Logs();
        log.Append("without", "Routing");
        log.Append("with", "Routing", "OPS-7");
        log.Append("of another form", "Routing", "7");
        log.Append("other", "Links");
        var policy = new MopsPolicy { Changes = new ChangesPolicy { RequireTicket = ["rout*"], TicketPattern = "OPS-[0-9]+" } };
        var result = log.Verify(null, policy);
        Assert.Equal(["entry 1", "entry 3"], result.Findings.Select(finding => finding.Target));
        Assert.All(result.Findings, finding => Assert.Equal("CHG007", finding.RuleId));
        Assert.True(result.IsCompliant);
        Assert.Equal((1.0, 3.0), (Assert.Single(result.Kpis).Numerator, result.Kpis[0].Denominator));
    }

    [Theory]
    [InlineData("Ada", "Ada", "author and approver are the same")]
    [InlineData("Ben", "Cleo", "the approver is none of those that the policy names")]
    [InlineData("Ben", null, "changes of Links need an approver")]
    [InlineData("Ben", "ADA", null)]
    public void ApproversAreThoseOfThePolicy(string author, string? approver, string? complaint)
    {
        var policy = new ChangesPolicy { RequireApprover = ["*"], Approvers = ["Ada"], AllowSelfApproval = false };
        Assert.Equal(complaint is null ? [] : [complaint], ChangeRequirements.Check(policy, new ChangeEntry { Author = author, Category = "Links", Summary = "s", Approver = approver }));
    }
}
