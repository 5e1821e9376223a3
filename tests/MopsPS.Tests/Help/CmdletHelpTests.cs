using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace MopsPS.Tests.Help;

/// <summary>What Get-Help shows in the real engine, against what the cmdlets really are.</summary>
public sealed class CmdletHelpTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly HashSet<string> Common = [.. Cmdlet.CommonParameters, "ProgressAction"];

    [Fact]
    public void GetHelpShowsSynopsisDescriptionParametersAndThreeExamples()
    {
        var missing = new List<string>();
        foreach (var command in Commands())
        {
            var help = module.Run($"Get-Help {command.Name} -Full").Single();
            if (help.TypeNames.All(name => !name.StartsWith("MamlCommandHelpInfo", StringComparison.Ordinal))) missing.Add($"{command.Name}: Get-Help finds no help file");
            if (Text(help, "Synopsis").Length == 0) missing.Add($"{command.Name}: no synopsis");
            if (module.Run($"(Get-Help {command.Name} -Full).description.Text").All(line => line is null || line.ToString().Length == 0)) missing.Add($"{command.Name}: no description");
            var examples = module.Run($"(Get-Help {command.Name} -Full).examples.example | Where-Object code").Count;
            if (examples < 3) missing.Add($"{command.Name}: {examples} of at least 3 examples");
            var undocumented = module.Run($"(Get-Help {command.Name} -Full).parameters.parameter | Where-Object {{ -not $_.description }} | ForEach-Object name");
            missing.AddRange(undocumented.Select(name => $"{command.Name}: -{name} has no help"));
        }

        Assert.True(missing.Count == 0, string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public void HelpFileAndMetadataNameTheSameCmdletsAndParameters()
    {
        var help = XDocument.Load(HelpFile()).Descendants(Command + "command").ToDictionary(
            command => command.Element(Command + "details")!.Element(Command + "name")!.Value,
            command => command.Element(Command + "parameters")!.Elements(Command + "parameter").Select(parameter => parameter.Element(Maml + "name")!.Value).ToArray());
        var commands = Commands();
        Assert.Equal(commands.Select(command => command.Name).Order(StringComparer.Ordinal), help.Keys.Order(StringComparer.Ordinal));
        foreach (var command in commands)
        {
            Assert.Equal(
                command.Parameters.Keys.Where(name => !Common.Contains(name)).Order(StringComparer.Ordinal),
                help[command.Name].Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void EveryExampleRunsWithoutAnErrorInACopyOfTheExamples()
    {
        var failures = new List<string>();
        foreach (var command in XDocument.Load(HelpFile()).Descendants(Command + "command"))
        {
            var name = command.Element(Command + "details")!.Element(Command + "name")!.Value;
            foreach (var (code, index) in command.Descendants(Dev + "code").Select((code, index) => (code.Value, index + 1)))
                failures.AddRange(ExampleFolder.Run(code).Select(error => $"{name}, example {index}: {error}"));
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Fact]
    public void TheManifestListsExactlyTheCmdletsOfTheAssembly()
    {
        var assembly = Commands()[0].ImplementingType.Assembly;
        var inAssembly = assembly.GetExportedTypes().Select(type => type.GetCustomAttribute<CmdletAttribute>()).OfType<CmdletAttribute>()
            .Select(attribute => $"{attribute.VerbName}-{attribute.NounName}").Order(StringComparer.Ordinal);
        var listed = Regex.Match(File.ReadAllText(ModuleFixture.ModuleManifest), @"CmdletsToExport\s*=\s*@\(([^)]*)\)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value
            .Split(['\'', ',', '\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(inAssembly, listed.Order(StringComparer.Ordinal));
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void EveryCmdletHasAnApprovedVerbAMopsNounAndAnOutputType()
    {
        var verbs = new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(type => type.GetFields()).Select(field => (string)field.GetValue(null)!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Commands(), command =>
        {
            Assert.Contains(command.Verb, verbs);
            Assert.StartsWith("Mops", command.Noun, StringComparison.Ordinal);
            Assert.False(command.Noun.EndsWith('s') && !command.Noun.EndsWith("ss", StringComparison.Ordinal), $"{command.Name}: the noun is a plural.");
            Assert.NotEmpty(command.OutputType);
        });
    }

    private CmdletInfo[] Commands() => [.. module.Run("Get-Command -Module MopsPS").Select(command => (CmdletInfo)command.BaseObject)];

    private static string Text(PSObject value, string property) => value.Properties[property]?.Value?.ToString() ?? "";

    private static string HelpFile() =>
        Path.Combine(Path.GetDirectoryName(ModuleFixture.ModuleManifest)!, "en-US", "MopsPS.dll-Help.xml");
}
