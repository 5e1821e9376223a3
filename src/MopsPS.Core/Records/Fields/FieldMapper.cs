using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Records.Fields;

/// <summary>Finds which column of an export plays which canonical part, and never guesses between two that are equally good.</summary>
public static class FieldMapper
{
    /// <summary>Maps the columns of an export.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="options">Profile and overrides; null to detect everything.</param>
    /// <param name="samples">Some rows in column order, for e-mail, phone and web address columns whose headers say nothing; may be null.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="FieldNotFoundException">An override names a column that is not there.</exception>
    /// <exception cref="ArgumentException">An override is for something that is no canonical field.</exception>
    public static FieldMapping Map(RecordSchema schema, FieldMapOptions? options = null, IReadOnlyList<IReadOnlyList<string?>>? samples = null)
    {
        var headers = schema.Columns.Select(HeaderName.Normalize).ToArray();
        var profile = options?.Profile ?? DetectProfile(schema);
        var overrides = Resolve(schema, options?.Overrides);
        var taken = new HashSet<int>(overrides.Values);
        var matches = new List<FieldMatch>();
        foreach (var field in FieldCatalog.Fields)
        {
            matches.Add(overrides.TryGetValue(field.Name, out var column)
                ? new FieldMatch(field, column, FieldEvidence.Override, "named by the field map", [])
                : ByName(field, schema, headers, profile, taken));
        }

        foreach (var match in matches.Where(match => match.Column >= 0)) taken.Add(match.Column);
        foreach (var match in matches)
            foreach (var name in match.Conflicts) taken.Add(schema.IndexOf(name));
        if (samples is { Count: > 0 })
        {
            for (var i = 0; i < matches.Count; i++)
            {
                if (matches[i] is { Column: < 0, Conflicts.Count: 0 } open) matches[i] = ContentEvidence.Find(open, schema, samples, taken);
            }
        }

        return new FieldMapping(schema, profile, matches);
    }

    /// <summary>Tells by the headers which product made an export.</summary>
    /// <param name="schema">The columns.</param>
    /// <returns>The product whose own names are most; Generic where none are or two products are level.</returns>
    public static ExportProfile DetectProfile(RecordSchema schema)
    {
        var headers = new HashSet<string>(schema.Columns.Select(HeaderName.Normalize), StringComparer.Ordinal);
        var connector = schema.Columns.Any(column => column.StartsWith("property_", StringComparison.OrdinalIgnoreCase)
            || column.StartsWith("properties.", StringComparison.OrdinalIgnoreCase));
        var scores = FieldCatalog.Aliases
            .Where(alias => alias.IsMarker && headers.Contains(alias.Normalized))
            .GroupBy(alias => alias.Profile)
            .ToDictionary(group => group.Key, group => group.Select(alias => alias.Normalized).Distinct().Count());

        // Only HubSpot's connectors put "property_" or "properties." before each column.
        if (connector) scores[ExportProfile.HubSpot] = (scores.TryGetValue(ExportProfile.HubSpot, out var hubSpot) ? hubSpot : 0) + 2;
        if (scores.Count == 0) return ExportProfile.Generic;
        var best = scores.Values.Max();
        var winners = scores.Where(pair => pair.Value == best).ToArray();
        return winners.Length == 1 ? winners[0].Key : ExportProfile.Generic;
    }

    private static FieldMatch ByName(CanonicalField field, RecordSchema schema, string[] headers, ExportProfile profile, HashSet<int> overridden)
    {
        var found = new List<(int Column, FieldAlias Alias)>();
        for (var i = 0; i < headers.Length; i++)
        {
            if (overridden.Contains(i)) continue;
            var alias = Meaning(headers, i, profile);
            if (alias is not null && alias.Field == field.Name) found.Add((i, alias));
        }

        if (found.Count == 0) return new FieldMatch(field, -1, FieldEvidence.None, "no header is known for it", []);
        var rank = found.Min(pair => pair.Alias.Rank);
        var best = found.Where(pair => pair.Alias.Rank == rank).ToArray();
        if (best.Length > 1)
        {
            var names = best.Select(pair => schema.Columns[pair.Column]).ToArray();
            return new FieldMatch(field, -1, FieldEvidence.None, $"ambiguous: {FieldMapping.Quote(names)}", names);
        }

        var (column, winner) = best[0];
        var evidence = string.Equals(HeaderName.Trim(schema.Columns[column]), winner.Name, StringComparison.OrdinalIgnoreCase)
            ? winner.Style == "Label" ? FieldEvidence.Label : FieldEvidence.ApiName
            : FieldEvidence.Alias;
        var others = found.Where(pair => pair.Alias.Rank > rank).Select(pair => schema.Columns[pair.Column]).ToArray();
        var reason = $"{winner.Profile} name '{winner.Name}'" + (others.Length > 0 ? $"; ranks before {FieldMapping.Quote(others)}" : "");
        return new FieldMatch(field, column, evidence, reason, []);
    }

    // What one header means: the profile's own names before the generic ones, a name that needs company before one that does not.
    // In a generic file the names of all products count, provided that they agree on the field.
    private static FieldAlias? Meaning(string[] headers, int column, ExportProfile profile)
    {
        var fitting = FieldCatalog.Aliases
            .Where(alias => !alias.IsMarker && alias.Normalized == headers[column] && (alias.Needs.Count == 0 || alias.Needs.Any(need => Array.IndexOf(headers, need) >= 0)))
            .ToArray();
        foreach (var tier in new[] { profile, ExportProfile.Generic })
        {
            var own = fitting.Where(alias => alias.Profile == tier).OrderBy(alias => alias.Needs.Count == 0).ThenBy(alias => alias.Rank).ToArray();
            if (own.Length > 0) return own[0];
        }

        if (profile != ExportProfile.Generic) return null;
        return fitting.Select(alias => alias.Field).Distinct().Count() == 1 ? fitting.OrderBy(alias => alias.Rank).First() : null;
    }

    private static Dictionary<string, int> Resolve(RecordSchema schema, IReadOnlyDictionary<string, string>? overrides)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in overrides ?? new Dictionary<string, string>())
        {
            var field = FieldCatalog.Find(pair.Key)
                ?? throw new ArgumentException($"The field map names '{pair.Key}', which is not a canonical field; Get-MopsField -List shows them.", nameof(overrides));
            var column = schema.IndexOf(pair.Value);
            if (column < 0)
            {
                var near = FieldMapping.NearMisses(schema, pair.Value);
                throw new FieldNotFoundException(
                    field.Name,
                    $"The field map gives {field.Name} the column '{pair.Value}', which is not there. "
                    + $"{(near.Count > 0 ? $"Near: {FieldMapping.Quote(near)}. " : "")}Columns: {FieldMapping.Quote(schema.Columns)}.",
                    near);
            }

            columns[field.Name] = column;
        }

        return columns;
    }
}
