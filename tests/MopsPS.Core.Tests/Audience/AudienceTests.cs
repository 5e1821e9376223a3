using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using MopsPS.Core.Audience;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;
using Xunit;

namespace MopsPS.Core.Tests.Audience;

public sealed class AudienceTests : IDisposable
{
    private const string Header = "Id,Email,Country,Consent,Consent Date,Email Opt Out,Hard Bounce,Score,Industry";

    private static readonly DateTime Now = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);
    private static readonly MopsPolicy Policy = PolicyLoader.Parse("""
        { "audience": { "employeeDomains": ["us.example"], "competitorDomains": ["rival.example"], "allowedRoles": ["press"] } }
        """);

    private readonly string _folder = Directory.CreateTempSubdirectory("mops-audience-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("1,ada@acme.example,DE,yes,,,,,", null)]
    [InlineData("1,ada@acme.example,US,,,,,,", null)]
    [InlineData("1,,US,,,,,,", AudienceReason.InvalidAddress)]
    [InlineData("1,ada@acme,US,,,,,,", AudienceReason.InvalidAddress)]
    [InlineData("1,someone@example.com,US,,,,,,", AudienceReason.InvalidAddress)]
    [InlineData("1,noemail@acme.example,US,,,,,,", AudienceReason.InvalidAddress)]
    [InlineData("1,ada@acme.example,US,,,true,,,", AudienceReason.Unsubscribed)]
    [InlineData("1,ada@acme.example,US,,,,true,,", AudienceReason.HardBounced)]
    [InlineData("1,ada@acme.example,US,no,,,,,", AudienceReason.ConsentDenied)]
    [InlineData("1,ada@acme.example,US,,,perhaps,,,", AudienceReason.ConsentUnreadable)]
    [InlineData("1,ada@acme.example,DE,,,,,,", AudienceReason.ConsentMissing)]
    [InlineData("1,ada@acme.example,Atlantis,,,,,,", AudienceReason.ConsentMissing)]
    [InlineData("1,ada@acme.example,CA,existing customer,2020-01-01,,,,", AudienceReason.ConsentExpired)]
    [InlineData("1,ada@mail.us.example,US,,,,,,", AudienceReason.Employee)]
    [InlineData("1,ada@RIVAL.example,US,,,,,,", AudienceReason.Competitor)]
    [InlineData("1,ada@notrival.example,US,,,,,,", null)]
    [InlineData("1,info@acme.example,US,,,,,,", AudienceReason.RoleAddress)]
    [InlineData("1,press@acme.example,US,,,,,,", null)]
    [InlineData("1,ada@mailinator.com,US,,,,,,", AudienceReason.DisposableAddress)]
    [InlineData("1,ada@gmail.com,US,,,,,,", null)]
    [InlineData("1,info@rival.example,US,no,,,,,", AudienceReason.ConsentDenied)]
    public void ARowHasItsFirstReason(string row, AudienceReason? reason)
    {
        var result = Check([row]);
        Assert.Equal(reason is null ? 1 : 0, result.Kept);
        Assert.Equal(reason, result.Exclusions.SingleOrDefault(exclusion => exclusion.Rows == 1)?.Reason);
    }

    [Fact]
    public void RowsOfOneMailboxAreNamed()
    {
        string[] rows = ["1,ada@acme.example,US,,,,,,", "2,ben@acme.example,US,,,,,,", "3,ADA@acme.example,US,,,,,,", "4,ben@acme.example,US,,,true,,,", "5,cleo@acme.example,US,,,,,,"];
        var duplicates = Check(rows).Exclusions.Single(exclusion => exclusion.Reason == AudienceReason.Duplicate);
        // Ada's second row goes; Ben unsubscribed in his second row, so both of his rows go, the second as a duplicate too.
        Assert.Equal((1, 2), (duplicates.Rows, duplicates.AllRows));
        Assert.Equal([3, 4], duplicates.Examples.Select(place => place.Row));
        Assert.Equal([4, 5], duplicates.Examples.Select(place => place.Line));
        var finding = Check(rows).Findings.Single(finding => finding.RuleId == "AUD014");
        Assert.Equal((3, 4), (finding.Source!.Row, finding.Source.Line));
        Assert.NotNull(finding.Source.File);
    }

    [Theory]
    [InlineData("ada@acme.example", "ADA@acme.example ", true)]
    [InlineData("ada@acme.example", "bob@acme.example", false)]
    [InlineData("j.doe+x@gmail.com", "jdoe@googlemail.com", true)]
    [InlineData("j.doe@acme.example", "jdoe@acme.example", false)]
    [InlineData("ada@mail.acme.example", "acme.example", true)]
    [InlineData("ada@acme.example", "@acme.example", true)]
    [InlineData("ada@notacme.example", "acme.example", false)]
    public void AnEntryTakesOut(string address, string entry, bool expected)
    {
        var result = Check([$"1,{address},US,,,,,,"], suppressions: [$"Email\n{entry}\n"]);
        Assert.Equal(expected ? 0 : 1, result.Kept);
        Assert.Equal(expected ? 1 : 0, result.Suppressions.Single().Matches);
    }

    [Theory]
    [InlineData("Ada@Acme.example", true)]
    [InlineData("j.doe@gmail.com", true)]
    [InlineData("bob@acme.example", false)]
    public void HashesTakeOutWithOrWithoutHeader(string address, bool expected)
    {
        string[] known = ["ada@acme.example", "jdoe@gmail.com"];
#pragma warning disable CA5350, CA5351
        var digests = known.Select(Encoding.UTF8.GetBytes).SelectMany(bytes => new[] { SHA256.HashData(bytes), SHA1.HashData(bytes), MD5.HashData(bytes) }).ToArray();
#pragma warning restore CA5350, CA5351
        foreach (var length in new[] { 32, 20, 16 })
        {
            var list = digests.Where(digest => digest.Length == length).ToArray();
            foreach (var text in new[] { string.Join("\n", list.Select(Convert.ToHexString)), "sha256\n" + string.Join("\n", list.Select(Convert.ToBase64String)) + "\n" })
            {
                var result = Check([$"1,{address},US,,,,,,"], suppressions: [text]);
                Assert.Equal(expected ? 0 : 1, result.Kept);
                var read = result.Suppressions.Single();
                Assert.Equal((2, 2, 0), (read.Entries, length switch { 32 => read.Sha256, 20 => read.Sha1, _ => read.Md5 }, read.Unreadable));
                Assert.Equal(length == 32, result.Findings.All(finding => finding.RuleId != "AUD021"));
            }
        }
    }

    [Fact]
    public void AnEntryThatNobodyCanReadIsAnErrorWithItsPlace()
    {
        var problems = new List<RecordProblem>();
        var result = Check(["1,ada@acme.example,US,,,,,,"], suppressions: ["Email\nbob@acme.example\nda39a3ee5e6b4b0d\n\nno address\n"], onProblem: problems.Add);
        Assert.Equal(2, result.Suppressions.Single().Unreadable);
        Assert.Contains(result.Findings, finding => finding is { RuleId: "AUD019", Severity: Severity.Error });
        Assert.Equal([2, 4], problems.Select(problem => problem.Source.Row));
        Assert.DoesNotContain(problems, problem => problem.ToString().Contains("no address", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatOneRowSaysOfAMailboxHoldsForAllAndTheCountsDoNotDependOnTheOrder()
    {
        string[] rows =
        [
            "1,ada@acme.example,US,,,,,,", "2,ADA@acme.example,US,,,true,,,", "3,bob@acme.example,DE,,,,,,", "4,bob@acme.example,US,,,,,,", "5,bob@acme.example,US,,,,,,",
            "6,c.d+x@gmail.com,US,,,,,,", "7,cd@gmail.com,US,,,,,,", "8,,US,,,,,,", "9,,US,,,,,,", "10,eve@acme.example,US,,,,1,,", "11,eve@acme.example,US,no,,,,,",
        ];
        var random = new Random(5);
        string? first = null;
        for (var i = 0; i < 30; i++)
        {
            var result = Check([.. rows.OrderBy(_ => random.Next())]);
            var counts = string.Join("|", result.Exclusions.Select(exclusion => $"{exclusion.Reason} {exclusion.Rows} {exclusion.AllRows}"));
            Assert.Equal(first ??= counts, counts);
            // Bob and the mailbox at Gmail stay once each; nobody stays who unsubscribed, bounced or said no elsewhere.
            Assert.Equal((11, 2, 9), (result.Rows, result.Kept, result.Excluded));
            Assert.Equal(result.Excluded, result.Exclusions.Sum(exclusion => exclusion.Rows));
        }

        Assert.Contains("InvalidAddress 2 2|", first, StringComparison.Ordinal);
        Assert.Contains("|Unsubscribed 2 2|HardBounced 2 2|ConsentDenied 0 2|", first, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSegmentIsCheckedOnTheRows()
    {
        SegmentRule Rule(string field, SegmentOperator operation, params string[] values) => new() { Field = field, Operator = operation, Values = values };
        string[] rows = ["1,a@acme.example,US,,,,,10,Retail", "2,b@acme.example,us,,,,,20,", "3,c@acme.example,United States,,,,,x,Retail Trade", "4,d@acme.example,US,,,,,,Farming"];
        int[] Outside(params SegmentRule[] rules) => [.. Check(rows, segment: rules).Segment.Select(rule => rule.Rows)];
        Assert.Equal([1, 3, 2, 2, 1, 3], Outside(
            Rule("Country", SegmentOperator.In, "US"), Rule("country", SegmentOperator.NotIn, "us"), Rule("Industry", SegmentOperator.Like, "retail*"),
            Rule("Industry", SegmentOperator.NotLike, "*retail*"), Rule("Industry", SegmentOperator.Present), Rule("Industry", SegmentOperator.Absent)));
        var score = Check(rows, segment: [Rule("Score", SegmentOperator.AtLeast, "15"), Rule("score", SegmentOperator.AtMost, "15")]).Segment;
        Assert.Equal([(3, 1), (3, 1)], score.Select(rule => (rule.Rows, rule.Unreadable)));
        var missing = Check(rows, segment: [Rule("Planet", SegmentOperator.In, "Earth")]);
        Assert.NotNull(missing.Segment.Single().NotChecked);
        Assert.Contains(missing.Findings, finding => finding.RuleId == "AUD018" && finding.Message.Contains("Planet", StringComparison.Ordinal));
        Assert.False(missing.IsCompliant);
        foreach (var bad in new[] { Rule("", SegmentOperator.In, "x"), Rule("Score", SegmentOperator.In), Rule("Score", SegmentOperator.AtLeast, "high"), Rule("Score", SegmentOperator.AtMost, "1", "2"), Rule("Score", SegmentOperator.Present, "1") })
            Assert.Throws<ArgumentException>(() => Check(rows, segment: [bad]));
    }

    [Fact]
    public void ADateBoundsASegment()
    {
        var rule = new SegmentRule { Field = "Consent Date", Operator = SegmentOperator.AtMost, Values = ["2026-03-14"] };
        var result = Check(["1,a@acme.example,US,,2026-03-14T23:59:59Z,,,,", "2,b@acme.example,US,,2026-03-15,,,,", "3,c@acme.example,US,,,,,,", "4,d@acme.example,US,,soon,,,,"], segment: [rule]);
        Assert.Equal((3, 1), (result.Segment.Single().Rows, result.Segment.Single().Unreadable));
        Assert.Contains(result.Findings, finding => finding.RuleId == "AUD023");
    }

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(2, null, "AUD016")]
    [InlineData(null, 0, "AUD017")]
    public void TheSizeIsOfTheRowsThatStay(int? least, int? most, string? rule)
    {
        var result = Check(["1,a@acme.example,US,,,,,,", "2,a@acme.example,US,,,,,,"], options: new AudienceOptions { MinimumSize = least, MaximumSize = most });
        Assert.Equal(rule, result.Findings.Select(finding => finding.RuleId).SingleOrDefault(id => id is "AUD016" or "AUD017"));
    }

    [Fact]
    public void WhatCannotBeCheckedIsNoPass()
    {
        var result = Check(["a@acme.example,US"], header: "Email,Country");
        Assert.Equal(1, result.Kept);
        Assert.False(result.IsCompliant);
        Assert.Equal(3, result.Findings.Count(finding => finding.RuleId == "AUD018"));
        Assert.All(result.Exclusions.Where(exclusion => exclusion.Reason is AudienceReason.Suppressed or AudienceReason.Unsubscribed or AudienceReason.HardBounced), exclusion => Assert.NotNull(exclusion.NotChecked));
        // Without a column of consent nobody in the EU may be written to.
        Assert.Equal(0, Check(["a@acme.example,DE"], header: "Email,Country").Kept);
    }

    [Fact]
    public void ARegionHoldsForRowsWithoutACountry()
    {
        Assert.Equal(0, Check(["1,a@acme.example,,,,,,,"]).Kept);
        Assert.Equal(1, Check(["1,a@acme.example,,,,,,,"], options: new AudienceOptions { Region = "us" }).Kept);
        Assert.Equal(0, Check(["1,a@acme.example,DE,,,,,,"], options: new AudienceOptions { Region = "us" }).Kept);
        Assert.Throws<ArgumentException>(() => Check(["1,a@acme.example,DE,,,,,,"], options: new AudienceOptions { Region = "mars" }));
        Assert.Throws<ArgumentException>(() => Check(["1,a@acme.example,DE,,,,,,"], options: new AudienceOptions { Purpose = "sms" }));
    }

    [Fact]
    public void ATransactionalMessageNeedsNoConsent()
    {
        string[] rows = ["1,a@acme.example,DE,no,,true,,,", "2,b@acme.example,DE,,,,1,,"];
        var result = Check(rows, options: new AudienceOptions { IsTransactional = true });
        Assert.Equal((1, 1), (result.Kept, result.Exclusions.Single(exclusion => exclusion.Reason == AudienceReason.HardBounced).Rows));
        Assert.DoesNotContain(Check(["a@acme.example,DE"], header: "Email,Country", options: new AudienceOptions { IsTransactional = true }).Findings, finding => finding.Message.StartsWith("Unsubscribed", StringComparison.Ordinal));
        Assert.Equal(0, Check(rows).Kept);
    }

    [Fact]
    public void ARuleThatIsOffExcludesNobodyAndOneThatIsOnDoes()
    {
        var policy = PolicyLoader.Parse("{ \"rules\": { \"AUD010\": { \"enabled\": false }, \"AUD012\": { \"enabled\": true }, \"AUD014\": { \"enabled\": false } } }");
        var result = Check(["1,info@acme.example,US,,,,,,", "2,info@acme.example,US,,,,,,", "3,ada@gmail.com,US,,,,,,"], policy: policy);
        Assert.Equal(2, result.Kept);
        Assert.Equal(1, result.Exclusions.Single(exclusion => exclusion.Reason == AudienceReason.FreeMailAddress).Rows);
        Assert.Contains("AUD010", result.Exclusions.Single(exclusion => exclusion.Reason == AudienceReason.RoleAddress).NotChecked, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRowIsKeptExcludedOrUnreadableAndTheListsHoldTheRest()
    {
        var path = Write("audience.csv", Header + "\n1,ada@acme.example,US,,,,,,\"=1+1\"\n2,bob@acme.example,US,,,true,,,x\n3,short\n4,eve@acme.example,US,no,,,1,5,y\n");
        using var analysis = new AudienceAnalysis(new AudienceOptions { AsOf = Now }, Policy, Now);
        var files = new AudienceFiles(analysis);
        files.AddRows(path, schema => FieldMapper.Map(schema, new FieldMapOptions()));
        var result = analysis.Finish();
        Assert.Equal((4, 1, 2, 1), (result.Rows, result.Kept, result.Excluded, result.Unreadable));
        Assert.Contains(result.Findings, finding => finding.RuleId == "AUD022");
        var (keptPath, excludedPath) = (Path.Combine(_folder, "kept.csv"), Path.Combine(_folder, "excluded.csv"));
        using (var kept = new RecordFile(keptPath))
        using (var excluded = new RecordFile(excludedPath))
        {
            files.Write(kept, excluded);
            kept.Commit();
            excluded.Commit();
        }

        Assert.Equal([Header, "1,ada@acme.example,US,,,,,,'=1+1"], File.ReadAllLines(keptPath));
        Assert.Equal(
            [Header + ",Exclusion Reason,Exclusion Reasons", "2,bob@acme.example,US,,,true,,,x,Unsubscribed,Unsubscribed", "4,eve@acme.example,US,no,,,1,5,y,HardBounced,HardBounced;ConsentDenied"],
            File.ReadAllLines(excludedPath));

        File.AppendAllText(path, "5,new@acme.example,US,,,,,,\n");
        using var again = new RecordFile(keptPath);
        Assert.Contains("changed", Assert.Throws<IOException>(() => files.Write(again, null)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ResultsHoldNoAddresses()
    {
        var result = Check(["1,ada.secret@acme.example,US,,,true,,,", "2,bob.secret@acme.example,DE,,,,,,"], suppressions: ["Email\nada.secret@acme.example\n"]);
        var text = string.Join("\n", result.Findings.Select(finding => finding.ToString() + finding.Value + finding.Target)) + string.Join("\n", result.Exclusions.SelectMany(exclusion => exclusion.Examples)) + result;
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NoRowsAreAnError()
    {
        Assert.Throws<AudienceException>(() => Check([]));
        Assert.Throws<FieldNotFoundException>(() => Check(["1,US"], header: "Id,Country"));
        Assert.Throws<ExportFormatException>(() => Check(["1,a@acme.example,US,,,,,,"], suppressions: ["Name,City\nAda,Rome\n"]));
    }

    private AudienceResult Check(
        string[] rows, string[]? suppressions = null, SegmentRule[]? segment = null, AudienceOptions? options = null, MopsPolicy? policy = null, string header = Header, Action<RecordProblem>? onProblem = null)
    {
        var audience = Write("audience.csv", header + "\n" + string.Concat(rows.Select(row => row + "\n")));
        var lists = (suppressions ?? []).Select((text, i) => Write($"suppression{i}.csv", text)).ToArray();
        var result = AudienceFiles.Check([audience], lists, (options ?? new AudienceOptions()) with { AsOf = Now, Segment = segment ?? [] }, policy ?? Policy, Now, onProblem);
        Assert.Equal(result.Rows, result.Kept + result.Excluded + result.Unreadable);
        Assert.Equal(result.Excluded, result.Exclusions.Sum(exclusion => exclusion.Rows));
        return result;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
