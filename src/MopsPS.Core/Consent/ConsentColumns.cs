using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Consent;

/// <summary>Which columns of an export hold consent, opt-out and bounces, as places in the row that is read.</summary>
public sealed class ConsentColumns
{
    private ConsentColumns(Func<IReadOnlyList<string>, int[]> find, ConsentPolicy policy, ConsentPurpose purpose, string name, int country)
    {
        Purpose = name;
        Consent = find(purpose.Columns);
        Date = find(purpose.Date);
        Expires = find(purpose.Expires);
        OptOut = [.. find(policy.OptOut).Concat(find(purpose.OptOut)).Distinct()];
        HardBounced = find(policy.HardBounced);
        Country = country;
    }

    /// <summary>The purpose.</summary>
    public string Purpose { get; }

    /// <summary>Columns of the consent; empty where the export has none.</summary>
    public IReadOnlyList<int> Consent { get; }

    /// <summary>Columns of its date.</summary>
    public IReadOnlyList<int> Date { get; }

    /// <summary>Columns of its end.</summary>
    public IReadOnlyList<int> Expires { get; }

    /// <summary>Columns of opt-outs, in general and of the purpose.</summary>
    public IReadOnlyList<int> OptOut { get; }

    /// <summary>Columns of hard bounces.</summary>
    public IReadOnlyList<int> HardBounced { get; }

    /// <summary>The column of the country; -1 for none.</summary>
    public int Country { get; }

    /// <summary>Finds the columns in a schema that is read whole.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="purpose">The purpose; null for the policy's default.</param>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns, as places in the schema.</returns>
    /// <exception cref="ArgumentException">The policy has no such purpose.</exception>
    public static ConsentColumns Find(ConsentPolicy policy, string? purpose, FieldMapping fields) => Find(policy, purpose, fields, column => column);

    /// <summary>Finds the columns and adds them to those that an analysis reads.</summary>
    internal static ConsentColumns Find(ConsentPolicy policy, string? purpose, FieldMapping fields, ColumnSet set) => Find(policy, purpose, fields, set.Add);

    /// <summary>Whether a name of the policy means a column.</summary>
    internal static bool Means(string name, string column, string? field) =>
        string.Equals(name, field, StringComparison.OrdinalIgnoreCase)
        || (name.IndexOfAny(['*', '?']) >= 0 ? Wildcard.IsMatch(name, column) : HeaderName.Normalize(name) == HeaderName.Normalize(column));

    private static ConsentColumns Find(ConsentPolicy policy, string? purpose, FieldMapping fields, Func<int, int> place)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var name = purpose ?? policy.DefaultPurpose;
        if (!policy.Purposes.TryGetValue(name, out var wanted))
            throw new ArgumentException($"The policy has no purpose '{name}' under consent.purposes; it has {string.Join(", ", policy.Purposes.Keys)}.", nameof(purpose));
        var fieldOf = fields.Matches.Where(match => match.Column >= 0).ToDictionary(match => match.Column, match => match.Field.Name);
        int[] Columns(IReadOnlyList<string> names) =>
        [
            .. names.SelectMany(known => Enumerable.Range(0, fields.Schema.Count)
                .Where(column => Means(known, fields.Schema.Columns[column], fieldOf.TryGetValue(column, out var field) ? field : null))).Distinct().Select(place)
        ];
        return new ConsentColumns(Columns, policy, wanted, name, place(fields.IndexOf("Country")));
    }
}
