using System;
using System.Linq;

namespace MopsPS.Internal;

/// <summary>The texts of the views of duplicates. Not for scripts.</summary>
public static class DuplicateText
{
    private const int Most = 5;

    /// <summary>The members of a group that do not survive: keys and places, no values.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The first five, and how many more there are.</returns>
    public static string Others(DuplicateGroup group)
    {
        var others = (group ?? throw new ArgumentNullException(nameof(group))).Members.Where(member => !member.IsSurvivor).ToArray();
        var text = string.Join("; ", others.Take(Most).Select(member => member.Id ?? member.ToString()));
        return others.Length > Most ? $"{text}; and {others.Length - Most} more" : text;
    }
}
