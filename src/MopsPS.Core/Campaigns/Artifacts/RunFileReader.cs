using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace MopsPS.Core.Campaigns;

/// <summary>Reads back what <see cref="RunFile"/> wrote.</summary>
internal static class RunFileReader
{
    /// <summary>The largest file in bytes; a run with a hundred findings of every check in hundreds of files is smaller.</summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>Reads a run.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The run; null for JSON that is no run.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CampaignQAResult? Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > MaxBytes) throw new InvalidDataException($"'{path}' has more than {MaxBytes >> 20} MB; that is no run.");
        try
        {
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.String || schema.GetString() != RunFile.Schema) return null;
            return Read(root);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"'{path}' is a damaged run: {exception.Message}", exception);
        }
    }

    private static CampaignQAResult Read(JsonElement root)
    {
        var (policy, decision) = (root.GetProperty("policy"), root.GetProperty("decision"));
        var campaign = root.GetProperty("campaign").GetString()!;
        return new CampaignQAResult
        {
            Campaign = campaign,
            Path = Text(root, "path"),
            Owner = Text(root, "owner"),
            LaunchDate = Day(root, "launchDate"),
            Time = root.GetProperty("time").GetDateTimeOffset(),
            User = Text(root, "user") ?? string.Empty,
            ModuleVersion = Text(root, "moduleVersion") ?? string.Empty,
            PolicyName = Text(policy, "name") ?? string.Empty,
            PolicyVersion = Text(policy, "version") ?? string.Empty,
            Decision = Choice<CampaignDecision>(decision, "outcome"),
            DecisionRule = Text(decision, "rule") ?? string.Empty,
            DecisionReason = Text(decision, "reason") ?? string.Empty,
            Checks = [.. root.GetProperty("checks").EnumerateArray().Select(check => Check(check, campaign))],
            Waivers = [.. root.GetProperty("waivers").EnumerateArray().Select(waiver => new CampaignWaiver
            {
                Check = Text(waiver, "check") ?? string.Empty,
                File = Text(waiver, "file"),
                Name = Text(waiver, "name") ?? string.Empty,
                Reason = Text(waiver, "reason") ?? string.Empty,
                Expires = Day(waiver, "expires") ?? default,
            })],
            Inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(input => new CampaignInput
            {
                Name = Text(input, "name") ?? string.Empty,
                Kind = Choice<CampaignAssetKind>(input, "kind"),
                Length = input.GetProperty("length").GetInt64(),
                Sha256 = Text(input, "sha256"),
                Problem = Text(input, "problem"),
            })],
        };
    }

    private static CampaignCheck Check(JsonElement check, string campaign)
    {
        var id = Text(check, "id") ?? string.Empty;
        return new CampaignCheck
        {
            Campaign = campaign,
            Area = Choice<CampaignArea>(check, "area"),
            CheckId = id,
            Name = Text(check, "name") ?? string.Empty,
            Status = Choice<CampaignCheckStatus>(check, "status"),
            Severity = Choice<Severity>(check, "severity"),
            FileCount = check.GetProperty("files").GetInt32(),
            Reason = Text(check, "reason"),
            Remedy = Text(check, "remedy"),
            IsWaived = check.GetProperty("isWaived").GetBoolean(),
            SignOff = check.TryGetProperty("signOff", out var signOff)
                ? new CampaignSignOff { Item = Text(check, "name") ?? string.Empty, Name = Text(signOff, "name") ?? string.Empty, Date = Day(signOff, "date") ?? default, Note = Text(signOff, "note") } : null,
            Evidence = [.. check.GetProperty("evidence").EnumerateArray().Select(finding => new Finding(id, Choice<Severity>(finding, "severity"), Text(finding, "message") ?? string.Empty)
            {
                Target = Text(finding, "file"),
                Field = Text(finding, "field"),
                Value = Text(finding, "value"),
                Suggestion = Text(finding, "suggestion"),
                Source = new SourcePosition(Text(finding, "file"), finding.GetProperty("row").GetInt32(), finding.GetProperty("line").GetInt32(), null, finding.GetProperty("column").GetInt32()),
                IsSuppressed = finding.GetProperty("isSuppressed").GetBoolean(),
                Reason = Text(finding, "suppression"),
            })],
        };
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static DateTime? Day(JsonElement element, string name) =>
        Text(element, name) is { } text ? DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None) : null;

    private static T Choice<T>(JsonElement element, string name)
        where T : struct, Enum => (T)Enum.Parse(typeof(T), Text(element, name) ?? string.Empty);
}
