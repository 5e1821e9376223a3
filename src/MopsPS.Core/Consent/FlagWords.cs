using System;
using System.Collections.Generic;

namespace MopsPS.Core.Consent;

/// <summary>Yes and no as exports write them, in the usual languages. One list for the whole module.</summary>
internal static class FlagWords
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "1", "yes", "y", "t", "x", "on", "checked", "ja", "j", "wahr", "oui", "o", "vrai", "si", "sí", "s", "sim", "verdadero", "vero", "tak",
        "ano", "áno", "da", "да", "igen", "evet", "kyllä", "kylla", "jah", "ναι", "はい", "是", "waar", "yep", "yeah", "1.0", "✓", "✔", "☑", "✅",
    };

    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase)
    {
        "false", "0", "no", "n", "f", "off", "unchecked", "nein", "falsch", "non", "faux", "não", "nao", "falso", "nee", "nej", "nei", "nie",
        "ne", "нет", "nem", "hayır", "hayir", "ei", "nu", "όχι", "いいえ", "否", "onwaar", "nope", "0.0", "✗", "✘", "☐", "❌",
    };

    /// <summary>What a text says.</summary>
    /// <param name="value">The text; blanks round it do not count.</param>
    /// <returns>Yes or no; null where it is neither.</returns>
    public static bool? Read(string? value)
    {
        var text = value?.Trim();
        return text is null ? null : Yes.Contains(text) ? true : No.Contains(text) ? false : null;
    }

    /// <summary>Whether a text says yes.</summary>
    public static bool IsYes(string? value) => Read(value) == true;
}
