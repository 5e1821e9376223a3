using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Duplicates.Merging;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

public sealed class ReviewedPlanTests : IDisposable
{
    private const string Header = "Id|Email|Phone|Postal Code|Email Opt Out|Title";

    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;
    private readonly MergePlanner _planner = new(new MergePolicy { Master = [MasterRule.LowestId] });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("plan.csv")]
    [InlineData("plan.tsv")]
    [InlineData("plan.xlsx")]
    public void A_plan_comes_back_as_it_was_written(string name)
    {
        var path = Write(name, Group());
        Edit(path, rows => Set(Result(rows), "Merge Decision", "merge"));
        var plan = new ReviewedPlanReader(_planner).Read(path);
        Assert.Empty(plan.Problems);
        var review = Assert.Single(plan.Groups);
        Assert.True(review.IsApproved);
        Assert.Equal(0, review.EditCount);
        var expected = _planner.Propose(Group());
        Assert.Equal(expected.Picks.Select(pick => (pick.Column, pick.Value, pick.IsChange)), review.Proposal.Picks.Select(pick => (pick.Column, pick.Value, pick.IsChange)));
        Assert.Equal(expected.Group.Members.Select(member => string.Join("|", member.Record.GetValues())), review.Proposal.Group.Members.Select(member => string.Join("|", member.Record.GetValues())));
        Assert.Equal("contacts.csv, row 1, line 2", review.Proposal.Group.Members[0].Source.ToString());
    }

    [Fact]
    public void A_plan_is_safe_for_spreadsheets_and_the_rollback_file_is_exact()
    {
        var path = Write("plan.csv", MergeGroups.Of("Id|Title", "1|=1+1", "2|"));
        Assert.Contains("'=1+1", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("\"=1+1\"", File.ReadAllText(MergePlanFile.RollbackPath(path)), StringComparison.Ordinal);
        Edit(path, rows => Set(Result(rows), "Merge Decision", "Merge"));
        var review = Assert.Single(new ReviewedPlanReader(_planner).Read(path).Groups);
        Assert.Equal("=1+1", review.Proposal.Pick("Title").Value);
        Assert.Equal(0, review.EditCount);
    }

    [Fact]
    public void What_a_spreadsheet_does_to_values_does_no_harm()
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "MERGE");
            foreach (var row in rows) Set(row, "Postal Code", row["Postal Code"]!.TrimStart('0'));
            foreach (var row in rows) Set(row, "Id", "1E+17");
        });
        var review = Assert.Single(new ReviewedPlanReader(_planner).Read(path).Groups);
        Assert.Equal(0, review.EditCount);
        Assert.Equal("00412", review.Proposal.Pick("Postal Code").Value);
        Assert.Equal("2", review.Proposal.Group.Members[1].Id);
    }

    [Fact]
    public void A_reviewer_corrects_values_and_changes_the_master()
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            var result = Result(rows);
            Set(result, "Merge Decision", "Merge");
            Set(result, "Merge Reviewer", "Kim");
            Set(result, "Merge Note", "called");
            Set(result, "Title", "Chief");
            foreach (var row in rows.Where(row => row["Merge Role"] != "Result")) Set(row, "Merge Role", row["Id"] == "2" ? "Master" : "Duplicate");
        });
        var review = Assert.Single(new ReviewedPlanReader(_planner).Read(path).Groups);
        Assert.Equal("2", review.Proposal.Master.Id);
        Assert.Equal("chosen by the reviewer", review.Proposal.MasterReason);
        Assert.Equal("Chief", review.Proposal.Pick("Title").Value);
        Assert.Equal(SurvivorshipRule.Reviewer, review.Proposal.Pick("Title").Rule);
        Assert.Equal(1, review.EditCount);
        Assert.Equal(("Kim", "called"), (review.Reviewer, review.Note));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("who knows")]
    public void A_review_cannot_loosen_a_consent(string consent)
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "Merge");
            Set(Result(rows), "Email Opt Out", consent);
        });
        var review = Assert.Single(new ReviewedPlanReader(_planner).Read(path).Groups);
        Assert.Equal("true", review.Proposal.Pick("Email Opt Out").Value);
        Assert.Contains(review.Proposal.Refusals, refusal => refusal.Kind == MergeRefusalKind.ConflictingConsent);
        Assert.False(review.IsApproved);
    }

    [Fact]
    public void A_record_can_be_left_out()
    {
        var path = Write("plan.csv", MergeGroups.Of(Header, "1|a@acme.com|||false|CEO", "2|a@acme.com|||true|", "3|b@acme.com|49 30 1||false|CTO"));
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "Merge");
            Set(rows.Single(row => row["Id"] == "2" && row["Merge Role"] == "Duplicate"), "Merge Decision", "Keep apart");
        });
        var review = Assert.Single(new ReviewedPlanReader(_planner).Read(path).Groups);
        Assert.Equal(["1", "3"], review.Proposal.Group.Members.Select(member => member.Id));
        Assert.Equal("false", review.Proposal.Pick("Email Opt Out").Value);
        Assert.True(review.IsApproved);
    }

    [Theory]
    [InlineData("Merge Decision", "Result", "yes please", "expected Merge, Keep apart, Skip or nothing")]
    [InlineData("Merge Role", "Duplicate", "Master", "2 rows with the role Master")]
    [InlineData("Merge Group", "Result", "77", "not in the rollback file")]
    [InlineData("Merge Item", "Duplicate", "9", "not in the group")]
    public void A_damaged_plan_names_row_and_column(string column, string role, string value, string message)
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "Merge");
            Set(rows.First(row => row["Merge Role"] == role), column, value);
        });
        var plan = new ReviewedPlanReader(_planner).Read(path);
        Assert.DoesNotContain(plan.Groups, review => review.IsApproved);
        Assert.Contains(plan.Problems, problem => problem.Contains(message, StringComparison.Ordinal) && problem.StartsWith("plan.csv, row ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_row_stops_the_group_and_a_deleted_group_is_reported()
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "Merge");
            rows.RemoveAt(2);
        });
        Assert.Contains("a row of the group is missing", Assert.Single(new ReviewedPlanReader(_planner).Read(path).Problems), StringComparison.Ordinal);
        Edit(path, rows => rows.RemoveRange(0, rows.Count - 1));
        Assert.NotEmpty(new ReviewedPlanReader(_planner).Read(path).Problems);
    }

    [Fact]
    public void A_policy_that_changed_since_stops_the_group()
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows => Set(Result(rows), "Merge Decision", "Merge"));
        var other = new MergePlanner(new MergePolicy { Master = [MasterRule.LowestId], Fields = new Dictionary<string, SurvivorshipRule> { ["Phone"] = SurvivorshipRule.Longest } });
        var plan = new ReviewedPlanReader(other).Read(path);
        Assert.Empty(plan.Groups);
        Assert.Contains("policy has changed", Assert.Single(plan.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void An_emptied_cell_and_a_changed_id_are_reported_and_left_out()
    {
        var path = Write("plan.csv", Group());
        Edit(path, rows =>
        {
            var result = Result(rows);
            Set(result, "Merge Decision", "Merge");
            Set(result, "Email", "");
            Set(result, "Id", "7");
        });
        var plan = new ReviewedPlanReader(_planner).Read(path);
        Assert.Equal(2, plan.Problems.Count);
        Assert.Equal("ada@acme.com", Assert.Single(plan.Groups).Proposal.Pick("Email").Value);
        Assert.DoesNotContain(plan.Problems, problem => problem.Contains("ada", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_files_and_other_files_are_errors()
    {
        var path = Write("plan.csv", Group());
        File.Delete(MergePlanFile.RollbackPath(path));
        Assert.Throws<FileNotFoundException>(() => new ReviewedPlanReader(_planner).Read(path));
        File.WriteAllText(MergePlanFile.RollbackPath(path), "{\"a\":1}\n");
        Assert.Throws<InvalidDataException>(() => new ReviewedPlanReader(_planner).Read(path));
        Assert.Throws<InvalidDataException>(() => Write("x.csv", MergeGroups.Of("Id|Merge Group", "1|", "2|")));
    }

    [Fact]
    public void A_reviewed_plan_is_a_truth()
    {
        var path = Write("plan.csv", MergeGroups.Of("Id|Email", "1|a@acme.com", "2|a@acme.com", "3|b@acme.com"));
        Edit(path, rows =>
        {
            Set(Result(rows), "Merge Decision", "Merge");
            Set(rows.Single(row => row["Merge Record Id"] == "3" && row["Merge Role"] != "Result"), "Merge Decision", "Keep apart");
        });
        using var reader = ExportReader.Open(path, new ImportOptions());
        var truth = TruthReader.Read(reader, null, null, problem => Assert.Fail(problem));
        Assert.False(truth.IsWhole);
        Assert.Equal(["1", "2", "3"], truth.Keys);
        var measure = new TruthMeasurer(truth, ["1", "2", "3"], true).Measure([0, 0, 2]);
        Assert.Equal((1, 1, 1), (measure.FoundPairs, measure.TruePairs, measure.CorrectPairs));
    }

    private static DuplicateGroup Group() =>
        MergeGroups.Of(Header, "1|ada@acme.com|49 30 901820|00412|false|", "2|ada.abel@acme.com|49 30 901820 7|00555|true|CEO");

    private string Write(string name, DuplicateGroup group)
    {
        var path = Path.Combine(_folder, name);
        Assert.Equal(2, MergePlanFile.Write(path, [_planner.Propose(group)]).Count);
        return path;
    }

    private static MopsRecord Result(List<MopsRecord> rows) => rows.First(row => row["Merge Role"] == "Result");

    private static void Set(MopsRecord row, string column, string? value) => row[row.GetSchema().IndexOf(column)] = value;

    private static void Edit(string path, Action<List<MopsRecord>> edit)
    {
        var rows = new List<MopsRecord>();
        using (var reader = ExportReader.Open(path, new ImportOptions()))
            while (reader.Read()) rows.Add(reader.ToRecord());
        edit(rows);
        using var file = new RecordFile(path);
        foreach (var row in rows) file.Add(row.GetSchema().Columns, row.GetValues());
        file.Commit();
    }
}
