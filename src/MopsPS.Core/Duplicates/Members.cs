namespace MopsPS.Core.Duplicates;

/// <summary>Makes the members of groups.</summary>
internal static class Members
{
    /// <summary>Makes a member.</summary>
    /// <param name="finder">The inputs.</param>
    /// <param name="row">The zero-based row over all input.</param>
    /// <param name="record">The whole record.</param>
    /// <param name="isSurvivor">Whether it is the suggested survivor.</param>
    public static DuplicateMember Make(DuplicateFinder finder, int row, MopsRecord record, bool isSurvivor = false)
    {
        var input = finder.Locate(row).Input;
        var key = ObjectTypes.KeyColumn(input.Fields);
        return new DuplicateMember(record, row + 1)
        {
            Id = key < 0 || string.IsNullOrWhiteSpace(record[key]) ? null : record[key]!.Trim(),
            ObjectType = input.ObjectType,
            IsKnown = input.IsKnown,
            IsSurvivor = isSurvivor,
        };
    }
}
