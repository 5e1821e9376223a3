using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>A value that takes the place of another one in a row.</summary>
/// <param name="Place">The column's place in the row.</param>
/// <param name="Text">The value.</param>
internal readonly record struct NewValue(int Place, string Text)
{
    /// <summary>The values of a row with the new ones in their places.</summary>
    /// <param name="row">The row, with all columns.</param>
    /// <param name="values">The new values.</param>
    public static string?[] Put(RecordReader row, IReadOnlyList<NewValue> values)
    {
        var all = new string?[row.Schema.Count];
        for (var i = 0; i < all.Length; i++) all[i] = row.GetString(i);
        foreach (var value in values) all[value.Place] = value.Text;
        return all;
    }
}
