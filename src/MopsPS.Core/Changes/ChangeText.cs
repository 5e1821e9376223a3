using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Changes;

/// <summary>An entry as a line of the log. Its hash is that of the canonical line without the member <c>hash</c>, so that anybody can verify it.</summary>
internal static class ChangeText
{
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The line of an entry; its hash is reckoned here.</summary>
    public static string Line(ChangeEntry entry)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["v"] = "1",
            ["sequence"] = entry.Sequence.ToString(CultureInfo.InvariantCulture),
            ["time"] = CanonicalJson.Text(entry.Time.ToString(TimeForm, CultureInfo.InvariantCulture)),
            ["author"] = CanonicalJson.Text(entry.Author),
            ["summary"] = CanonicalJson.Text(entry.Summary),
            ["previous"] = CanonicalJson.Text(entry.Previous),
        };
        Optional("category", entry.Category);
        Optional("target", entry.Target);
        Optional("ticket", entry.Ticket);
        Optional("approver", entry.Approver);
        Optional("reason", entry.Reason);
        Optional("before", entry.Before);
        Optional("after", entry.After);
        Optional("command", entry.Command);
        Optional("policy", entry.Policy);
        Optional("afterTorn", entry.AfterTorn);
        if (entry.Files.Count > 0) members["files"] = "[" + string.Join(",", entry.Files.Select(File)) + "]";
        members["hash"] = CanonicalJson.Text(ChangeHash.Of(CanonicalJson.Object(members)));
        return CanonicalJson.Object(members);

        void Optional(string name, string? value)
        {
            if (value is not null) members[name] = CanonicalJson.Text(value);
        }
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes, without the line break.</param>
    /// <param name="hash">The hash that its content has; it differs from the stated one where the line was changed.</param>
    /// <returns>The entry as it states itself, or null where the line is none.</returns>
    public static ChangeEntry? Read(byte[] line, out string hash)
    {
        hash = string.Empty;
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            hash = ChangeHash.Of(CanonicalJson.Of(json.RootElement, "hash"));
            return Entry(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads a line of text; for tests and tools.</summary>
    public static ChangeEntry? Read(string line, out string hash) => Read(Encoding.UTF8.GetBytes(line), out hash);

    private static ChangeEntry? Entry(JsonElement json)
    {
        if (json.GetProperty("v").GetInt32() < 1 || json.GetProperty("sequence").GetInt64() is var sequence && sequence < 1) return null;
        return new ChangeEntry
        {
            Sequence = json.GetProperty("sequence").GetInt64(),
            Time = DateTime.Parse(Required("time"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            Author = Required("author"),
            Summary = Required("summary"),
            Previous = Required("previous"),
            Hash = Required("hash"),
            Category = Text("category"),
            Target = Text("target"),
            Ticket = Text("ticket"),
            Approver = Text("approver"),
            Reason = Text("reason"),
            Before = Text("before"),
            After = Text("after"),
            Command = Text("command"),
            Policy = Text("policy"),
            AfterTorn = Text("afterTorn"),
            Files = json.TryGetProperty("files", out var files)
                ? [.. files.EnumerateArray().Select(file => new ChangeFile { Path = file.GetProperty("path").GetString()!, Hash = file.GetProperty("sha256").GetString()!, Length = file.GetProperty("bytes").GetInt64() })]
                : [],
        };

        string Required(string name) => json.GetProperty(name).GetString() ?? throw new FormatException();

        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static string File(ChangeFile file) => CanonicalJson.Object(new Dictionary<string, string>
    {
        ["path"] = CanonicalJson.Text(file.Path),
        ["sha256"] = CanonicalJson.Text(file.Hash),
        ["bytes"] = file.Length.ToString(CultureInfo.InvariantCulture),
    });
}
