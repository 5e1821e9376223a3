using System.Globalization;
using System.Linq;
using System.Text;

namespace MopsPS.Shell.Help;

/// <summary>Writes the help of a cmdlet as a Markdown page, for a browser or a wiki.</summary>
internal static class MarkdownWriter
{
    public static string Write(CommandDoc doc)
    {
        var page = new StringBuilder();
        Line($"# {doc.Command.Name}");
        Section("Synopsis", doc.Synopsis);
        Section("Description", string.Join("\n\n", doc.Description));
        Section("Syntax", string.Join("\n\n", doc.Syntax.Select(set =>
            $"{(set.Name == "__AllParameterSets" ? "" : $"### {set.Name}{(set.IsDefault ? " (default)" : "")}\n\n")}```\n{Syntax(doc.Command.Name, set)}\n```")));
        Section("Examples", string.Join("\n\n", doc.Examples.Select((example, index) => string.Create(CultureInfo.InvariantCulture,
            $"### Example {index + 1}: {example.Title.TrimEnd('.')}\n\n```powershell\n{example.Code}\n```{string.Concat(example.Remarks.Select(remark => "\n\n" + remark))}"))));
        Section("Parameters", string.Join("\n\n", doc.Parameters.Select(Parameter)));
        Section("Inputs", List(doc.Inputs));
        Section("Outputs", List(doc.Outputs));
        if (doc.Related.Count > 0) Section("Related links", List(doc.Related));
        return page.ToString();

        void Line(string text) => page.Append(text).Append('\n');
        void Section(string title, string text)
        {
            Line("");
            Line($"## {title}");
            Line("");
            Line(text);
        }
    }

    /// <summary>The syntax line of a parameter set, in the notation of Get-Command -Syntax.</summary>
    public static string Syntax(string name, SyntaxDoc set) => string.Join(' ', set.Parameters.Select(parameter =>
    {
        var value = parameter.IsSwitch ? "" : $" <{(parameter.AllowedValues.Count > 0 ? string.Join('|', parameter.AllowedValues) : parameter.TypeName)}>";
        var label = parameter.Position is not null && !parameter.IsSwitch ? $"[-{parameter.Name}]" : $"-{parameter.Name}";
        return parameter.IsMandatory ? label + value : $"[{label}{value}]";
    }).Prepend(name));

    private static string Parameter(ParameterDoc parameter) =>
        $"""
        ### -{parameter.Name}

        {string.Join("\n\n", parameter.Description)}

        | | |
        |---|---|
        | Type | `{parameter.FullTypeName}` |
        | Required | {(parameter.IsMandatory ? "yes" : "no")} |
        | Position | {parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"} |
        | Default | {Code(parameter.DefaultValue)} |
        | Pipeline input | {parameter.Pipeline} |
        | Wildcards | {(parameter.Wildcards ? "yes" : "no")} |
        | Aliases | {(parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases))} |
        | Values | {(parameter.AllowedValues.Count == 0 ? "any" : string.Join(", ", parameter.AllowedValues))} |
        """;

    private static string Code(string? value) => value is null ? "none" : $"`{value.Replace("|", "\\|", System.StringComparison.Ordinal)}`";

    private static string List(System.Collections.Generic.IReadOnlyList<string> names) =>
        names.Count == 0 ? "None" : string.Join('\n', names.Select(name => $"- {name}"));
}
