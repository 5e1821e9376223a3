using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Records.Fields;

/// <summary>Finds an e-mail, phone or landing page column by its values where no header tells.</summary>
internal static class ContentEvidence
{
    private const double EnoughOfTheValues = 0.8;

    /// <summary>Looks among the columns that play no part yet.</summary>
    public static FieldMatch Find(FieldMatch open, RecordSchema schema, IReadOnlyList<IReadOnlyList<string?>> samples, HashSet<int> taken)
    {
        Func<string, bool>? test = open.Field.Name switch
        {
            "Email" => LooksLikeEmail,
            "LandingPageUrl" => LooksLikeUrl,
            "Phone" => LooksLikePhone,
            _ => null,
        };
        if (test is null) return open;
        var columns = Enumerable.Range(0, schema.Count).Where(i => !taken.Contains(i))
            .Select(i => (column: i, share: Share(samples, i, test))).Where(pair => pair.share >= EnoughOfTheValues).ToArray();
        if (columns.Length == 0) return open;
        if (columns.Length == 1)
        {
            taken.Add(columns[0].column);
            return open with { Column = columns[0].column, Evidence = FieldEvidence.Content, Reason = FormattableString.Invariant($"{columns[0].share:P0} of the sampled values look like it") };
        }

        var names = columns.Select(pair => schema.Columns[pair.column]).ToArray();
        return open with { Reason = $"ambiguous by content: {FieldMapping.Quote(names)}", Conflicts = names };
    }

    internal static bool LooksLikeEmail(string value)
    {
        var at = value.IndexOf('@');
        return at > 0 && at == value.LastIndexOf('@') && value.IndexOf('.', at) > at + 1 && !value.Any(char.IsWhiteSpace) && value.IndexOf('/') < 0;
    }

    internal static bool LooksLikeUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == "http" || uri.Scheme == "https");

    // A plain run of digits may be any id: a number counts as a phone only with its + or its separators, and not as a date.
    internal static bool LooksLikePhone(string value)
    {
        var digits = value.Count(char.IsDigit);
        return digits is >= 7 and <= 15 && value.All(c => char.IsDigit(c) || c is '+' or ' ' or '(' or ')' or '-' or '.')
            && (value[0] is '+' or '(' || value.IndexOf('-') > 0 && value.IndexOf('-') < 4 && digits > 8);
    }

    private static double Share(IReadOnlyList<IReadOnlyList<string?>> samples, int column, Func<string, bool> test)
    {
        var values = samples.Select(row => column < row.Count ? row[column]?.Trim() : null).Where(value => !string.IsNullOrEmpty(value)).ToArray();
        return values.Length == 0 ? 0 : (double)values.Count(value => test(value!)) / values.Length;
    }
}
