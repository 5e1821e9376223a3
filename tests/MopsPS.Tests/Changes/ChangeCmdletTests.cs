using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Help;
using Xunit;

namespace MopsPS.Tests.Changes;

public sealed class ChangeCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private static readonly string Examples = Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private readonly string _folder = Directory.CreateTempSubdirectory("mops-changes-").FullName;

    private string Log => Path.Combine(_folder, "changes.jsonl");

    public void Dispose()
    {
        module.Run("$null = $ExecutionContext.SessionState.Path.SetLocation('/')");
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void EntriesComeBackByAnyFilter()
    {
        module.Run($"Add-MopsChange '{Log}' 'one' -Category Routing -Ticket A-1 -Author Ada -Target leads.csv -Policy default");
        module.Run($"Add-MopsChange '{Log}' 'two' -Category Links -Ticket A-2 -Author Ben -Approver Ada -Policy default");
        module.Run($"[pscustomobject]@{{ Summary = 'three'; Category = 'Routing'; Author = 'Ben' }} | Add-MopsChange '{Log}' -Policy default");
        Assert.Equal(["one", "two", "three"], Summaries(""));
        Assert.Equal(["one", "three"], Summaries("-Category rout*"));
        Assert.Equal(["two"], Summaries("-Ticket A-2"));
        Assert.Equal(["two", "three"], Summaries("-Author Ben"));
        Assert.Equal(["two"], Summaries("-Approver A*"));
        Assert.Equal(["one"], Summaries("-Target *.csv"));
        Assert.Equal(["three"], Summaries("-Last 1"));
        Assert.Equal(["three"], Summaries("-Category Routing -Last 1"));
        Assert.Equal(3, Summaries("-Since 2026-01-01").Length);
        Assert.Empty(Summaries("-Until 2026-01-01"));
    }

    [Fact]
    public void TamperingIsAnErrorAndTheEntriesStillComeOut()
    {
        for (var i = 1; i <= 3; i++) module.Run($"Add-MopsChange '{Log}' 'change {i}' -Policy default");
        File.WriteAllText(Log, File.ReadAllText(Log).Replace("change 2", "chance 2", StringComparison.Ordinal));
        var entries = module.Run($"Get-MopsChange '{Log}' -Policy default", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal("MopsChangeLogBroken,MopsPS.Changes.GetMopsChangeCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal("CHG001", new PSObject(error.TargetObject).Properties["RuleId"].Value);
        Assert.Equal([true, false, true], entries.Select(entry => (bool)entry.Properties["IsIntact"].Value));
        module.Run($"Get-MopsChange '{Log}' -Summary -Policy default | Assert-MopsResult", out errors);
        Assert.StartsWith("MopsGateFailed,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePolicyAsksForTicketAndApproverBeforeAnythingIsWritten()
    {
        const string policy = "@{ changes = @{ requireTicket = @('*'); requireApprover = @('Records'); ticketPattern = 'OPS-[0-9]+' } }";
        module.Run($"Add-MopsChange '{Log}' 'x' -Policy {policy}", out var errors);
        Assert.Equal("MopsChangeNotAllowed,MopsPS.Changes.AddMopsChangeCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.False(File.Exists(Log));
        module.Run($"Add-MopsChange '{Log}' 'x' -Ticket 'OPS-1' -Policy {policy}");

        // The nearest policy holds for cmdlets that take none.
        File.WriteAllText(Path.Combine(_folder, "mops.policy.json"), "{ \"changes\": { \"requireTicket\": [\"Export-*\"] } }");
        module.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}'); 'a' | ForEach-Object {{ @{{ A = $_ }} }} | Export-MopsRecord ./out.csv -ChangeLog ./changes.jsonl", out errors);
        Assert.Equal("MopsChangeNotAllowed,MopsPS.Records.ExportMopsRecordCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.False(File.Exists(Path.Combine(_folder, "out.csv")));
    }

    [Theory]
    [InlineData("Import-MopsExport '{examples}/leads.csv' | Export-MopsRecord ./out.csv", "Records", "Wrote 40 records.", "out.csv")]
    [InlineData("Get-MopsRule | Export-MopsReport ./rules.md -Title Rules", "Reporting", "Wrote the report Rules.", "rules.md")]
    [InlineData("New-MopsPolicy ./team.json", "Policy", "Wrote a starter policy on the preset default.", "team.json")]
    [InlineData("Find-MopsDuplicate '{examples}/contacts-duplicates.csv' | New-MopsMergePlan ./plan.csv", "Merge", null, "plan.csv")]
    [InlineData("Test-MopsAudience '{examples}/audience.csv' -OutputPath ./send.csv -AsOf 2026-11-25", "Audience", null, "send.csv")]
    [InlineData("New-MopsCampaign 'Spring' -Owner Ada -LaunchDate 2027-03-31", "Campaigns", "Made the folder of a campaign.", "spring", "spring/campaign.json")]
    [InlineData("Repair-MopsRecord '{examples}/messy-contacts.csv' -Culture en-US -OutputPath ./clean.csv -RollbackPath ./rollback.csv", "Hygiene", null, "clean.csv")]
    [InlineData("ConvertTo-MopsCampaignMember '{examples}/zoom-webinar.csv' -CampaignId 7015e000000AbCdAAK -Destination .", "Events", null, null)]
    [InlineData("Find-MopsDuplicate '{examples}/contacts-duplicates.csv' -SaveModel ./model.json", "Duplicates", "Saved a model of duplicates.", "model.json")]
    [InlineData("Test-MopsPolicy '{examples}/mops.policy.json' | Assert-MopsResult -OutFile ./gate.xml", "Reporting", "Wrote the log of a gate.", "gate.xml")]
    public void EveryCmdletThatWritesLogsWhatItWrote(string call, string category, string? summary, string? file, string? content = null)
    {
        call = call.Replace("{examples}", Examples, StringComparison.Ordinal);
        module.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}'); $null = {call} -ChangeLog ./changes.jsonl -Ticket OPS-3 -Approver Ada");
        var entry = Assert.Single(Entries());
        Assert.Equal([category, "OPS-3", "Ada", file ?? _folder, Environment.UserName], new[] { "Category", "Ticket", "Approver", "Target", "Author" }.Select(name => entry.Properties[name].Value));
        if (summary is not null) Assert.Equal(summary, entry.Properties["Summary"].Value);
        Assert.Equal(call.Split("| ")[^1].Split(' ')[0], entry.Properties["Command"].Value);
        var states = ((System.Collections.IEnumerable)entry.Properties["Files"].Value).Cast<object>().Select(state => new PSObject(state)).ToArray();
        Assert.NotEmpty(states);
        if (file is not null) Assert.Contains(states, state => (string)state.Properties["Path"].Value == (content ?? file));
        Assert.All(states, state =>
        {
            var written = Path.Combine(_folder, (string)state.Properties["Path"].Value);
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(written))), state.Properties["Hash"].Value);
            Assert.Equal(new FileInfo(written).Length, state.Properties["Length"].Value);
        });
    }

    /// <summary>What a cmdlet that writes is known by: it asks before it does, or it has a parameter that names a file to write.</summary>
    [Fact]
    public void EveryCmdletThatWritesTakesAChangeLog()
    {
        string[] files = ["OutputPath", "OutFile", "ChangePath", "SaveModel", "Destination", "PlanPath", "ExportPath"];
        // The first is the log; Test-MopsLink asks before it goes to the network and changes nothing.
        string[] ownLog = ["Add-MopsChange", "Test-MopsLink"];
        var writers = module.Run("Get-Command -Module MopsPS").Select(item => (CmdletInfo)item.BaseObject)
            .Where(cmdlet => cmdlet.Parameters.ContainsKey("WhatIf") || files.Any(cmdlet.Parameters.ContainsKey)).Where(cmdlet => !ownLog.Contains(cmdlet.Name)).ToArray();
        Assert.Superset(new HashSet<string> { "Export-MopsRecord", "Repair-MopsRecord", "Undo-MopsRepair", "ConvertTo-MopsCampaignMember", "Find-MopsDuplicate" }, new HashSet<string>(writers.Select(cmdlet => cmdlet.Name)));
        foreach (var name in new[] { "ChangeLog", "Ticket", "Approver" })
            Assert.Equal("", string.Join(", ", writers.Where(cmdlet => !cmdlet.Parameters.ContainsKey(name)).Select(cmdlet => cmdlet.Name)));
        Assert.Equal("", string.Join(", ", writers.Where(cmdlet => !cmdlet.Parameters.ContainsKey("WhatIf")).Select(cmdlet => cmdlet.Name)));
    }

    [Fact]
    public void WhatIfLogsNothing()
    {
        module.Run($"@{{ A = 1 }} | Export-MopsRecord '{_folder}/out.csv' -ChangeLog '{Log}' -WhatIf; Add-MopsChange '{Log}' 'x' -Policy default -WhatIf");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("@{ A = 1 } | Export-MopsRecord ./x.csv -Ticket OPS-1", "MopsChangeLogNotGiven,MopsPS.Records.ExportMopsRecordCommand", ErrorCategory.InvalidArgument)]
    [InlineData("@{ A = 1 } | Export-MopsRecord ./x.csv -ChangeLog ./none/changes.jsonl", "MopsFolderNotFound,MopsPS.Records.ExportMopsRecordCommand", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-MopsChange ./none.jsonl", "MopsPathNotFound,MopsPS.Changes.GetMopsChangeCommand", ErrorCategory.ObjectNotFound)]
    [InlineData("Add-MopsChange ./changes.jsonl x -File ./none.csv -Policy default", "MopsPathNotFound,MopsPS.Changes.AddMopsChangeCommand", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-MopsChange ./none.jsonl -ExpectedHead abc", "ParameterArgumentValidationError,MopsPS.Changes.GetMopsChangeCommand", ErrorCategory.InvalidData)]
    public void MistakesAreErrors(string call, string id, ErrorCategory category)
    {
        module.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder}'); {call}", out var errors);
        var error = Assert.Single(errors);
        Assert.Equal((id, category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void ABusyLogIsAnErrorAfterTheTimeout()
    {
        module.Run($"Add-MopsChange '{Log}' 'x' -Policy default");
        using var held = new FileStream(Log + ".head", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        module.Run($"Add-MopsChange '{Log}' 'x' -Policy default -Timeout 0.1", out var errors);
        Assert.Equal(("MopsChangeLogBusy,MopsPS.Changes.AddMopsChangeCommand", ErrorCategory.ResourceBusy), (Assert.Single(errors).FullyQualifiedErrorId, errors[0].CategoryInfo.Category));
    }

    [Fact]
    public void TicketsAndApproversAreCompleted()
    {
        var line = $"Get-MopsChange '{Examples}/changes.jsonl' -Ticket OPS-11";
        var results = module.Run($"[System.Management.Automation.CommandCompletion]::CompleteInput('{line.Replace("'", "''", StringComparison.Ordinal)}', {line.Length}, $null).CompletionMatches")
            .Select(match => (CompletionResult)match.BaseObject).ToArray();
        Assert.Equal(["OPS-118", "OPS-112", "OPS-117"], results.Select(result => result.CompletionText));
        Assert.StartsWith("last: ", results[0].ToolTip, StringComparison.Ordinal);
    }

    [Fact]
    public void ReleaseNotesAreMadeOfTheEntries()
    {
        module.Run($"Get-MopsChange '{Examples}/changes.jsonl' -Policy default | Export-MopsReport '{_folder}/notes.md' -Policy default");
        var notes = File.ReadAllText(Path.Combine(_folder, "notes.md"));
        Assert.Contains("Release notes", notes, StringComparison.Ordinal);
        Assert.Contains("OPS-117", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("tampered", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(ExampleFolder.Run("./change-log.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Release notes')) { throw 'no notes' }"));

    private string[] Summaries(string filter) => [.. module.Run($"Get-MopsChange '{Log}' -Policy default {filter}").Select(entry => (string)entry.Properties["Summary"].Value)];

    private IEnumerable<PSObject> Entries() => module.Run($"Get-MopsChange '{Log}' -Policy default");
}
