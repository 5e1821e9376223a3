using System;
using System.Globalization;
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
        var lines = Lines($"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.3, 0.5, 0.99", "Threshold", "Records", "Unjudged", "Absent", "TruePairs");
        Assert.Equal(["0.3 28 0 0 8", "0.5 28 0 0 8", "0.99 28 0 0 8"], lines);
        Assert.Equal(["1 1 1 1 6 0 0"], Lines($"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}'", "Precision", "Recall", "F1", "BCubedF1", "ExactGroups", "MergedGroups", "SplitGroups"));
    }

    [Fact]
    public void AReportShowsAccuracyRatesAndMergePlansWithoutValues()
    {
        var report = Path.Combine(_folder, "duplicates.json");
        module.Run($"(Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.3, 0.99 -Explain), (Measure-MopsDuplicate '{Contacts}'), (Find-MopsDuplicate '{Contacts}' | New-MopsMergePlan) | ForEach-Object {{ $_ }} | Export-MopsReport '{report}'");
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(report));
        var sections = json.RootElement.GetProperty("sections").EnumerateArray().ToDictionary(section => section.GetProperty("title").GetString()!, section => section.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("title").GetString()!).ToArray());
        Assert.Equal(["Accuracy by threshold", "Accuracy"], sections["Accuracy of duplicates"].Take(2));
        Assert.Equal("Records", sections["Duplicate rate"][0]);
        Assert.Equal(["Groups", "Changes of the surviving records"], sections["Merge plan"]);
        Assert.DoesNotContain("@", File.ReadAllText(report), StringComparison.Ordinal);
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
        Assert.All(ways, way => Assert.Equal(["8 8 8 1 0"], Lines(way, "FoundPairs", "TruePairs", "CorrectPairs", "BCubedF1", "SplitGroups")));
    }

    [Fact]
    public void TwoSearchesAreCompared()
    {
        string[] counts = ["FalsePairs", "MissingPairs", "MergedGroups", "SplitGroups"];
        Assert.Equal(["0 0 0 0"], Lines($"Measure-MopsDuplicate '{Contacts}' -Truth @(Find-MopsDuplicate '{Contacts}')", counts));
        var narrow = Assert.Single(Lines($"Measure-MopsDuplicate '{Contacts}' -Field Phone -Truth @(Find-MopsDuplicate '{Contacts}')", counts)).Split(' ').Select(int.Parse).ToArray();
        Assert.NotEqual(0, narrow[0] + narrow[1]);
        Assert.NotEqual(0, narrow[2] + narrow[3]);
    }

    [Fact]
    public void EvidenceHoldsValuesOnlyWhereTheyAreAskedFor()
    {
        var errors = $"Measure-MopsDuplicate '{Contacts}' -Truth '{Truth}' -Threshold 0.9999";
        Assert.NotEmpty(Lines($"({errors}).Errors", "Kind"));
        Assert.All(Lines($"({errors}).Errors | ForEach-Object Evidence", "Left"), left => Assert.Equal("", left));
        Assert.Single(Lines($"({errors} -MaxErrorCount 1 -Explain).Errors", "Kind"));
        Assert.Contains(Lines($"({errors} -MaxErrorCount 1 -Explain).Errors | ForEach-Object Evidence", "Left"), left => left.Length > 0);
    }

    [Fact]
    public void RatesAreCountedByMonthAndOfNewRecords()
    {
        var rate = $"Measure-MopsDuplicate '{Contacts}' -Since 2026-01-01 -Policy @{{ kpiTargets = @{{ NewDuplicateRate = 50 }} }}";
        // By hand: C-1003, C-1010, C-1013, C-1017 and C-1021 were created in 2026, all of them again.
        Assert.Equal(["28 7 0 0 5 5"], Lines(rate, "Records", "Duplicates", "UnreadDates", "Undated", "New", "NewDuplicates"));
        Assert.Contains("2025-06 1 1 1", Lines($"({rate}).ByMonth", "Name", "Records", "Duplicates", "OfOlder"));
        Assert.Contains("NewDuplicateRate 100 50", Lines($"({rate}).Kpis", "Id", "Value", "Target"));
        var leads = $"Measure-MopsDuplicate '{Leads}' -Against '{Contacts}'";
        var counts = Assert.Single(Lines(leads, "Known", "Duplicates", "NewDuplicates")).Split(' ').Select(int.Parse).ToArray();
        Assert.Equal(28, counts[0]);
        Assert.NotEqual(0, counts[2]);
        Assert.Equal(counts[1], Lines($"({leads}).BySource", "Duplicates").Sum(int.Parse));
    }

    [Fact]
    public void QuestionsAreAnsweredInAFileAndTeachAModel()
    {
        string questions = Path.Combine(_folder, "q.csv"), model = Path.Combine(_folder, "m.json");
        module.Run($"Measure-MopsDuplicate '{Contacts}' -Suggest -MaxCount 3 | ForEach-Object {{ $_.Same = 'no'; $_ }} | Export-MopsRecord '{questions}'");
        Assert.Equal(4, File.ReadAllLines(questions).Length);
        Assert.Equal([$"3 0 0 0 10 {model}"], Lines($"Measure-MopsDuplicate '{Contacts}' -Reviewed '{questions}' -SaveModel '{model}'", "Answers", "Same", "Open", "Unknown", "Weight", "Model"));
        Assert.Equal(["File"], Lines($"Find-MopsDuplicate '{Contacts}' -Model '{model}' -Summary", "Model"));
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

    private string[] Lines(string script, params string[] properties) =>
        [.. module.Run(script).Select(item => string.Join(" ", properties.Select(name => Convert.ToString(item.Properties[name].Value, CultureInfo.InvariantCulture))))];

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
