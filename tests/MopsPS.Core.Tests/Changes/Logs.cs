using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Changes;

namespace MopsPS.Core.Tests.Changes;

/// <summary>A log in a folder of its own.</summary>
internal sealed class Logs : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("mops-changes-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "changes.jsonl");

    public string Head => Path + ".head";

    public List<ChangeEntry> Written { get; } = [];

    public static Logs With(int entries)
    {
        var log = new Logs();
        for (var i = 1; i <= entries; i++) log.Append($"change {i}: \"quoted\" \u00fc\ud83d\ude80 \u0001");
        return log;
    }

    public ChangeEntry Append(string summary, string? category = null, string? ticket = null)
    {
        var entry = ChangeLog.Append(Path, new ChangeEntry { Author = "tester", Summary = summary, Category = category, Ticket = ticket }, Patience);
        Written.Add(entry);
        return entry;
    }

    public string[] Lines() => File.ReadAllLines(Path);

    public void Write(IEnumerable<string> lines) => File.WriteAllText(Path, string.Concat(lines.Select(line => line + "\n")), new UTF8Encoding(false));

    public ChangeLogResult Verify(string? anchor = null, MopsPolicy? policy = null) => Verify(anchor, policy, out _);

    public ChangeLogResult Verify(string? anchor, MopsPolicy? policy, out IReadOnlyList<ChangeEntry> entries) =>
        new ChangeVerifier(policy ?? new MopsPolicy(), new DateTime(2026, 11, 25)).Verify(ChangeLogContent.Read(Path, Patience), anchor, out entries);

    /// <summary>The findings as rule and target.</summary>
    public string[] Faults(string? anchor = null) => [.. Verify(anchor).Findings.Select(finding => $"{finding.RuleId} {finding.Target}".Trim())];

    /// <summary>The line of a changed entry with a hash that fits it, as a forger makes it.</summary>
    public static string Forged(string line, string from, string to)
    {
        var entry = ChangeText.Read(line.Replace(from, to, StringComparison.Ordinal), out _)!;
        return ChangeText.Line(entry);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
