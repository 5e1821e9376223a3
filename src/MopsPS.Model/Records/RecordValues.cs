using System.Collections;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>The values of a record in column order. Each is decoded when it is asked for: whoever needs one twice keeps it.</summary>
internal sealed class RecordValues(MopsRecord record) : IReadOnlyList<string?>
{
    public int Count => record.Schema.Count;

    public string? this[int index] => record[index];

    public IEnumerator<string?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return record[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
