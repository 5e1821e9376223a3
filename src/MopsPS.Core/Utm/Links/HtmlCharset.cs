using System;
using System.Text;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Utm.Links;

/// <summary>The encoding that an HTML page names in a meta element near its start (html.spec.whatwg.org, section 13.2.3.2).</summary>
public static class HtmlCharset
{
    // The standard asks for 1,024 bytes; mails made from templates have longer comments before it.
    private const int Searched = 4096;

    /// <summary>Finds the encoding.</summary>
    /// <param name="html">The bytes of the page.</param>
    /// <returns>The encoding; null where none is named, or one that is not known.</returns>
    public static Encoding? Find(byte[] html)
    {
        if (html is null) throw new ArgumentNullException(nameof(html));
        // Every encoding that a page can name this way has ASCII at its base.
        var text = Encoding.ASCII.GetString(html, 0, Math.Min(html.Length, Searched));
        for (var meta = text.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); meta >= 0; meta = text.IndexOf("<meta", meta + 5, StringComparison.OrdinalIgnoreCase))
        {
            var end = text.IndexOf('>', meta);
            if (end < 0) return null;
            var at = text.IndexOf("charset", meta, end - meta, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var name = text.Substring(at + 7, end - at - 7).TrimStart();
            if (!name.StartsWith("=", StringComparison.Ordinal)) continue;
            name = name.Substring(1).Trim(' ', '\t', '\r', '\n', '"', '\'', '/');
            var stop = name.IndexOfAny([' ', '"', '\'', ';', '/']);
            return Known(stop < 0 ? name : name.Substring(0, stop));
        }

        return null;
    }

    private static Encoding? Known(string name)
    {
        try
        {
            // Browsers read these as Windows-1252 (encoding.spec.whatwg.org, section 4.2).
            return name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? TextEncodings.Windows1252 : TextEncodings.Find(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
