using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Tests.Policy;

/// <summary>
/// The part of JSON Schema draft-07 that the policy's schema uses. A keyword that is not known here is an exception, so that
/// nothing the schema says is passed over.
/// </summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "definitions", "default"];

    /// <summary>Where and why a document does not match; empty where it does.</summary>
    public List<string> Check(JsonNode? document)
    {
        var problems = new List<string>();
        Check(root, document, "$", problems);
        return problems;
    }

    private bool Matches(JsonNode schema, JsonNode? value)
    {
        var problems = new List<string>();
        Check(schema.AsObject(), value, "$", problems);
        return problems.Count == 0;
    }

    private void Check(JsonObject schema, JsonNode? value, string path, List<string> problems)
    {
        foreach (var (keyword, rule) in schema)
        {
            if (Annotations.Contains(keyword)) continue;
            if (!Holds(schema, keyword, rule!, value, path, problems)) problems.Add($"{path}: {keyword}");
        }
    }

    private bool Holds(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path, List<string> problems)
    {
        switch (keyword)
        {
            case "$ref":
                Check(root["definitions"]![((string)rule!).Split('/')[^1]]!.AsObject(), value, path, problems);
                return true;
            case "type": return IsOf((string)rule!, value);
            case "enum": return rule.AsArray().Any(item => JsonNode.DeepEquals(item, value));
            case "oneOf": return rule.AsArray().Count(item => Matches(item!, value)) == 1;
            case "anyOf": return rule.AsArray().Any(item => Matches(item!, value));
            case "allOf": return rule.AsArray().All(item => Matches(item!, value));
            case "not": return !Matches(rule, value);
            case "required": return value is not JsonObject owner || rule.AsArray().All(key => owner.ContainsKey((string)key!));
            case "minItems": return value is not JsonArray list || list.Count >= (int)rule;
            case "maxItems": return value is not JsonArray bounded || bounded.Count <= (int)rule;
            case "uniqueItems": return value is not JsonArray items || items.Select(item => item?.ToJsonString()).Distinct().Count() == items.Count;
            case "minLength": return Text(value) is not { } shortest || shortest.EnumerateRunes().Count() >= (int)rule;
            case "maxLength": return Text(value) is not { } longest || longest.EnumerateRunes().Count() <= (int)rule;
            case "pattern": return Text(value) is not { } text || Regex.IsMatch(text, (string)rule!, RegexOptions.ECMAScript);
            case "minimum": return Number(value) is not { } least || least >= (double)rule;
            case "maximum": return Number(value) is not { } most || most <= (double)rule;
            case "properties":
                foreach (var (key, member) in value as JsonObject ?? [])
                {
                    if (rule[key] is JsonObject own) Check(own, member, $"{path}.{key}", problems);
                }

                return true;
            case "additionalProperties":
                foreach (var (key, member) in value as JsonObject ?? [])
                {
                    if (schema["properties"] is JsonObject known && known.ContainsKey(key)) continue;
                    if (rule is JsonObject own) Check(own, member, $"{path}.{key}", problems);
                    else if (!(bool)rule) problems.Add($"{path}.{key}: additionalProperties");
                }

                return true;
            case "propertyNames": return value is not JsonObject named || named.All(member => Matches(rule, JsonValue.Create(member.Key)));
            case "items":
                for (var i = 0; value is JsonArray array && i < array.Count; i++) Check(rule.AsObject(), array[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), problems);
                return true;
            default: throw new NotSupportedException($"The schema uses '{keyword}', which this validator does not know.");
        }
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && Math.Floor(number) == number,
        "null" => value is null,
        _ => throw new NotSupportedException($"type {type}"),
    };

    private static string? Text(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var result) ? result : null;

    private static double? Number(JsonNode? value) =>
        value?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
