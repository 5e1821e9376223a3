namespace MopsPS.Shell.Hosting;

/// <summary>How many columns of a screen a text takes: two for the East Asian wide ranges, none for combining marks.</summary>
internal static class CellWidth
{
    public static int Of(char character) => character switch
    {
        < (char)0x300 => 1,
        <= (char)0x36F or (char)0x200B or (char)0x200D or (>= (char)0xFE00 and <= (char)0xFE0F) => 0,
        >= (char)0x1100 and <= (char)0x115F => 2,
        >= (char)0x2E80 and <= (char)0xA4CF and not (char)0x303F => 2,
        >= (char)0xAC00 and <= (char)0xD7A3 => 2,
        >= (char)0xF900 and <= (char)0xFAFF => 2,
        >= (char)0xFE30 and <= (char)0xFE6F => 2,
        >= (char)0xFF00 and <= (char)0xFF60 => 2,
        >= (char)0xFFE0 and <= (char)0xFFE6 => 2,
        // Both halves of a surrogate pair together take two columns, as emoji do.
        _ => 1,
    };

    public static int Of(string text)
    {
        var width = 0;
        foreach (var character in text) width += Of(character);
        return width;
    }
}
