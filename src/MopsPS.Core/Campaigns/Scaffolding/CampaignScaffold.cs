using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Campaigns;

/// <summary>What a new campaign is called, in the places that a template leaves open.</summary>
public sealed class ScaffoldValues
{
    /// <summary>The campaign's name: <c>@@name@@</c>, and <c>@@slug@@</c> in lower case with hyphens.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Who owns it: <c>@@owner@@</c>.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>The day of the launch: <c>@@launchDate@@</c>, and <c>@@year@@</c>.</summary>
    public DateTime LaunchDate { get; init; }
}

/// <summary>Makes the folder of a new campaign from a template, whole or not at all: beside the place where it goes, then renamed.</summary>
public static class CampaignScaffold
{
    private const string BuiltIn = "Campaigns/Template/";
    private const long MaxFile = 10 << 20;
    private static readonly string[] TextEndings = [".json", ".html", ".htm", ".txt", ".eml", ".md", ".csv"];

    /// <summary>Makes the folder.</summary>
    /// <param name="target">The full path; must not exist, or be an empty folder.</param>
    /// <param name="values">What stands for the marks of the template.</param>
    /// <param name="template">The full path of a template folder of the team's own; null for the built-in one.</param>
    /// <returns>The files below the folder, with <c>/</c>, in order.</returns>
    /// <exception cref="IOException">The target is there already, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">The template has a link, too many or too large files.</exception>
    public static IReadOnlyList<string> Create(string target, ScaffoldValues values, string? template = null)
    {
        if (values is null) throw new ArgumentNullException(nameof(values));
        target = Path.GetFullPath(target).TrimEnd('/', '\\');
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())) throw new IOException($"'{target}' exists already.");
        var files = template is null ? Embedded() : Own(template);
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            foreach (var (name, content) in files)
            {
                var file = Path.Combine(temporary, name.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, Fill(name, content(), values));
            }

            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(temporary, target);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }

        return [.. files.Select(file => file.Name)];
    }

    private static List<(string Name, Func<byte[]> Content)> Embedded()
    {
        var assembly = typeof(CampaignScaffold).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(BuiltIn, StringComparison.Ordinal)).OrderBy(name => name, StringComparer.Ordinal).Select(name => (name.Substring(BuiltIn.Length), (Func<byte[]>)(() =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        })))];
    }

    private static List<(string Name, Func<byte[]> Content)> Own(string template)
    {
        var assets = FolderReader.List(template);
        if (assets.Count == 0) throw new InvalidDataException($"The template '{template}' has no files.");
        foreach (var asset in assets)
        {
            if (asset.Problem is not null) throw new InvalidDataException($"The template's file '{asset.Name}' cannot be used: {asset.Problem}.");
            if (asset.Length > MaxFile) throw new InvalidDataException($"The template's file '{asset.Name}' has more than {MaxFile >> 20} MB.");
        }

        return [.. assets.Select(asset => (asset.Name, (Func<byte[]>)(() => File.ReadAllBytes(asset.Path))))];
    }

    private static byte[] Fill(string name, byte[] content, ScaffoldValues values)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (!TextEndings.Contains(ending)) return content;
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return content; // of another encoding: copied as it is
        }

        // A name is text, wherever it stands.
        Func<string, string> encode = ending switch
        {
            ".json" => value => JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            ".html" or ".htm" => WebUtility.HtmlEncode,
            _ => value => value.Replace('\r', ' ').Replace('\n', ' '),
        };
        foreach (var (mark, value) in Marks(values)) text = text.Replace(mark, encode(value));
        return new UTF8Encoding(false).GetBytes(text);
    }

    private static IEnumerable<(string Mark, string Value)> Marks(ScaffoldValues values)
    {
        yield return ("@@name@@", values.Name);
        yield return ("@@slug@@", CampaignNames.Slug(values.Name));
        yield return ("@@owner@@", values.Owner);
        yield return ("@@launchDate@@", values.LaunchDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("@@year@@", values.LaunchDate.ToString("yyyy", CultureInfo.InvariantCulture));
    }
}
