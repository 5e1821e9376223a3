using System;
using System.Collections.Generic;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>The shapes that all sections of a written policy share.</summary>
internal static class PolicyText
{
    /// <summary>An object under a key.</summary>
    public static void Section(this Utf8JsonWriter json, string key, Action members)
    {
        json.WriteStartObject(key);
        members();
        json.WriteEndObject();
    }

    /// <summary>A table with free keys.</summary>
    public static void Table<T>(this Utf8JsonWriter json, string key, IReadOnlyDictionary<string, T> table, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(key);
        foreach (var pair in table)
        {
            json.WritePropertyName(pair.Key);
            write(json, pair.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>A list of objects under a key.</summary>
    public static void Items<T>(this Utf8JsonWriter json, string key, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts under a key.</summary>
    public static void Texts(this Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        json.WritePropertyName(key);
        Texts(json, texts);
    }

    /// <summary>A list of texts.</summary>
    public static void Texts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A text, where there is one.</summary>
    public static void OptionalText(this Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null) json.WriteString(key, text);
    }
}
