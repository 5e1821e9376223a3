using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Collects the mistakes of one reading.</summary>
internal sealed class PolicyProblems
{
    private readonly List<PolicyProblem> _items = [];

    /// <summary>The file being read; a file that is extended sets its own while it is read.</summary>
    public string? File { get; set; }

    public IReadOnlyList<PolicyProblem> Items => _items;

    public bool HasErrors => _items.Any(problem => problem.Severity == Severity.Error);

    public void Add(Severity severity, string path, int line, int column, string message, string? value = null, string? suggestion = null) =>
        _items.Add(new PolicyProblem(severity, path, message)
        {
            File = File,
            Line = line,
            Column = column,
            Value = value is { Length: > 100 } ? value.Substring(0, 100) + "…" : value,
            Suggestion = suggestion,
        });

    public void Error(PolicyNode node, string message, string? suggestion = null) => Add(
        Severity.Error, node.Path, node.Line, node.Column, message,
        node.Kind == PolicyNodeKind.Boolean ? (node.Boolean ? "true" : "false") : node.Text.Length == 0 ? null : node.Text, suggestion);

    public void Warn(PolicyNode node, string message) => Add(Severity.Warning, node.Path, node.Line, node.Column, message, node.Text);

    /// <summary>The nearest of the known words, or null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > 64) return null;
        var best = known.Select(candidate => (candidate, distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.distance).FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, best.candidate.Length / 3) ? best.candidate : null;
    }

    /// <summary>Levenshtein's distance, two rows.</summary>
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            previous = row;
        }

        return previous[b.Length];
    }
}
