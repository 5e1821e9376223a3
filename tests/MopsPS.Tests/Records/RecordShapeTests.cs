using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Xunit;

namespace MopsPS.Tests.Records;

/// <summary>A record is its columns and nothing else, wherever PowerShell takes it.</summary>
public sealed class RecordShapeTests(ModuleFixture module) : IClassFixture<ModuleFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-shape-").FullName;

    [Fact]
    public void ARecordHasNoPropertyOfItsOwn()
    {
        // ConvertTo-Json writes every public property of .NET beside those of the adapter.
        var record = module.Run("'Email', 'ada@example.com' | Import-MopsExport -Content")[0];
        Assert.All(record.BaseObject.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Assert.NotEmpty(property.GetIndexParameters()));
        Assert.Empty(record.BaseObject.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance));
        Assert.Equal(["Email"], record.Properties.Select(property => property.Name));
    }

    [Fact]
    public void ARunspaceWithoutTheModuleReadsColumns()
    {
        var record = module.Run("'Email;Lead Source', 'ada@example.com;Web' | Import-MopsExport -Content")[0];
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("param($record) $record.Email; $record.'lead source'; $null -eq $record.Other; @($record | Where-Object Email -eq 'ada@example.com').Count").AddArgument(record);
        Assert.Equal(["ada@example.com", "Web", true, 1], shell.Invoke().Select(value => value.BaseObject));
    }

    [Fact]
    public void AMissingColumnIsStillAnErrorInStrictMode()
    {
        module.Run("$record = 'Email', 'ada@example.com' | Import-MopsExport -Content; & { Set-StrictMode -Version Latest; $record.Other }", out var errors);
        Assert.Equal("PropertyNotFoundStrict", Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void PropertiesThatAScriptAddedAreWritten()
    {
        var file = Path.Combine(_folder, "added.csv");
        module.Run($$"""
            'Email;Country', 'ada@example.com;Germany', 'bruno@example.org;France' | Import-MopsExport -Content | ForEach-Object {
                if ($_.Country -eq 'France') {
                    $_.PSObject.Properties.Add([psnoteproperty]::new('Score', 5))
                    $_.PSObject.Properties.Add([psnoteproperty]::new('Email', 'changed@example.org'))
                }
                $_
            } | Export-MopsRecord '{{file}}'
            """);
        Assert.Equal(["Email,Country,Score", "ada@example.com,Germany,", "changed@example.org,France,5"], File.ReadAllLines(file));
    }

    [Fact]
    public void ACopyOfAJobIsInputWithoutWhatTheJobAdds()
    {
        var file = Path.Combine(_folder, "copy.csv");
        module.Run($$"""
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(('Email', 'ada@example.com' | Import-MopsExport -Content)))
            $copy.PSObject.Properties.Add([psnoteproperty]::new('PSComputerName', 'localhost'))
            $copy.PSObject.Properties.Add([psnoteproperty]::new('RunspaceId', [guid]::NewGuid()))
            $copy | Export-MopsRecord '{{file}}'
            """);
        Assert.Equal(["Email", "ada@example.com"], File.ReadAllLines(file));
    }

    [Fact]
    public void PSObjectCopyIsACopy()
    {
        var emails = module.Run("$record = 'Email', 'ada@example.com' | Import-MopsExport -Content; $copy = $record.PSObject.Copy(); $copy.Email = 'x'; $record.Email; $copy.Email");
        Assert.Equal(["ada@example.com", "x"], emails.Select(value => value.ToString()));
    }

    [Fact]
    public void AWrittenFileCanBePipedOn()
    {
        var file = Path.Combine(_folder, "pass.csv");
        var read = module.Run($"'Email', 'ada@example.com' | Import-MopsExport -Content | Export-MopsRecord '{file}' -PassThru | Import-MopsExport");
        Assert.Equal("ada@example.com", Assert.Single(read).Properties["Email"].Value);
        Assert.Contains(module.Run($"[System.IO.FileInfo]'{file}' | Get-MopsField"), field => Equals(field.Properties["Field"].Value, "Email"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
