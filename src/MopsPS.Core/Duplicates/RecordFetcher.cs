using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace MopsPS.Core.Duplicates;

/// <summary>Fetches the whole records of some rows: from the pipeline they were kept, of a file they are read in one more pass.</summary>
internal static class RecordFetcher
{
    /// <summary>Fetches records.</summary>
    /// <param name="finder">The inputs.</param>
    /// <param name="rows">The zero-based rows over all input, each once, in any order.</param>
    /// <param name="onProgress">Receives how much is done, 0 to 1; on this thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The records by row.</returns>
    /// <exception cref="InvalidDataException">A file changed since it was compared.</exception>
    public static Dictionary<int, MopsRecord> Fetch(DuplicateFinder finder, IEnumerable<int> rows, Action<double>? onProgress, CancellationToken cancellation)
    {
        var records = new Dictionary<int, MopsRecord>();
        var wanted = rows.Select(row => (Row: row, finder.Locate(row).Input, finder.Locate(row).Index)).GroupBy(place => place.Input).ToArray();
        double done = 0, all = Math.Max(1, wanted.Sum(group => group.Key.Open is null ? 0 : group.Key.Count));
        foreach (var group in wanted)
        {
            var input = group.Key;
            if (input.Open is null)
            {
                foreach (var (row, _, index) in group) records.Add(row, input.Kept[index]);
                continue;
            }

            var rowsByIndex = group.ToDictionary(place => place.Index, place => place.Row);
            using var reader = input.Open();
            var read = 0;
            for (; reader.Read(); read++)
            {
                if ((read & 0xFFF) == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    onProgress?.Invoke((done + read) / all);
                }

                if (rowsByIndex.TryGetValue(read, out var row)) records.Add(row, reader.ToRecord());
            }

            if (read != input.Count) throw new InvalidDataException($"'{input.Name}' had {input.Count} rows when it was compared and has {read} now. Let nothing write to it meanwhile.");
            done += read;
        }

        return records;
    }
}
