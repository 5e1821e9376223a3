using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Help;
using Xunit;

namespace MopsPS.Tests.Duplicates;

public sealed class MeasureMopsDuplicateTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-measure").FullName;

    private static string Contacts => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "contacts-duplicates.csv");

    private static string Leads => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "new-leads.csv");

    private static string Truth => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "contacts-truth.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheExampleIsMeasuredAtEachThreshold()
    {
        var measures = Results<DuplicateMeasure>($"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.3, 0.5, 0.99");
        Assert.Equal([.3, .5, .99], measures.Select(measure => measure.Threshold!.Value));
        Assert.All(measures, measure => Assert.Equal((28, 0, 0, 8), (measure.Records, measure.Unjudged, measure.Absent, measure.TruePairs)));
        Assert.Equal((1.0, 1.0, 6), (measures[1].Precision, measures[1].Recall, measures[1].ExactGroups));
        Assert.True(measures[0].Recall >= measures[2].Recall);
    }

    [Fact]
    public void PathPipelineAndFoundGroupsGiveTheSame()
    {
        string[] ways =
        [
            $"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}'",
            $"Import-MopsExport '{Contacts}' | Measure-MopsDuplicate -Truth '{Truth}'",
            $"Find-MopsDuplicate '{Contacts}' -IncludeSummary | Measure-MopsDuplicate -Truth '{Truth}'",
            $"Find-MopsDuplicate '{Contacts}' -Pair | Measure-MopsDuplicate -Truth '{Truth}' -Threshold 0.5",
        ];
        var all = ways.Select(way => Assert.Single(Results<DuplicateMeasure>(way))).Select(measure => (measure.FoundPairs, measure.TruePairs, measure.CorrectPairs, measure.BCubedF1, measure.SplitGroups)).ToArray();
        Assert.All(all, measure => Assert.Equal(all[0], measure));
    }

    [Fact]
    public void TwoSearchesAreCompared()
    {
        var same = Assert.Single(Results<DuplicateMeasure>($"Measure-MopsDuplicate '{Contacts}' -Truth @(Find-MopsDuplicate '{Contacts}')"));
        Assert.Equal((0, 0, 0, 0), (same.FalsePairs, same.MissingPairs, same.MergedGroups, same.SplitGroups));
        var narrow = Assert.Single(Results<DuplicateMeasure>($"Measure-MopsDuplicate '{Contacts}' -Field Phone -Truth @(Find-MopsDuplicate '{Contacts}')"));
        Assert.NotEqual(0, narrow.FalsePairs + narrow.MissingPairs);
        Assert.NotEqual(0, narrow.MergedGroups + narrow.SplitGroups);
        Assert.NotEmpty(narrow.Errors);
    }

    [Fact]
    public void EvidenceHoldsValuesOnlyWhereTheyAreAskedFor()
    {
        var plain = Results<DuplicateMeasure>($"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.9999").SelectMany(measure => measure.Errors).ToArray();
        Assert.NotEmpty(plain);
        Assert.All(plain.SelectMany(error => error.Evidence), step => Assert.Null(step.Left));
        var explained = Results<DuplicateMeasure>($"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.9999 -Explain -MaxErrorCount 1").SelectMany(measure => measure.Errors);
        Assert.Contains(Assert.Single(explained).Evidence, step => step.Left is not null);
    }

    [Fact]
    public void RatesAreCountedByMonthAndOfNewRecords()
    {
        var rate = Assert.Single(Results<DuplicateRate>($"Measure-MopsDuplicate '{Contacts}' -Since 2026-01-01 -Policy @{{ kpiTargets = @{{ NewDuplicateRate = 50 }} }}"));
        Assert.Equal((28, 7, 0, 0), (rate.Records, rate.Duplicates, rate.UnreadDates, rate.Undated));
        // By hand: C-1003, C-1010, C-1013, C-1017 and C-1021 were created in 2026, all of them again.
        Assert.Equal((5, 5), (rate.New, rate.NewDuplicates));
        Assert.Equal(7, rate.ByMonth.Sum(month => month.Duplicates));
        Assert.Equal(1, rate.ByMonth.Single(month => month.Name == "2025-06").OfOlder);
        Assert.Equal(50, rate.Kpis.Single(kpi => kpi.Id == "NewDuplicateRate").Target);
        var leads = Assert.Single(Results<DuplicateRate>($"Measure-MopsDuplicate '{Leads}' -Against '{Contacts}'"));
        Assert.Equal(28, leads.Known);
        Assert.Equal(leads.Duplicates, leads.BySource.Sum(source => source.Duplicates));
        Assert.True(leads.NewDuplicates > 0);
    }

    [Fact]
    public void QuestionsAreAnsweredInAFileAndTeachAModel()
    {
        string questions = Path.Combine(_folder, "q.csv"), model = Path.Combine(_folder, "m.json");
        module.Run($"Measure-MopsDuplicate '{Contacts}' -Suggest -MaxCount 3 | ForEach-Object {{ $_.Same = 'no'; $_ }} | Export-MopsRecord '{questions}'");
        Assert.Equal(4, File.ReadAllLines(questions).Length);
        var lesson = Assert.Single(Results<DuplicateLesson>($"Measure-MopsDuplicate '{Contacts}' -Reviewed '{questions}' -SaveModel '{model}'"));
        Assert.Equal((3, 0, 0, 0), (lesson.Answers, lesson.Same, lesson.Open, lesson.Unknown));
        Assert.Equal(model, lesson.Model);
        Assert.Equal("File", module.Run($"(Find-MopsDuplicate '{Contacts}' -Model '{model}' -Summary).Model").Single().ToString());
        Assert.DoesNotContain("ashdown", File.ReadAllText(model), StringComparison.OrdinalIgnoreCase);
        module.Run($"Measure-MopsDuplicate '{Contacts}' -Reviewed '{questions}' -SaveModel '{model}.none' -WhatIf");
        Assert.False(File.Exists(model + ".none"));
    }

    [Fact]
    public void EveryErrorHasItsIdCategoryAndTarget()
    {
        string other = Write("other.csv", "id,cluster\nnobody,1\n"), odd = Write("odd.csv", "Same,Left Key,Right Key\nmaybe,k1,k2\nyes,k1,k2\n");
        Check($"Measure-MopsDuplicate '{Contacts}' -Truth '{other}'", "MopsTruthNoRecord", ErrorCategory.InvalidData);
        Check($"Measure-MopsDuplicate '{Contacts}' -Truth ./none.csv", "MopsPathNotFound", ErrorCategory.ObjectNotFound);
        Check($"Measure-MopsDuplicate '{Contacts}' -Truth '{Contacts}'", "MopsDataInvalid", ErrorCategory.InvalidData);
        Check($"Find-MopsDuplicate '{Contacts}' | Measure-MopsDuplicate", "MopsParameterConflict", ErrorCategory.InvalidArgument);
        Check($"Measure-MopsDuplicate '{Contacts}' -Suggest -Truth '{Truth}'", "MopsParameterConflict", ErrorCategory.InvalidArgument);
        Check($"Measure-MopsDuplicate '{Contacts}' -Threshold 0.3, 0.5", "MopsParameterConflict", ErrorCategory.InvalidArgument);
        Check($"Measure-MopsDuplicate '{Contacts}' -TimeZone Nowhere", "MopsTimeZoneUnknown", ErrorCategory.InvalidArgument);
        Check("@() | Measure-MopsDuplicate", "MopsNoRecords", ErrorCategory.InvalidData);
        module.Run($"Measure-MopsDuplicate '{Contacts}' -Reviewed '{odd}'", out var errors);
        Assert.Equal(["MopsAnswerInvalid", "MopsAnswerUnknown"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void TheExampleScriptRuns() => Assert.Empty(ExampleFolder.Run("./measure-duplicates.ps1 -Questions ./q.csv"));

    private T[] Results<T>(string script) => [.. module.Run(script).Select(item => Assert.IsType<T>(item.BaseObject))];

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private void Check(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal(id + ",MopsPS.Duplicates.MeasureMopsDuplicateCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }
}
