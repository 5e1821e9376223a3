using System;
using System.Globalization;
using System.Text;

namespace MopsPS.Core.Records.Reading;

/// <summary>Encodings by the names that people use.</summary>
public static class TextEncodings
{
    private static readonly EncodingProvider Provider = CodePagesEncodingProvider.Instance;

    /// <summary>What Excel writes on a Western European or American Windows.</summary>
    public static Encoding Windows1252 { get; } = Provider.GetEncoding(1252)!;

    /// <summary>Finds an encoding by name (<c>utf8</c>, <c>utf-16</c>, <c>windows-1252</c>, <c>ansi</c>, …) or code page number.</summary>
    /// <param name="name">The name or number.</param>
    /// <returns>The encoding.</returns>
    /// <exception cref="ArgumentException">There is no such encoding; UTF-7 is refused as unsafe.</exception>
    public static Encoding Find(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        switch (name.Trim().ToLowerInvariant())
        {
            case "utf8" or "utf-8" or "utf8nobom" or "utf8bom" or "65001": return new UTF8Encoding(false);
            case "unicode" or "utf16" or "utf-16" or "utf-16le" or "1200": return Encoding.Unicode;
            case "bigendianunicode" or "utf-16be" or "1201": return Encoding.BigEndianUnicode;
            case "ansi" or "windows-1252" or "1252" or "cp1252": return Windows1252;
            case "utf7" or "utf-7" or "65000": throw new ArgumentException("UTF-7 is not read: it is unsafe. Save the file as UTF-8.", nameof(name));
        }

        try
        {
            var encoding = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var codePage)
                ? Provider.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage)
                : Provider.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException($"'{name}' is no encoding. Use utf-8, utf-16, windows-1252 or a code page number.", nameof(name), exception);
        }
    }
}
