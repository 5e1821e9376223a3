using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Reconciliation;

/// <summary>Which columns of the two sides belong together, and how each is compared. Made from the first input of each side; the others must have the same columns.</summary>
internal sealed class ComparePlan
{
    private readonly FieldMapping _left;
    private readonly FieldMapping _right;

    public ComparePlan(FieldMapping left, FieldMapping right, IReadOnlyList<CompareSlot> slots, IReadOnlyList<string> ignored)
    {
        _left = left;
        _right = right;
        Slots = [.. slots];
        Keys = [.. Indices(SlotRole.Key)];
        Fields = [.. Indices(SlotRole.Field)];
        Email = First(SlotRole.Email);
        Changed = First(SlotRole.Changed);
        Synced = First(SlotRole.Synced);
        Status = First(SlotRole.Status);
        OnlyOneSide = ignored;
    }

    public CompareSlot[] Slots { get; }

    public int[] Keys { get; }

    public int[] Fields { get; }

    public int Email { get; }

    public int Changed { get; }

    public int Synced { get; }

    public int Status { get; }

    /// <summary>The columns that have no counterpart and are not compared, for a verbose message.</summary>
    public IReadOnlyList<string> OnlyOneSide { get; }

    /// <summary>Whether a key or a value that is shown may be personal.</summary>
    public bool HasPersonalKey => Keys.Any(key => Slots[key].IsPersonal && Slots[key].As != ComparedAs.Id);

    /// <summary>Where each slot stands in the rows of one input.</summary>
    /// <param name="fields">The input.</param>
    /// <param name="isLeft">Its side.</param>
    /// <param name="columns">Takes the columns to read.</param>
    /// <returns>Places in the row that is read; -1 where the slot has none on this side.</returns>
    /// <exception cref="ExportFormatException">The input lacks a column that the first input of its side has.</exception>
    public int[] Bind(FieldMapping fields, bool isLeft, ColumnSet columns)
    {
        var first = isLeft ? _left : _right;
        return [.. Slots.Select(slot => isLeft ? slot.LeftColumn : slot.RightColumn).Select((name, i) =>
        {
            if (name is null) return -1;
            var at = fields.Schema.IndexOf(name);
            if (at < 0 && !ReferenceEquals(fields, first) && Slots[i].Field is { } field) at = fields.IndexOf(field.Name);
            return at >= 0 ? columns.Add(at) : columns.Add(fields.Schema, name);
        })];
    }

    private IEnumerable<int> Indices(SlotRole role) => Enumerable.Range(0, Slots.Length).Where(i => Slots[i].Role == role);

    private int First(SlotRole role) => Array.FindIndex(Slots, slot => slot.Role == role);
}
