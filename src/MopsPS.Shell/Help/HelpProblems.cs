using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Shell.Help;

/// <summary>What is missing in the doc comments of a cmdlet; a test fails on any.</summary>
internal static class HelpProblems
{
    public const int LeastExamples = 3;

    public static IEnumerable<string> Of(CommandDoc doc)
    {
        var name = doc.Command.Name;
        if (doc.Synopsis.Length == 0) yield return $"{name}: no synopsis; write a <summary> on {doc.Command.ImplementingType.Name}.";
        if (doc.Description.Count == 0) yield return $"{name}: no description; write <remarks> with <para> on {doc.Command.ImplementingType.Name}.";
        if (doc.Examples.Count < LeastExamples) yield return $"{name}: {doc.Examples.Count} of at least {LeastExamples} examples; write <example> with <para> and <code>.";
        if (doc.Outputs.Count == 0) yield return $"{name}: no output type; write [OutputType].";
        foreach (var parameter in doc.Parameters.Where(parameter => parameter.Description.Count == 0))
            yield return $"{name}: parameter -{parameter.Name} has no help; write a <summary> on its property.";
        foreach (var (example, index) in doc.Examples.Select((example, index) => (example, index)).Where(pair => pair.example.Title.Length == 0 || pair.example.Code.Length == 0))
            yield return $"{name}: example {index + 1} has no {(example.Code.Length == 0 ? "<code>" : "<para> before its <code>")}.";
    }
}
