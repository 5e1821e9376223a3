using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Hygiene;

public sealed class UndoCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-undo-").FullName;

    private static string Messy => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "messy-contacts.csv");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void ThePipelineAndThePathGiveTheSameAndTheFirstFile()
    {
        Repair();
        var byPath = module.Run($"Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' -OutputPath '{_folder}/restored.csv'");
        var byPipe = module.Run($"Import-MopsExport '{_folder}/clean.csv' | Undo-MopsRepair -RollbackPath '{_folder}/rollback.csv'");
        Assert.Equal(69, byPath.Count);
        Assert.Equal(byPath.Select(one => one.ToString()), byPipe.Select(one => one.ToString()));
        Assert.Equal(File.ReadAllLines(Messy), File.ReadAllLines(_folder + "/restored.csv"));
        var records = module.Run($"Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' -PassThru | ForEach-Object {{ $_.Email }}");
        Assert.Equal(module.Run($"Import-MopsExport '{Messy}' | ForEach-Object {{ $_.Email }}").Select(email => email?.ToString()), records.Select(email => email?.ToString()));
    }

    [Fact]
    public void WhatIfWritesNothingAndACallWithoutAFileProposes()
    {
        Repair();
        var result = Assert.Single(module.Run($"Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' -OutputPath '{_folder}/restored.csv' -Summary -WhatIf"));
        Assert.Equal((69L, true), (result.Properties["Restored"].Value, result.Properties["IsCompliant"].Value));
        Assert.Equal(["clean.csv", "rollback.csv"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void WhatWasChangedSinceIsInTheReportAndFailsTheGate()
    {
        Repair();
        File.WriteAllText(_folder + "/clean.csv", File.ReadAllText(_folder + "/clean.csv").Replace("Germany", "France", StringComparison.Ordinal));
        module.Run($"$undone = Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' -Summary; $undone | Export-MopsReport '{_folder}/undo.html'; Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' | Export-MopsReport '{_folder}/undo.md'");
        Assert.Contains("Repair taken back", File.ReadAllText(_folder + "/undo.html"), StringComparison.Ordinal);
        Assert.Contains("ValueChanged", File.ReadAllText(_folder + "/undo.md"), StringComparison.Ordinal);
        module.Run($"Undo-MopsRepair '{_folder}/clean.csv' '{_folder}/rollback.csv' -Summary | Assert-MopsResult -FailOn Warning", out var errors);
        Assert.StartsWith("MopsGate", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Undo-MopsRepair {folder}/clean.csv {folder}/none.csv", "MopsPathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Undo-MopsRepair {folder}/clean.csv {folder}/clean.csv", "MopsDataInvalid", ErrorCategory.InvalidData)]
    [InlineData("Undo-MopsRepair {folder}/clean.csv {folder}/rollback.csv -PassThru -Summary", "MopsRepairParameterConflict", ErrorCategory.InvalidArgument)]
    [InlineData("Undo-MopsRepair {folder}/clean.csv {folder}/rollback.csv -OutputPath {folder}/x.doc", "MopsFormatUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("@() | Undo-MopsRepair -RollbackPath {folder}/rollback.csv", "MopsRepairNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1 } | Undo-MopsRepair -RollbackPath {folder}/rollback.csv", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Undo-MopsRepair {folder}/clean.csv {folder}/rollback.csv -Ticket OPS-1", "MopsChangeLogNotGiven", ErrorCategory.InvalidArgument)]
    public void Mistakes(string script, string id, ErrorCategory category)
    {
        Repair();
        module.Run(script.Replace("{folder}", _folder, StringComparison.Ordinal), out var errors);
        var error = Assert.Single(errors);
        Assert.Equal(($"{id},MopsPS.Hygiene.UndoMopsRepairCommand", category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
    }

    private void Repair() => module.Run(
        $"$null = Repair-MopsRecord '{Messy}' -Policy '{ModuleFixture.RepositoryRoot}/examples/mops.policy.json' -Culture en-US -OutputPath '{_folder}/clean.csv' -RollbackPath '{_folder}/rollback.csv' -Summary");
}
