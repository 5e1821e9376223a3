using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Records.Fields;

/// <summary>Describes each column of an export by a mapping and some sampled rows.</summary>
public static class FieldReport
{
    /// <summary>One description for each column, in file order.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="samples">Some rows in column order.</param>
    /// <returns>The descriptions; sample values of personal fields, and of columns that play no part, are masked.</returns>
    public static IEnumerable<FieldColumn> Describe(FieldMapping mapping, IReadOnlyList<IReadOnlyList<string?>> samples)
    {
        for (var i = 0; i < mapping.Schema.Count; i++)
        {
            var column = mapping.Schema.Columns[i];
            var match = mapping.Matches.FirstOrDefault(match => match.Column == i);
            var conflict = mapping.Matches.FirstOrDefault(match => match.Conflicts.Contains(column));
            var values = samples.Select(row => row[i]).Where(value => !string.IsNullOrWhiteSpace(value)).ToArray();
            yield return new FieldColumn(
                column, match?.Field.Name, match?.Evidence ?? FieldEvidence.None,
                match?.Reason ?? (conflict is null ? "no canonical field is known by this name" : $"{conflict.Field.Name} is {conflict.Reason}"))
            {
                Profile = mapping.Profile,
                FillRate = samples.Count == 0 ? null : (double)values.Length / samples.Count,
                Sample = values.Length == 0 ? null : Show(values[0]!, match?.Field),
                Source = mapping.Schema.Source,
            };
        }
    }

    // What a column that plays no part holds is not known: it may be personal.
    private static string Show(string value, CanonicalField? field) =>
        field is { IsPersonal: false } && !ContentEvidence.LooksLikeEmail(value) ? value
        : Masking.Value(value, ContentEvidence.LooksLikeEmail(value) ? FieldKind.Email : field?.Kind ?? FieldKind.Text);
}
