using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Help;
using Xunit;

namespace MopsPS.Tests.Duplicates;

public sealed class FindMopsDuplicateTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-duplicates").FullName;

    private static string Contacts => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "contacts-duplicates.csv");

    private static string Leads => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "new-leads.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheExampleGivesItsDuplicatesAndNoneOfItsTraps()
    {
        var groups = Groups($"Find-MopsDuplicate '{Contacts}'");
        Assert.Equal(["C-1001 C-1002 C-1003", "C-1006 C-1008", "C-1009 C-1010", "C-1011 C-1013", "C-1016 C-1017", "C-1020 C-1021"], groups.Where(group => group.Band == "Match").Select(group => group.Ids));
        // Two of a common name at two firms are worth a look at the most.
        Assert.All(groups.Where(group => group.Band != "Match"), group => Assert.Equal("C-1018 C-1019", group.Ids));
        Assert.Equal(Enumerable.Range(1, groups.Length), groups.Select(group => group.Number));
        Assert.All(groups, group => Assert.Equal(group.Survivor, Assert.Single(group.Members, member => member.IsSurvivor)));
        Assert.All(groups, group => Assert.Equal(12, group.Members[0].Columns));
        Assert.All(groups, group => Assert.Equal("Contact", group.Survivor.ObjectType));
    }

    [Fact]
    public void PathPipelineObjectsGzipAndWorkbookGiveTheSame()
    {
        var expected = Groups($"Find-MopsDuplicate '{Contacts}'").Select(group => group.Whole).ToArray();
        Assert.Equal(expected, Groups($"Import-MopsExport '{Contacts}' | Find-MopsDuplicate").Select(group => group.Whole));
        Assert.Equal(expected, Groups($"[System.IO.FileInfo]::new('{Contacts}') | Find-MopsDuplicate").Select(group => group.Whole));
        var objects = File.ReadAllLines(Contacts).Length - 1;
        Assert.Equal(expected, Groups($"Import-MopsExport '{Contacts}' | ForEach-Object {{ $o = [pscustomobject]@{{}}; foreach ($p in $_.PSObject.Properties) {{ $o.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new($p.Name, $p.Value)) }}; $o }} | Find-MopsDuplicate").Select(group => group.Whole));
        Assert.Equal(28, objects);

        var zipped = Path.Combine(_folder, "contacts.csv.gz");
        using (var target = new GZipStream(File.Create(zipped), CompressionLevel.Fastest)) target.Write(File.ReadAllBytes(Contacts));
        Assert.Equal(expected, Groups($"Find-MopsDuplicate '{zipped}'").Select(group => group.Whole));
        var workbook = Path.Combine(_folder, "contacts.xlsx");
        module.Run($"Import-MopsExport '{Contacts}' | Export-MopsRecord '{workbook}'");
        Assert.Equal(expected.Select(text => text.Split('|')[0]), Groups($"Find-MopsDuplicate '{workbook}'").Select(group => group.Whole.Split('|')[0]));
    }

    [Fact]
    public void EvidenceAddsUpAndStartsWithThePrior()
    {
        var pairs = Pairs($"Find-MopsDuplicate '{Contacts}' -Pair -Explain");
        Assert.NotEmpty(pairs);
        Assert.Equal(pairs.OrderByDescending(pair => pair.Weight).Select(pair => pair.Weight), pairs.Select(pair => pair.Weight));
        Assert.All(pairs, pair =>
        {
            Assert.Equal("Prior", pair.Evidence[0].Field);
            Assert.Equal(pair.Weight, pair.Evidence.Sum(step => step.Weight), 1);
            Assert.Equal(pair.Weight, pair.Evidence[^1].Total, 1);
            Assert.Contains("Email", pair.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("@", pair.Reason, StringComparison.Ordinal);
        });
        Assert.All(Pairs($"Find-MopsDuplicate '{Contacts}' -Pair"), pair => Assert.Empty(pair.Evidence));
    }

    [Fact]
    public void AgainstGivesOnlyGroupsWithANewRecordAndKnownOnesSurvive()
    {
        foreach (var against in new[] { $"'{Contacts}'", $"(Import-MopsExport '{Contacts}')" })
        {
            var groups = Groups($"Find-MopsDuplicate '{Leads}' -Against {against}");
            Assert.Contains(groups, group => group.Ids.StartsWith("L-4 L-5", StringComparison.Ordinal));
            Assert.Contains(groups, group => group.Ids.StartsWith("L-1 C-1001", StringComparison.Ordinal));
            Assert.All(groups, group => Assert.Contains(group.Members, member => !member.IsKnown));
            Assert.All(groups.Where(group => group.Members.Any(member => member.IsKnown)), group => Assert.True(group.Survivor.IsKnown));
            Assert.All(groups.SelectMany(group => group.Members), member => Assert.Equal(member.IsKnown ? "Contact" : "Lead", member.ObjectType));
        }

        var summary = Assert.Single(Summaries($"Find-MopsDuplicate '{Leads}' -Against '{Contacts}' -Summary"));
        Assert.Equal(33, summary.Records);
        Assert.Equal(28, summary.Known);
        Assert.Equal(5, summary.Denominator);
    }

    [Fact]
    public void AModelIsSavedWithoutValuesReusedAndChecked()
    {
        var model = Path.Combine(_folder, "m.json");
        var learnt = Groups($"Find-MopsDuplicate '{Contacts}' -SaveModel '{model}'").Select(group => group.Whole).ToArray();
        var text = File.ReadAllText(model);
        foreach (var word in new[] { "ashdown", "northgate", "leeds", "C-1001" }) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(learnt, Groups($"Find-MopsDuplicate '{Contacts}' -Model '{model}'").Select(group => group.Whole));
        Assert.Equal("File", Summaries($"Find-MopsDuplicate '{Contacts}' -Model '{model}' -Summary").Single().Model);
        Assert.Equal("Learned", Summaries($"Find-MopsDuplicate '{Leads}' -ExactField 'Lead Source' -Model '{model}' -Summary -WarningAction SilentlyContinue").Single().Model);

        File.WriteAllText(model, text.Replace("\"version\": 1", "\"version\": 99", StringComparison.Ordinal));
        Error($"Find-MopsDuplicate '{Contacts}' -Model '{model}'", "MopsModelVersion", ErrorCategory.InvalidData);
        File.WriteAllText(model, text.Substring(0, text.Length / 2));
        Error($"Find-MopsDuplicate '{Contacts}' -Model '{model}'", "MopsModelInvalid", ErrorCategory.InvalidData);
        Error($"Find-MopsDuplicate '{Contacts}' -Model '{_folder}/none.json'", "MopsPathNotFound", ErrorCategory.ObjectNotFound);
        Error($"Find-MopsDuplicate '{Contacts}' -SaveModel '{_folder}/none/m.json'", "MopsFolderNotFound", ErrorCategory.ObjectNotFound);
        module.Run($"Find-MopsDuplicate '{Contacts}' -SaveModel '{_folder}/w.json' -WhatIf");
        Assert.False(File.Exists(Path.Combine(_folder, "w.json")));
    }

    [Fact]
    public void NothingToCompareIsAnError()
    {
        Error("[pscustomobject]@{ Owner = 'Sam'; Status = 'Open' } | Find-MopsDuplicate", "MopsNoMatchField", ErrorCategory.InvalidData);
        Error("@() | Find-MopsDuplicate", "MopsNoRecords", ErrorCategory.InvalidData);
        Error($"Find-MopsDuplicate '{Contacts}' -Field Nope", "MopsFieldNotFound", ErrorCategory.ObjectNotFound);
        Error($"Find-MopsDuplicate '{Contacts}' -RollUp Account -Pair", "MopsParameterConflict", ErrorCategory.InvalidArgument);
        Error($"Find-MopsDuplicate '{Leads}' -RollUp Household -IgnoreField 'Last Name'", "MopsNoMatchField", ErrorCategory.InvalidData);
        var empty = Path.Combine(_folder, "empty.csv");
        File.WriteAllText(empty, "Email,First Name\n");
        Error($"Find-MopsDuplicate '{empty}'", "MopsNoRecords", ErrorCategory.InvalidData);
    }

    [Fact]
    public void FieldsAreChosenExcludedAndReported()
    {
        var summary = Summaries($"Find-MopsDuplicate '{Contacts}' -Field Email, 'Last Name' -Summary").Single();
        Assert.Equal(["LastName", "Email"], summary.Fields.Select(field => field.Name));
        summary = Summaries($"Find-MopsDuplicate '{Contacts}' -IgnoreField Email, Note -Summary").Single();
        Assert.DoesNotContain(summary.Fields, field => field.Name is "Email" or "Note");
        Assert.All(summary.Fields, field => Assert.NotEmpty(field.Reason));
        Assert.Contains(summary.Fields, field => field.Kind == "PostalCode" && field.IsUsed);
        Assert.Contains(summary.Fields, field => field.Name == "Contact ID" && !field.IsUsed);
    }

    [Fact]
    public void RollUpsAreTheirOwnResults()
    {
        var accounts = RollUps($"Find-MopsDuplicate '{Contacts}' -RollUp Account");
        Assert.Equal(5, accounts.Single(account => account.Name == "northgate.example").Count);
        var home = Assert.Single(RollUps($"Find-MopsDuplicate '{Contacts}' -RollUp Household"));
        Assert.Equal(["C-1006", "C-1007", "C-1008"], home.Members.Select(member => member.Id));
        Assert.Equal("Berlin", home.Name);
    }

    [Fact]
    public void ALargerThresholdGivesNoMoreAndReviewGroupsHaveTheirBand()
    {
        var sure = Groups($"Find-MopsDuplicate '{Contacts}' -Threshold 0.9999 -ReviewThreshold 0.05");
        Assert.Contains(sure, group => group.Band == "Review");
        Assert.All(sure, group => Assert.Equal(group.Band == "Match", group.Score >= .9999));
        var members = sure.SelectMany(group => group.Members).Select(member => member.Ordinal).ToArray();
        Assert.Equal(members.Length, members.Distinct().Count());
    }

    [Fact]
    public void TheReportShowsChartsAndNoValues()
    {
        var report = Path.Combine(_folder, "r.html");
        module.Run($"Find-MopsDuplicate '{Contacts}' -Explain -IncludeSummary | Export-MopsReport '{report}'");
        var page = File.ReadAllText(report);
        Assert.Contains("Scores of the pairs", page, StringComparison.Ordinal);
        Assert.Contains("Least sure", page, StringComparison.Ordinal);
        foreach (var value in new[] { "ashdown", "okafor", "2079460101", "Mill Lane" }) Assert.DoesNotContain(value, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheExampleScriptRuns()
    {
        Assert.Empty(ExampleFolder.Run("./find-duplicates.ps1 -OutputPath ./d.html"));
    }

    private FoundGroup[] Groups(string script) => Results<FoundGroup>(script, "MopsPS.DuplicateGroup", FoundGroup.Of);

    private FoundPair[] Pairs(string script) => Results<FoundPair>(script, "MopsPS.DuplicatePair", FoundPair.Of);

    private FoundSummary[] Summaries(string script) => Results<FoundSummary>(script, "MopsPS.DuplicateSummary", FoundSummary.Of);

    private FoundRollUp[] RollUps(string script) => Results<FoundRollUp>(script, "MopsPS.RecordRollUp", FoundRollUp.Of);

    private T[] Results<T>(string script, string type, Func<dynamic, T> read) => [.. module.Run(script).Select(result =>
    {
        Assert.Equal(type, result.BaseObject.GetType().FullName);
        return (T)read(result.BaseObject);
    })];

    private void Error(string script, string id, ErrorCategory category)
    {
        Assert.Empty(module.Run(script, out var errors));
        var error = Assert.Single(errors, error => error.FullyQualifiedErrorId.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal($"{id},MopsPS.Duplicates.FindMopsDuplicateCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }
}
