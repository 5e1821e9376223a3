using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace MopsPS.Shell.Help;

/// <summary>The XML file of doc comments that the C# compiler wrote beside an assembly, read as plain text.</summary>
internal sealed class DocComments
{
    private readonly Dictionary<string, XElement> _members;
    private readonly IReadOnlyDictionary<string, string> _commandNames;

    /// <param name="file">The XML file; one that is not there gives no comments.</param>
    /// <param name="commandNames">Cmdlet names by the full name of their class, to which <c>cref</c> is turned.</param>
    public DocComments(string file, IReadOnlyDictionary<string, string> commandNames)
    {
        _commandNames = commandNames;
        _members = File.Exists(file)
            ? XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member")
                .GroupBy(member => (string?)member.Attribute("name") ?? "", StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal)
            : [];
    }

    public IReadOnlyList<string> Summary(Type type) => Paragraphs(Find(type)?.Element("summary"));

    public IReadOnlyList<string> Remarks(Type type) => Paragraphs(Find(type)?.Element("remarks"));

    /// <summary>The summary and the remarks of a parameter's property; empty where it has no comment.</summary>
    public IReadOnlyList<string> Property(PropertyInfo property)
    {
        var member = _members.GetValueOrDefault($"P:{TypeId(property.DeclaringType!)}.{property.Name}");
        return [.. Paragraphs(member?.Element("summary")), .. Paragraphs(member?.Element("remarks"))];
    }

    public IReadOnlyList<string> Related(Type type) =>
        [.. (Find(type)?.Elements("seealso") ?? []).Select(link => (string?)link.Attribute("href") ?? Name((string?)link.Attribute("cref"))).Where(link => link.Length > 0)];

    /// <summary>The examples: the paragraph before the code is the title, those after it the remarks.</summary>
    public IReadOnlyList<ExampleDoc> Examples(Type type)
    {
        var examples = new List<ExampleDoc>();
        foreach (var example in Find(type)?.Elements("example") ?? [])
        {
            var code = example.Element("code");
            if (code is null) continue;
            var before = example.Elements("para").Where(para => para.IsBefore(code)).SelectMany(Paragraphs).ToArray();
            var after = example.Elements("para").Where(para => para.IsAfter(code)).SelectMany(Paragraphs).ToArray();
            examples.Add(new ExampleDoc(before.FirstOrDefault() ?? "", Dedent(code.Value), [.. before.Skip(1), .. after]));
        }

        return examples;
    }

    private XElement? Find(Type type) => _members.GetValueOrDefault($"T:{TypeId(type)}");

    private static string TypeId(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private List<string> Paragraphs(XElement? element)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        if (element is not null) Append(element.Nodes());
        Flush();
        return paragraphs;

        void Append(IEnumerable<XNode> nodes)
        {
            foreach (var node in nodes)
            {
                if (node is XText plain) text.Append(plain.Value);
                if (node is not XElement child) continue;
                switch (child.Name.LocalName)
                {
                    case "para" or "item":
                        Flush();
                        if (child.Name.LocalName == "item") text.Append("- ");
                        Append(child.Nodes());
                        Flush();
                        break;
                    case "term":
                        Append(child.Nodes());
                        text.Append(": ");
                        break;
                    case "see" or "seealso" or "paramref" when child.IsEmpty || child.Value.Length == 0:
                        text.Append((string?)child.Attribute("langword") ?? (string?)child.Attribute("href") ?? (string?)child.Attribute("name")
                            ?? Name((string?)child.Attribute("cref")));
                        break;
                    default:
                        Append(child.Nodes());
                        break;
                }
            }
        }

        void Flush()
        {
            var paragraph = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (paragraph.Length > 0) paragraphs.Add(paragraph);
            text.Clear();
        }
    }

    /// <summary>What a reader of the help calls the thing: a cmdlet by its name, its property as a parameter, else the last part.</summary>
    private string Name(string? cref)
    {
        if (cref is not { Length: > 2 }) return "";
        var name = cref[2..].Split('(')[0];
        if (_commandNames.TryGetValue(name, out var command)) return command;
        var dot = name.LastIndexOf('.');
        var last = name[(dot + 1)..].Split('`')[0];
        return cref[0] == 'P' && dot > 0 && _commandNames.ContainsKey(name[..dot]) ? "-" + last : last;
    }

    private static string Dedent(string code)
    {
        var lines = code.Replace("\r", "", StringComparison.Ordinal).Trim('\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        // The text right after <code> has no indent of its own: the others say how far the comment is set in.
        var indent = lines.Skip(lines.Count > 1 && !lines[0].StartsWith(' ') ? 1 : 0).Where(line => line.Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..]));
    }
}
