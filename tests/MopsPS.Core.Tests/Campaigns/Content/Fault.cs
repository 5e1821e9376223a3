using System;
using System.Linq;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>One fault put into a clean file, and the check that must find it there.</summary>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Check">The check that must find it.</param>
/// <param name="Old">The text that is replaced; null for the whole file.</param>
/// <param name="New">What is put there; a § marks the line of the finding, none says that the place is that of a file or an element that lacks something.</param>
/// <param name="Also">Checks that find the same fault by right.</param>
internal sealed record Fault(string Kind, string Check, string? Old, string New, params string[] Also)
{
    /// <summary>Puts the fault in.</summary>
    /// <returns>The text, and the one-based line where it must be found; 0 for none.</returns>
    public (string Text, int Line) In(string clean)
    {
        var text = New;
        if (Old is not null)
        {
            var at = clean.IndexOf(Old, StringComparison.Ordinal);
            if (at < 0) throw new InvalidOperationException($"'{Old}' is not in the clean file ({Kind}).");
            text = string.Concat(clean.AsSpan(0, at), New, clean.AsSpan(at + Old.Length));
        }

        var mark = text.IndexOf('§');
        return mark < 0 ? (text, 0) : (text.Remove(mark, 1), text.Take(mark).Count(c => c == '\n') + 1);
    }

    public override string ToString() => Kind;
}
