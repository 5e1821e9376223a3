using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>A file to write: rows that may have different columns.</summary>
internal sealed class MergeTable
{
    public MergeTable(string name, string purpose)
    {
        Name = name;
        Purpose = purpose;
    }

    public string Name { get; }

    public string Purpose { get; }

    public List<(IReadOnlyList<string> Columns, IReadOnlyList<string?> Values)> Rows { get; } = [];

    public void Add(IReadOnlyList<string> columns, params string?[] values) => Rows.Add((columns, values));

    /// <summary>Adds a row that names a record and the values of it that change; none where nothing changes.</summary>
    public void AddChanges(string idColumn, MergeProposal proposal, Func<string, string> name)
    {
        var changes = proposal.Picks.Where(pick => pick.IsChange && !string.IsNullOrWhiteSpace(pick.Value)).ToList();
        if (changes.Count > 0) Add([idColumn, .. changes.Select(pick => name(pick.Column))], [proposal.Master.Id, .. changes.Select(pick => pick.Value)]);
    }
}
