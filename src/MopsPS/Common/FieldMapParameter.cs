using System;
using System.Collections;
using System.Collections.Generic;

namespace MopsPS.Common;

/// <summary>Reads the parameter -FieldMap: a hashtable of parts and the columns that play them.</summary>
internal static class FieldMapParameter
{
    /// <summary>The columns by part, without regard to case; of parts that differ in case only, one of them.</summary>
    /// <param name="map">What was given; null for nothing.</param>
    /// <returns>The map; null where none was given.</returns>
    public static Dictionary<string, string>? Read(Hashtable? map)
    {
        if (map is null) return null;
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in map) columns[entry.Key.ToString()!] = RecordAccessor.Text(entry.Value) ?? string.Empty;
        return columns;
    }
}
