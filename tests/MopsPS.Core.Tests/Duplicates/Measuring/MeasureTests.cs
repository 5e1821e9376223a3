using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Matching;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates.Measuring;

public sealed class MeasureTests
{
    [Fact]
    public void BCubedOfTheWorkedExample()
    {
        // Bagga and Baldwin's first answer: of twelve entities the groups of five and two-with-five are right but for the joint one.
        int[] truth = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3];
        int[] found = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2];
        var cubed = BCubedMeasure.Of(found, truth);
        Assert.Equal(16.0 / 21, cubed.Precision, 12);
        Assert.Equal(1, cubed.Recall, 12);
    }

    [Fact]
    public void MeasuresAgreeWithCountingByHand() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).List[0, 40].Sample(rows =>
        {
            int[] found = [.. rows.Select(row => row.Item1)], truth = [.. rows.Select(row => row.Item2)];
            var cubed = BCubedMeasure.Of(found, truth);
            var all = Enumerable.Range(0, rows.Count).ToArray();
            double Share(int[] of, int[] other) => rows.Count == 0 ? 1 : all.Average(i => (double)all.Count(j => of[j] == of[i] && other[j] == other[i]) / all.Count(j => of[j] == of[i]));
            Assert.Equal(Share(found, truth), cubed.Precision, 9);
            Assert.Equal(Share(truth, found), cubed.Recall, 9);
            var overlap = ClusterOverlap.Of(found, truth);
            Assert.Equal(found.Distinct().Count(g => all.Where(i => found[i] == g).Select(i => truth[i]).Distinct().Count() > 1), overlap.Merged);
            Assert.Equal(truth.Distinct().Count(g => all.Where(i => truth[i] == g).Select(i => found[i]).Distinct().Count() > 1), overlap.Split);
        });

    [Fact]
    public void WrongPairsAreListedCappedAndCounted()
    {
        var truth = new DuplicateTruth();
        foreach (var (key, cluster) in new[] { ("a", "1"), ("b", "1"), ("c", "2"), ("d", "2"), ("e", "3") }) truth.Add(key, cluster);
        var measurer = new TruthMeasurer(truth, ["a", "b", "c", "d", "e", "x", null], isWholeInput: true);
        var measure = measurer.Measure([0, -1, 0, 0, -1, 0, -1], .5, mostErrors: 1, (left, right) => left == 0 && right == 3 ? .9 : .6);
        Assert.Equal((5, 2, 0), (measure.Records, measure.Unjudged, measure.Absent));
        Assert.Equal((3, 2, 1), (measure.FoundPairs, measure.TruePairs, measure.CorrectPairs));
        Assert.Equal((2, 1), (measure.FalsePairs, measure.MissingPairs));
        Assert.Equal(["False: a ~ d (0.900)", "Missing: a ~ b (0.600)"], measure.Errors.Select(error => error.ToString()));
        Assert.Equal("At 0.5: precision 0.333, recall 0.500, F1 0.400", measure.ToString());
    }

    [Fact]
    public void ARunIsMeasuredAtAnyThresholdAsTheEngineGroupsIt()
    {
        var people = LabelledPeople.Make(200, 6);
        var run = people.Run();
        var truth = new DuplicateTruth();
        for (var row = 0; row < people.Rows.Count; row++) truth.Add(people.Rows[row][0]!, people.Persons[row].ToString(System.Globalization.CultureInfo.InvariantCulture));
        var measures = RunMeasurer.Measure(run, truth, null, [.2, .5, .95], 5, withValues: false)!;
        Assert.Equal(people.Measure(run).F1, measures[1].F1, 12);
        Assert.True(measures[0].Recall >= measures[2].Recall && measures[0].Precision <= measures[2].Precision);
        Assert.All(measures.SelectMany(measure => measure.Errors), error => Assert.NotEmpty(error.Evidence));
        Assert.All(measures.SelectMany(measure => measure.Errors).SelectMany(error => error.Evidence), step => Assert.Null(step.Left));
        Assert.Null(RunMeasurer.Measure(run, Truth("id,cluster\nnobody,1\n"), null, [.5], 5, false));
    }

    [Fact]
    public void AReviewedPlanJudgesItsGroupsOnly()
    {
        var problems = new List<string>();
        var truth = Truth(
            """
            Merge Group,Merge Item,Merge Role,Merge Decision,Merge Record Id,Name
            1,0,Result,Merge,,x
            1,1,Master,,a,x
            1,2,Duplicate,,b,x
            1,3,Duplicate,Keep apart,c,x
            2,0,Result,keep-apart,,x
            2,4,Master,,d,x
            2,5,Duplicate,,e,x
            3,0,Result,,,x
            3,6,Master,,f,x
            3,7,Duplicate,,g,x
            4,0,Result,perhaps,,x
            4,8,Master,,h,x
            """,
            problems);
        Assert.False(truth.IsWhole);
        Assert.Equal(["a", "b", "c", "d", "e"], truth.Keys);
        Assert.Contains("expected Merge", Assert.Single(problems), StringComparison.Ordinal);
        // All in one group: a-b is right, a-c, b-c and d-e are wrong, and across the plan's groups nothing is judged.
        var measure = new TruthMeasurer(truth, ["a", "b", "c", "d", "e", "f"], true).Measure([0, 0, 0, 0, 0, 0]);
        Assert.Equal((4, 1, 1), (measure.FoundPairs, measure.TruePairs, measure.CorrectPairs));
        Assert.Equal(1, measure.Unjudged);
    }

    [Fact]
    public void ATruthSaysWhatIsWrongWithIt()
    {
        var problems = new List<string>();
        Assert.Equal(["1", "2"], Truth("Key,Person ID\n1,a\n,b\n2,\n1,c\n", problems).Keys);
        Assert.Equal(2, problems.Count);
        Assert.Throws<InvalidDataException>(() => Truth("a,b,c\n1,2,3\n"));
        Assert.Throws<InvalidDataException>(() => Truth("id,cluster\n"));
    }

    [Fact]
    public void RatesCountTheLaterRecordsBySourceAndMonth()
    {
        var people = LabelledPeople.Make(150, 8);
        var run = people.Run();
        var rate = RateMeter.Measure(run, new MopsPolicy(), new DateParser(), since: new DateTime(2026, 6, 1));
        var groups = run.Groups().Select(group => group.Rows.OrderBy(row => people.Rows[row][8], StringComparer.Ordinal).ThenBy(row => row).ToArray()).ToArray();
        var later = groups.SelectMany(group => group.Skip(1)).ToArray();
        Assert.Equal(later.Length, rate.Duplicates);
        Assert.NotEqual(0, rate.Duplicates);
        foreach (var source in rate.BySource) Assert.Equal(later.Count(row => people.Rows[row][7] == source.Name), source.Duplicates);
        foreach (var month in rate.ByMonth) Assert.Equal(later.Count(row => people.Rows[row][8]!.StartsWith(month.Name!, StringComparison.Ordinal)), month.Duplicates);
        Assert.Equal(people.Rows.Count, rate.ByMonth.Sum(month => month.Records));
        bool IsNew(int row) => string.CompareOrdinal(people.Rows[row][8], "2026-06-01") >= 0;
        Assert.Equal(Enumerable.Range(0, people.Rows.Count).Count(IsNew), rate.New);
        Assert.Equal(groups.Where(group => !group.All(IsNew)).Sum(group => group.Count(IsNew)), rate.NewDuplicates);
        Assert.Equal(["DuplicateRate", "NewDuplicateRate"], rate.Kpis.Where(kpi => kpi.Segment is null && kpi.Period is null).Select(kpi => kpi.Id));
        Assert.Equal(100.0 * rate.Duplicates / rate.Records, rate.Kpis[0].Value!.Value, 9);
    }

    private static DuplicateTruth Truth(string csv, List<string>? problems = null)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, csv);
            using var reader = ExportReader.Open(file, new ImportOptions());
            return TruthReader.Read(reader, null, null, problem => problems?.Add(problem));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
