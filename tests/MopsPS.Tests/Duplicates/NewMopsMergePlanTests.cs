using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Help;
using Xunit;

namespace MopsPS.Tests.Duplicates;

public sealed class NewMopsMergePlanTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void AGroupBecomesAProposalWithoutPersonalDataInItsText()
    {
        var proposal = Assert.Single(module.Run($"& {{ {Group("1", "2")} }} | New-MopsMergePlan"));
        Assert.Equal("Group 1: 2 records into 2 (contacts.csv, row 2, line 3), 1 change", proposal.ToString());
    }

    [Fact]
    public void PlanReviewAndImportFilesGoRound()
    {
        var plan = Path.Combine(_folder, "plan.csv");
        var files = module.Run($"& {{ {Group("1", "2")} }} | New-MopsMergePlan '{plan}'");
        Assert.Equal(["plan.csv", "plan.rollback.jsonl"], files.Select(file => (string)file.Properties["Name"].Value));
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("1,0,Result,", "1,0,Result,Merge", StringComparison.Ordinal));
        files = module.Run($"New-MopsMergePlan -Reviewed '{plan}' -Target Marketo -Destination '{_folder}/out'");
        Assert.Equal(["marketo-contact-merge.csv", "marketo-contact-rollback.csv", "marketo-contact-update.csv"], files.Select(file => (string)file.Properties["Name"].Value));
        Assert.Equal("id,phone\r\n2,+49 30 901820\r\n", File.ReadAllText(Path.Combine(_folder, "out", "marketo-contact-update.csv")));
    }

    [Fact]
    public void WhatIfWritesNothing()
    {
        module.Run($"& {{ {Group("1", "2")} }} | New-MopsMergePlan '{_folder}/plan.csv' -WhatIf");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void ARefusedGroupThatWasApprovedIsAnErrorAndNothingIsWritten()
    {
        var plan = Path.Combine(_folder, "plan.csv");
        module.Run($"& {{ {Group("1", "1")} }} | New-MopsMergePlan '{plan}' -WarningAction SilentlyContinue");
        File.WriteAllText(plan, File.ReadAllText(plan).Replace("1,0,Result,", "1,0,Result,Merge", StringComparison.Ordinal));
        module.Run($"New-MopsMergePlan -Reviewed '{plan}' -Target HubSpot -Destination '{_folder}/out'", out var errors);
        Assert.Equal(["MopsMergeRefused,MopsPS.Duplicates.NewMopsMergePlanCommand", "MopsMergeNothingApproved,MopsPS.Duplicates.NewMopsMergePlanCommand"], errors.Select(error => error.FullyQualifiedErrorId));
        Assert.Equal(1, errors[0].TargetObject);
        Assert.Equal(ErrorCategory.InvalidOperation, errors[0].CategoryInfo.Category);
        Assert.DoesNotContain("acme", string.Concat(errors.Select(error => error.ToString())), StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Fact]
    public void MissingInputIsAnErrorWithAnId()
    {
        module.Run("@() | New-MopsMergePlan", out var errors);
        Assert.StartsWith("MopsMergeNoGroup,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        module.Run($"New-MopsMergePlan -Reviewed '{_folder}/none.csv' -Target HubSpot -Destination '{_folder}'", out errors);
        Assert.StartsWith("MopsPathNotFound,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        module.Run($"& {{ {Group("1", "2")} }} | New-MopsMergePlan '{_folder}/plan.doc'", out errors);
        Assert.StartsWith("MopsArgumentInvalid,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExampleScriptRunsFromAnyFolder() =>
        Assert.Empty(ExampleFolder.Run("$scripts = \"$PWD\"; $null = [System.IO.Directory]::CreateDirectory(\"$scripts/elsewhere\"); $null = $ExecutionContext.SessionState.Path.SetLocation(\"$scripts/elsewhere\"); & \"$scripts/merge-contacts.ps1\""));

    // The types live in the engine's own context: a script makes them.
    private static string Group(string first, string second) => $$"""
        $schema = [MopsPS.RecordSchema]::new([string[]]('Id', 'Email', 'Phone', 'Title', 'City'), 'contacts.csv')
        $a = [MopsPS.DuplicateMember]::new([MopsPS.MopsRecord]::new($schema, [string[]]('{{first}}', 'ada@acme.com', '+49 30 901820', '', ''), 1, 2), 1)
        $b = [MopsPS.DuplicateMember]::new([MopsPS.MopsRecord]::new($schema, [string[]]('{{second}}', 'ada@acme.com', '', 'CEO', 'Bonn'), 2, 3), 2)
        $a.Id = '{{first}}'; $b.Id = '{{second}}'; $a.ObjectType = $b.ObjectType = 'Contact'
        [MopsPS.DuplicateGroup]::new(1, [MopsPS.DuplicateMember[]]($a, $b), 0.99, $a, 'test')
        """;
}
