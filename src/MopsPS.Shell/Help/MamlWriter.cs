using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace MopsPS.Shell.Help;

/// <summary>Writes the help in MAML, the XML that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Cmd = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Write(IEnumerable<CommandDoc> commands) =>
        new(new XDeclaration("1.0", "utf-8", null), new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), commands.Select(Command)));

    private static XElement Command(CommandDoc doc) => new(
        Cmd + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml), new XAttribute(XNamespace.Xmlns + "command", Cmd), new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(Cmd + "details",
            new XElement(Cmd + "name", doc.Command.Name), Paragraphs(Maml + "description", [doc.Synopsis]),
            new XElement(Cmd + "verb", doc.Command.Verb), new XElement(Cmd + "noun", doc.Command.Noun)),
        Paragraphs(Maml + "description", doc.Description),
        new XElement(Cmd + "syntax", doc.Syntax.Select(set => new XElement(
            Cmd + "syntaxItem", new XElement(Maml + "name", doc.Command.Name), set.Parameters.Select(parameter => Parameter(parameter, inSyntax: true))))),
        new XElement(Cmd + "parameters", doc.Parameters.Select(parameter => Parameter(parameter, inSyntax: false))),
        new XElement(Cmd + "inputTypes", doc.Inputs.DefaultIfEmpty("None").Select(input => new XElement(Cmd + "inputType", Type(input)))),
        new XElement(Cmd + "returnValues", doc.Outputs.DefaultIfEmpty("None").Select(output => new XElement(Cmd + "returnValue", Type(output)))),
        new XElement(Cmd + "examples", doc.Examples.Select(Example)),
        new XElement(Cmd + "relatedLinks", doc.Related.Select(Link)));

    private static XElement Parameter(ParameterDoc parameter, bool inSyntax)
    {
        var element = new XElement(
            Cmd + "parameter",
            new XAttribute("required", parameter.IsMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.TypeName.EndsWith("[]", System.StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
            new XAttribute("pipelineInput", parameter.Pipeline),
            new XAttribute("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Paragraphs(Maml + "description", parameter.AllowedValues.Count == 0 || inSyntax
                ? parameter.Description
                : [.. parameter.Description, $"Values: {string.Join(", ", parameter.AllowedValues)}."]));
        if (inSyntax && parameter.AllowedValues.Count > 0)
        {
            element.Add(new XElement(Cmd + "parameterValueGroup", parameter.AllowedValues.Select(value =>
                new XElement(Cmd + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value))));
        }

        // In a syntax line a switch stands without a value.
        if (!parameter.IsSwitch || !inSyntax)
        {
            element.Add(new XElement(
                Cmd + "parameterValue", new XAttribute("required", parameter.IsSwitch ? "false" : "true"), new XAttribute("variableLength", "false"), parameter.TypeName));
        }

        element.Add(Type(parameter.FullTypeName), new XElement(Dev + "defaultValue", parameter.DefaultValue ?? "None"));
        return element;
    }

    private static XElement Example(ExampleDoc example, int index) => new(
        Cmd + "example",
        new XElement(Maml + "title", string.Create(CultureInfo.InvariantCulture, $"Example {index + 1}: {example.Title.TrimEnd('.')}")),
        new XElement(Dev + "code", example.Code),
        Paragraphs(Dev + "remarks", example.Remarks.Count == 0 ? [example.Title] : example.Remarks));

    private static XElement Link(string target)
    {
        var isAddress = target.StartsWith("https:", System.StringComparison.Ordinal);
        return new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", target), new XElement(Maml + "uri", isAddress ? target : ""));
    }

    private static XElement Type(string name) => new(Dev + "type", new XElement(Maml + "name", name), new XElement(Maml + "uri"));

    private static XElement Paragraphs(XName name, IEnumerable<string> paragraphs) =>
        new(name, paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));
}
