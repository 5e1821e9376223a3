namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// The form of e-mail addresses as mail systems take it: the dot-atom of RFC 5322 (quoted local parts and addresses in square brackets are not used for people),
/// the lengths of RFC 5321 (local part 64, whole 254) and host names of RFC 1123. Letters beyond ASCII are allowed (RFC 6531).
/// </summary>
internal static class EmailSyntax
{
    private const string AtomSigns = "!#$%&'*+/=?^_`{|}~-.";

    /// <summary>What is wrong with an address.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The end of the sentence "The value …"; null where it is well-formed.</returns>
    public static string? Problem(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0) return "is no address: it has no @";
        if (address.Length > 254 || at > 64) return "is too long for an address";
        for (var i = 0; i < at; i++)
        {
            var c = address[i];
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or (>= 'A' and <= 'Z')) && AtomSigns.IndexOf(c) < 0 && !(c > '\u007F' && char.IsLetterOrDigit(c)))
                return "is no address: a sign before the @ is not allowed";
            if (c == '.' && (i == 0 || i == at - 1 || address[i + 1] == '.')) return "is no address: a dot before the @ stands wrong";
        }

        return Host(address.Substring(at + 1));
    }

    private static string? Host(string domain)
    {
        var labels = domain.Split('.');
        if (labels.Length < 2) return "is no address: the domain has no dot";
        foreach (var label in labels)
        {
            if (label.Length is 0 or > 63 || label[0] == '-' || label[label.Length - 1] == '-') return "is no address: the domain is not well-formed";
            foreach (var c in label)
                if (!(c > '\u007F' ? char.IsLetterOrDigit(c) : c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-')) return "is no address: the domain is not well-formed";
        }

        var last = labels[labels.Length - 1];
        return last.Length < 2 || char.IsDigit(last[0]) ? "is no address: the top-level domain is none" : null;
    }
}
