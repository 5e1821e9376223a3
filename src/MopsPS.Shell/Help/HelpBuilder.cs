using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

namespace MopsPS.Shell.Help;

/// <summary>
/// Makes the help of the assembled module: imports it into the engine, joins the cmdlets' metadata with their doc comments, and
/// writes MAML for Get-Help and Markdown pages. The build calls it; no tool has to be installed for it.
/// </summary>
internal static class HelpBuilder
{
    /// <summary>Get-Help looks for the name of the assembly with this ending.</summary>
    public const string HelpFile = "MopsPS.dll-Help.xml";

    /// <summary>Writes the help into the module's folder.</summary>
    /// <param name="moduleFolder">The folder with MopsPS.psd1.</param>
    /// <returns>0; 2 when the module could not be imported. What is undocumented is a warning here and fails a test.</returns>
    public static int Build(string moduleFolder)
    {
        var folder = Path.GetFullPath(moduleFolder);
        try
        {
            var docs = Read(folder);
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            // Below the module's own folder: Get-Help forgets the folder of the assembly once the module was imported with -Force.
            var target = Path.Combine(folder, "en-US");
            Directory.CreateDirectory(target);
            using (var stream = new StreamWriter(Path.Combine(target, HelpFile), append: false, text)) MamlWriter.Write(docs).Save(stream);
            WritePages(Path.Combine(folder, "docs", "en-US"), docs, text);
            // The form that MSBuild recognises as a warning.
            foreach (var problem in docs.SelectMany(HelpProblems.Of)) Console.WriteLine($"MopsPS help : warning MOPSHELP : {problem}");
            return 0;
        }
        catch (Exception exception) when (exception is RuntimeException or IOException or UnauthorizedAccessException or System.Xml.XmlException)
        {
            Console.Error.WriteLine($"MopsPS help : error MOPSHELP : {exception.Message}");
            return 2;
        }
    }

    /// <summary>Reads what the help of every exported cmdlet says.</summary>
    /// <param name="moduleFolder">The folder with MopsPS.psd1.</param>
    /// <returns>The cmdlets in the order of their names.</returns>
    public static IReadOnlyList<CommandDoc> Read(string moduleFolder)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        var module = shell.AddCommand("Import-Module").AddParameter("Name", Path.Combine(moduleFolder, "MopsPS.psd1"))
            .AddParameter("PassThru").AddParameter("ErrorAction", ActionPreference.Stop).Invoke<PSModuleInfo>().Single();
        var commands = module.ExportedCmdlets.Values.OrderBy(command => command.Name, StringComparer.Ordinal).ToArray();
        return Read(commands, Path.Combine(moduleFolder, "bin", "net8.0", "MopsPS.xml"));
    }

    internal static IReadOnlyList<CommandDoc> Read(IReadOnlyList<CmdletInfo> commands, string commentFile)
    {
        var names = commands.ToDictionary(command => command.ImplementingType.FullName!, command => command.Name, StringComparer.Ordinal);
        var reader = new CommandDocReader(new DocComments(commentFile, names));
        return [.. commands.Select(reader.Read)];
    }

    private static void WritePages(string folder, IReadOnlyList<CommandDoc> docs, UTF8Encoding encoding)
    {
        Directory.CreateDirectory(folder);
        var wanted = docs.Select(doc => doc.Command.Name + ".md").ToHashSet(StringComparer.Ordinal);
        foreach (var stale in Directory.GetFiles(folder, "*.md").Where(file => !wanted.Contains(Path.GetFileName(file)))) File.Delete(stale);
        foreach (var doc in docs) File.WriteAllText(Path.Combine(folder, doc.Command.Name + ".md"), MarkdownWriter.Write(doc), encoding);
    }
}
