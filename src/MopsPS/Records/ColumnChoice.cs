using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Core.Records;

namespace MopsPS.Records;

/// <summary>The columns that a user names, exactly or by wildcard.</summary>
internal static class ColumnChoice
{
    /// <summary>Finds them.</summary>
    /// <param name="schema">The columns of the file.</param>
    /// <param name="names">Names or wildcards.</param>
    /// <returns>Positions in the order of the names, each once.</returns>
    /// <exception cref="ExportFormatException">A name is not there (<c>ColumnNotFound</c>).</exception>
    public static IReadOnlyList<int> Positions(RecordSchema schema, IEnumerable<string> names)
    {
        var chosen = new List<int>();
        foreach (var name in names)
        {
            // A header may itself hold wildcard characters: the exact name goes first.
            var exact = schema.IndexOf(name);
            var found = exact >= 0 ? [exact] : Matching(schema, name);
            if (found.Length == 0)
            {
                throw new ExportFormatException(
                    "ColumnNotFound", $"There is no column '{name}'. The columns are: {schema}.", new SourcePosition(schema.Source, column: name));
            }

            chosen.AddRange(found.Where(position => !chosen.Contains(position)));
        }

        return chosen;
    }

    private static int[] Matching(RecordSchema schema, string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name)) return [];
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        return [.. Enumerable.Range(0, schema.Count).Where(i => pattern.IsMatch(schema.Columns[i]))];
    }
}
