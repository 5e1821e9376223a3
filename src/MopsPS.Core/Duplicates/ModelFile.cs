using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace MopsPS.Core.Duplicates;

/// <summary>Models as JSON files: versioned, readable, the same bytes for the same model.</summary>
public static class ModelFile
{
    private const string Kind = "MopsPS duplicate model";

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(DuplicateModel model, Stream stream)
    {
        if (model is null) throw new ArgumentNullException(nameof(model));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("kind", Kind);
        json.WriteNumber("version", DuplicateModel.CurrentVersion);
        json.WriteNumber("records", model.Records);
        json.WriteStartObject("partners");
        foreach (var pair in model.Partners.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteNumber(pair.Key, pair.Value);
        json.WriteEndObject();
        json.WriteStartArray("fields");
        foreach (var field in model.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("kind", field.Kind);
            json.WriteStartArray("levels");
            foreach (var level in field.Levels) json.WriteStringValue(level);
            json.WriteEndArray();
            foreach (var pair in field.Pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)) Array(json, pair.Key, pair.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ties");
        foreach (var (first, second, bits) in model.Ties)
        {
            json.WriteStartObject();
            json.WriteString("first", first);
            json.WriteString("second", second);
            json.WriteNumber("bits", bits);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (model.NamesakeEmail is { } namesakes)
        {
            json.WriteStartArray("namesakeEmail");
            foreach (var levels in namesakes) Array(json, null, levels);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The bytes; at most 4 MB.</param>
    /// <exception cref="DuplicateModelException">It is no model, one of another version, or a damaged one.</exception>
    public static DuplicateModel Read(Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 16 });
            return Model(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new DuplicateModelException(false, "This is no model that Find-MopsDuplicate -SaveModel wrote, or it is damaged. Make a new one.", exception);
        }
    }

    private static DuplicateModel Model(JsonElement root)
    {
        if (root.GetProperty("kind").GetString() != Kind) throw new FormatException();
        var version = root.GetProperty("version").GetInt32();
        if (version != DuplicateModel.CurrentVersion)
        {
            throw new DuplicateModelException(
                true, $"The model has version {version}; this build of MopsPS reads version {DuplicateModel.CurrentVersion}. Make a new one with Find-MopsDuplicate -SaveModel.");
        }

        var partners = root.GetProperty("partners").EnumerateObject().ToDictionary(pair => pair.Name, pair => Positive(pair.Value.GetDouble(), 1e9));
        if (!partners.ContainsKey(ModelState.Same)) throw new FormatException();
        var fields = root.GetProperty("fields").EnumerateArray().Select(Field).ToArray();
        if (fields.Length == 0) throw new FormatException();
        return new DuplicateModel
        {
            Records = root.GetProperty("records").GetInt32(),
            Partners = partners,
            Fields = fields,
            Ties = [.. root.GetProperty("ties").EnumerateArray().Select(tie => (Text(tie, "first"), Text(tie, "second"), Positive(tie.GetProperty("bits").GetDouble(), 64)))],
            NamesakeEmail = root.TryGetProperty("namesakeEmail", out var namesakes)
                ? [.. namesakes.EnumerateArray().Select(levels => Numbers(levels, fields.FirstOrDefault(field => field.Kind == "Email")?.Levels.Count ?? 0))] : null,
        };
    }

    private static ModelField Field(JsonElement json)
    {
        var levels = json.GetProperty("levels").EnumerateArray().Select(level => level.GetString()!).ToArray();
        var pairs = json.EnumerateObject().Where(pair => pair.Name is not ("name" or "kind" or "levels")).ToDictionary(pair => pair.Name, pair => Numbers(pair.Value, levels.Length));
        if (!pairs.ContainsKey(ModelState.Same) || !pairs.ContainsKey(ModelState.Strangers)) throw new FormatException();
        return new ModelField(Text(json, "name"), Text(json, "kind"), levels, pairs);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();

    private static double[] Numbers(JsonElement json, int count)
    {
        var numbers = json.EnumerateArray().Select(number => number.GetDouble()).ToArray();
        // A probability of 0 would say "never", and no sample can say that.
        if (numbers.Length != count || numbers.Any(number => number is not (> 0 and <= 1)) || numbers.Sum() > 1.01) throw new FormatException();
        return numbers;
    }

    private static double Positive(double number, double most) => number >= 0 && number <= most ? number : throw new FormatException();

    private static void Array(Utf8JsonWriter json, string? name, double[] numbers)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}

/// <summary>A model cannot be read.</summary>
/// <param name="isVersion">Whether it is one of another version.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What was thrown, or null.</param>
public sealed class DuplicateModelException(bool isVersion, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it is one of another version.</summary>
    public bool IsVersion { get; } = isVersion;
}
