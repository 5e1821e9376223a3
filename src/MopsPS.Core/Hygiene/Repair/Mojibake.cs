using System.Text;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Text in UTF-8 that was once read as Windows-1252: <c>MÃ¼ller</c> for <c>Müller</c>, <c>donâ€™t</c> for <c>don’t</c>. It is only taken back where all of it reads as UTF-8 again,
/// which text that was never broken does not.
/// </summary>
internal static class Mojibake
{
    // What Windows-1252 has at 0x80 to 0x9F (the WHATWG index); the five bytes that it leaves out stand for themselves.
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Takes it back, also where it happened twice.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text as it was; null where it was not broken.</returns>
    public static string? Repair(string text)
    {
        string? repaired = null;
        for (var round = 0; round < 3; round++)
        {
            if (Once(repaired ?? text) is not { } better) break;
            repaired = better;
        }

        return repaired;
    }

    private static string? Once(string text)
    {
        var isSuspect = false;
        foreach (var c in text) isSuspect |= c is >= '\u00C2' and <= '\u00F4';
        if (!isSuspect) return null;
        var bytes = new byte[text.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = text[i];
            var high = c is > '\u007F' and not (>= '\u00A0' and <= '\u00FF') ? High.IndexOf(c) : -1;
            if (high < 0 && c > '\u00FF') return null;
            bytes[i] = high < 0 ? (byte)c : (byte)(0x80 + high);
        }

        try
        {
            var better = Strict.GetString(bytes);
            return better.Length < text.Length ? better : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
