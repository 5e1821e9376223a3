using System;

namespace MopsPS.Core.Records.Reading;

/// <summary>Knows what is handed over as delimited text and is none: a login page in place of a download, a picture, a table in HTML.</summary>
internal static class ForeignContent
{
    private const int Looked = 4096;
    private const double MostControls = 0.05;

    /// <summary>What the text really is and what to do; null where it may be delimited text.</summary>
    public static string? Find(TextSample sample)
    {
        var text = sample.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Starts(text, "<!doctype html") || Starts(text, "<html"))
            return "The file is a web page, for example of a login that had run out, or a table that was saved as HTML. Export it again as CSV or .xlsx.";
        if (Starts(text, "<?xml")) return "The file is XML. Export it again as CSV or .xlsx.";
        if (Starts(text, "%PDF-")) return "The file is a PDF. Export the data itself as CSV or .xlsx.";
        return !sample.IsUtf8 && IsBinary(sample.Text) ? "The file is no text. Check that it is the export and was not damaged on its way." : null;
    }

    // NUL bytes are left aside: a text with a block of them in it is damaged, but still a text.
    private static bool IsBinary(string text)
    {
        int controls = 0, length = Math.Min(text.Length, Looked);
        for (var i = 0; i < length; i++) if (text[i] is > '\0' and < ' ' and not ('\t' or '\r' or '\n' or '\f' or '\v')) controls++;
        return length >= 64 && controls > length * MostControls;
    }

    private static bool Starts(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
