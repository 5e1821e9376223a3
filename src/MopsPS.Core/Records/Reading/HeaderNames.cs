using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Records.Reading;

/// <summary>Makes column names of header fields: trimmed, none blank, no two alike without regard to case.</summary>
internal static class HeaderNames
{
    public static string[] Make(IReadOnlyList<string> fields, string source, int line, ImportOptions options)
    {
        var names = new string[fields.Count];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            if (!string.IsNullOrWhiteSpace(field)) taken.Add(field.Trim());
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < names.Length; i++)
        {
            var name = fields[i].Trim().Trim('\uFEFF');
            var isBlank = name.Length == 0;
            if (!isBlank && seen.Add(name))
            {
                names[i] = name;
                continue;
            }

            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            var kind = isBlank ? "BlankHeader" : "DuplicateHeader";
            var what = isBlank ? $"Column {number} has no name" : $"Column {number} has the name '{name}' of an earlier column";
            var position = new SourcePosition(source, line: line, column: isBlank ? null : name);
            if (options.DuplicateHeader == DuplicateHeader.Error)
                throw new ExportFormatException(kind, $"{what}. Correct the header, or read the file with renamed headers.", position);
            names[i] = Free(isBlank ? "Column" : name + "_", isBlank ? i + 1 : 2, taken);
            taken.Add(names[i]);
            seen.Add(names[i]);
            options.OnProblem?.Invoke(new RecordProblem(kind, $"{what}; it is read as '{names[i]}'.", position) { Value = isBlank ? null : name, Expected = "a name of its own" });
        }

        return names;
    }

    private static string Free(string stem, int number, HashSet<string> taken)
    {
        string name;
        do
        {
            name = stem + (number++).ToString(CultureInfo.InvariantCulture);
        }
        while (taken.Contains(name));
        return name;
    }
}
