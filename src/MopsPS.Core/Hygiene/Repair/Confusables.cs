using System.Text;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Letters of Cyrillic and Greek that look like Latin ones (Unicode TS 39, confusables; only letters whose shape is the same in common typefaces). They count where a word mixes them with
/// Latin letters, which no language does; a word that is all Cyrillic or Greek stays as it is.
/// </summary>
internal static class Confusables
{
    private const string Alike = "АаВЕеКМНОоРрСсТуХхІіЈјЅѕԁԛԝΑΒΕΖΗΙΚΜΝΟοΡΤΥΧ";
    private const string Latin = "AaBEeKMHOoPpCcTyXxIiJjSsdqwABEZHIKMNOoPTYX";

    /// <summary>Puts Latin letters in the place of those that look like them, in words that have Latin letters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text; the same string where no word mixes letters, or where one has others beside them that are not alike.</returns>
    public static string ToLatin(string text)
    {
        StringBuilder? latin = null;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            bool hasLatin = false, hasAlike = false, hasOther = false;
            for (; end < text.Length && char.IsLetter(text[end]); end++)
            {
                hasLatin |= text[end] < '\u0250';
                if (text[end] is not (>= '\u0370' and <= '\u052F')) continue;
                if (Alike.IndexOf(text[end]) >= 0) hasAlike = true;
                else hasOther = true;
            }

            if (hasLatin && hasAlike && !hasOther)
            {
                latin ??= new StringBuilder(text);
                for (var i = start; i < end; i++)
                    if (Alike.IndexOf(text[i]) is var at and >= 0) latin[i] = Latin[at];
            }

            start = end + 1;
        }

        return latin?.ToString() ?? text;
    }
}
