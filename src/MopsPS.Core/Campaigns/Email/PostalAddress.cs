using System;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>Recognises something like a postal address: a street with a number, or a PO box, near a postal code. Only for teams whose policy names none.</summary>
internal static class PostalAddress
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly Regex Street = new(
        @"\b\d{1,5}(-\d{1,5})?[a-z]?\s+([\p{L}\d.'’-]+\s+){1,4}(street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|square|sq|way|parkway|pkwy|highway|hwy|terrace|close|crescent|row|quay|mews|plaza|circle|cir|suite|floor)\b|" +
        @"\b(p\.?\s?o\.?\s*box|postfach|apartado|case postale|boîte postale|casella postale|postbus)\s*\d|" +
        @"[\p{L}.-]+(straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|laan|straat|gata|gatan|vej|gade|katu|plein|kade)\s*\d{1,4}\s?[a-z]?\b|" +
        @"\b\d{1,4}\s?(bis|ter)?,?\s+(rue|avenue|boulevard|place|quai|allée|chemin|impasse|cours)\b|" +
        @"\b(via|viale|piazza|corso|calle|avenida|plaza|paseo|rua|praça|ulica|ul\.)\s+[\p{L}. '-]{2,40},?\s*(n[º°.]\s*)?\d{1,4}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex Code = new(
        @"\b\d{5}(-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b|\b\d{4}\s+\p{Lu}|\b\d{3}\s\d{2}\b|\b\d{2}-\d{3}\b|\b\d{4}-\d{3}\b|\b\d{6}\b|\b〒?\d{3}-\d{4}\b",
        RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    /// <summary>Whether a text has an address: a street and a postal code within a hundred characters after or before it.</summary>
    public static bool IsIn(string text)
    {
        foreach (Match street in Street.Matches(text))
        {
            var start = Math.Max(0, street.Index - 60);
            var end = Math.Min(text.Length, street.Index + street.Length + 120);
            foreach (Match code in Code.Matches(text.Substring(start, end - start)))
                if (code.Index + start >= street.Index + street.Length || code.Index + start + code.Length <= street.Index) return true;
        }

        return false;
    }
}
