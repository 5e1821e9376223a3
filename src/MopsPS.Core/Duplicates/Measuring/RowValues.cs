using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Reads columns that are not compared (keys, sources, dates) of all rows of a finder in one more pass.</summary>
internal static class RowValues
{
    /// <summary>Hands each row's values over.</summary>
    /// <param name="finder">Holds the rows.</param>
    /// <param name="columns">For each input the names of the columns wanted; a name that is null or unknown gives null.</param>
    /// <param name="take">Receives the zero-based row over all input and its values; the array is used again.</param>
    /// <exception cref="InvalidDataException">A file changed since it was compared.</exception>
    public static void Read(DuplicateFinder finder, Func<DuplicateInput, IReadOnlyList<string?>> columns, Action<int, string?[]> take)
    {
        var rows = finder.Inputs.ToDictionary(input => input, input => new int[input.Count]);
        for (var row = 0; row < finder.Rows; row++)
        {
            var (input, index) = finder.Locate(row);
            rows[input][index] = row;
        }

        foreach (var input in finder.Inputs)
        {
            finder.Options.Cancellation.ThrowIfCancellationRequested();
            var wanted = columns(input).Select(column => column is null ? -1 : input.Fields.Schema.IndexOf(column)).ToArray();
            var values = new string?[wanted.Length];
            if (input.Open is null)
            {
                for (var i = 0; i < input.Count; i++)
                {
                    for (var c = 0; c < wanted.Length; c++) values[c] = wanted[c] < 0 ? null : input.Kept[i][wanted[c]];
                    take(rows[input][i], values);
                }

                continue;
            }

            using var reader = input.Open();
            var read = 0;
            for (; reader.Read(); read++)
            {
                if ((read & 0xFFF) == 0) finder.Options.Cancellation.ThrowIfCancellationRequested();
                if (read >= input.Count) continue;
                for (var c = 0; c < wanted.Length; c++) values[c] = wanted[c] < 0 ? null : reader.GetString(wanted[c]);
                take(rows[input][read], values);
            }

            if (read != input.Count) throw new InvalidDataException($"'{input.Name}' had {input.Count} rows when it was compared and has {read} now. Let nothing write to it meanwhile.");
        }
    }
}
