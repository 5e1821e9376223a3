using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Records.Fields;

/// <summary>The columns of one export by canonical field.</summary>
public sealed class FieldMapping
{
    private readonly Dictionary<string, FieldMatch> _matches;

    internal FieldMapping(RecordSchema schema, ExportProfile profile, IReadOnlyList<FieldMatch> matches)
    {
        Schema = schema;
        Profile = profile;
        Matches = matches;
        _matches = matches.ToDictionary(match => match.Field.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The columns.</summary>
    public RecordSchema Schema { get; }

    /// <summary>The profile that was given or detected.</summary>
    public ExportProfile Profile { get; }

    /// <summary>One match for each canonical field, in catalogue order.</summary>
    public IReadOnlyList<FieldMatch> Matches { get; }

    /// <summary>The column of a field where there is exactly one.</summary>
    /// <param name="field">The canonical field.</param>
    /// <returns>The zero-based column, or -1.</returns>
    public int IndexOf(string field) => Get(field).Column;

    /// <summary>The match of a field.</summary>
    /// <param name="field">The canonical field.</param>
    /// <returns>The match.</returns>
    /// <exception cref="ArgumentException">There is no such canonical field.</exception>
    public FieldMatch Get(string field) =>
        _matches.TryGetValue(field, out var match) ? match : throw new ArgumentException($"'{field}' is not a canonical field; Get-MopsField -List shows them.", nameof(field));

    /// <summary>The column of a field that an analysis cannot do without.</summary>
    /// <param name="field">The canonical field.</param>
    /// <returns>The zero-based column.</returns>
    /// <exception cref="FieldNotFoundException">No column plays the part.</exception>
    /// <exception cref="AmbiguousFieldException">Several are equally good.</exception>
    public int Require(string field)
    {
        var match = Get(field);
        if (match.Column >= 0) return match.Column;
        var name = match.Field.Name;
        var where = Schema.Source is null ? "the input" : System.IO.Path.GetFileName(Schema.Source);
        if (match.Conflicts.Count > 0)
        {
            throw new AmbiguousFieldException(
                name,
                $"{name} could be any of {Quote(match.Conflicts)} in {where}. Say which: -FieldMap @{{ {name} = '{Escape(match.Conflicts[0])}' }}.",
                match.Conflicts);
        }

        var near = NearMisses(Schema, name);
        throw new FieldNotFoundException(
            name,
            $"No column of {where} is known as {name}. {(near.Count > 0 ? $"Near: {Quote(near)}. " : "")}Columns: {Quote(Schema.Columns)}. "
            + $"Name it: -FieldMap @{{ {name} = '{(near.Count > 0 ? Escape(near[0]) : "Your Column")}' }}.",
            near);
    }

    internal static IReadOnlyList<string> NearMisses(RecordSchema schema, string name)
    {
        // Two letters, or up to a third of them, may differ, or one name may stand in the other ("Work Email 2" for Email).
        var wanted = HeaderName.Normalize(name);
        return
        [
            .. schema.Columns
                .Select(column => (column, header: HeaderName.Normalize(column)))
                .Select(pair => (pair.column, distance: HeaderName.Distance(pair.header, wanted), contains: pair.header.IndexOf(wanted, StringComparison.Ordinal) >= 0))
                .Where(pair => pair.contains || pair.distance <= Math.Max(2, wanted.Length / 3))
                .OrderBy(pair => pair.distance)
                .Take(5)
                .Select(pair => pair.column)
        ];
    }

    internal static string Quote(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static string Escape(string name) => name.Replace("'", "''");
}
