using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Events;

public sealed class CampaignMemberCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private const string Show = "ForEach-Object { '{0}|{1}|{2}|{3:0.#}|{4:0.#}|{5}|{6}' -f $_.Name, $_.Email, $_.Status, $_.Minutes, $_.Share, $_.Match, ($_.ContactId + $_.LeadId) }";

    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Known => $"-Against '{Examples}/event-leads.csv', '{Examples}/event-contacts.csv' -Policy '{Examples}/mops.policy.json'";

    [Fact]
    public void TheExampleIsRead()
    {
        var members = module.Run($"ConvertTo-MopsCampaignMember '{Examples}/zoom-webinar.csv' {Known} | {Show}").Select(text => text.ToString()).ToArray();
        Assert.Contains("Ada Abel|ada.abel@example.com|Attended|50|83.3|Matched|00Q5e0000001EAAEA2", members);
        Assert.Contains("Hugo Hansen|hugo.hansen@example.com|Attended|40|66.7|Ambiguous|", members);
        Assert.DoesNotContain(members, member => member.Contains("acme.example", StringComparison.Ordinal));
        Assert.Equal(8, members.Length);
    }

    [Fact]
    public void RecordsOfKnownPeopleAndPathsGiveTheSame()
    {
        var byPath = module.Run($"ConvertTo-MopsCampaignMember '{Examples}/zoom-webinar.csv' {Known} | {Show}").Select(text => text.ToString());
        var byRecords = module.Run($"$known = @(Import-MopsExport '{Examples}/event-leads.csv') + @(Import-MopsExport '{Examples}/event-contacts.csv'); [System.IO.FileInfo]::new('{Examples}/zoom-webinar.csv') | ConvertTo-MopsCampaignMember -Against $known -Policy '{Examples}/mops.policy.json' | {Show}");
        Assert.Equal(byPath, byRecords.Select(text => text.ToString()));
    }

    [Fact]
    public void ATableFromThePipelineIsReadAsItsFile()
    {
        var file = Path.Combine(ModuleFixture.RepositoryRoot, "tests", "data", "events", "eventbrite.csv");
        var byPath = module.Run($"ConvertTo-MopsCampaignMember '{file}' -Policy default | {Show}").Select(text => text.ToString()).ToArray();
        Assert.Equal(4, byPath.Length);
        Assert.Equal(byPath, module.Run($"Import-MopsExport '{file}' | ConvertTo-MopsCampaignMember -Policy default | {Show}").Select(text => text.ToString()));
    }

    [Fact]
    public void FilesAreWrittenAndWhatIfWritesNone()
    {
        var folder = Path.Combine(Path.GetTempPath(), "mops-members-" + Guid.NewGuid().ToString("N"));
        try
        {
            var call = $"ConvertTo-MopsCampaignMember '{Examples}/zoom-webinar.csv' {Known} -CampaignId 7015e000000AbCdAAK -Destination '{folder}'";
            module.Run($"{call} -WhatIf");
            Assert.False(Directory.Exists(folder));
            var files = module.Run(call).Select(file => (Text: file.ToString()!, Path: (string)file.Properties["Path"].Value)).ToArray();
            Assert.Contains(files, file => file.Text.StartsWith("salesforce-campaignmember-insert.csv: 3", StringComparison.Ordinal));
            Assert.All(files, file => Assert.True(File.Exists(file.Path)));
            module.Run($"{call} -ChangeLog '{folder}/changes.jsonl' -Ticket OPS-7");
            Assert.Equal(
                ["Events", "OPS-7", "Wrote the files for 8 members of Salesforce.", files.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                module.Run($"$entry = Get-MopsChange '{folder}/changes.jsonl'; $entry.Category, $entry.Ticket, $entry.Summary, $entry.Files.Count | ForEach-Object {{ \"$_\" }}").Select(text => text.ToString()));
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, true);
        }
    }

    [Theory]
    [InlineData("ConvertTo-MopsCampaignMember '{0}/leads.csv' -Policy default -CampaignId 1, 2", "MopsEventCampaignInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("ConvertTo-MopsCampaignMember '{0}/zoom-webinar.csv' -Policy default -Destination '{1}'", "MopsEventNoCampaign", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{{ A = 1; B = 2 }} | ConvertTo-MopsCampaignMember -Policy default", "MopsEventNoTable", ErrorCategory.InvalidData)]
    [InlineData("@() | ConvertTo-MopsCampaignMember -Policy default", "MopsEventNoPeople", ErrorCategory.InvalidData)]
    public void WhatIsNoEventIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, script, Examples, Path.Combine(Path.GetTempPath(), "mops-none")), out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Events.ConvertToMopsCampaignMemberCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./event-members.ps1 -OutputPath ./out.md -Destination ./out; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('What people did')) { throw 'no report' }"));
}
