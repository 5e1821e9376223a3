using System;
using System.Linq;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Words around and within phone numbers. libphonenumber dials letters (1-800-FLOWERS), so that a note would become digits: notes go, other letters are told.</summary>
internal static class PhoneWords
{
    private static readonly string[] Extensions = ["x", "ext", "extn", "xtn", "extension", "extensión", "durchwahl", "dw", "app", "poste", "anexo", "int"];

    /// <summary>A number without the words in front of it and behind it: <c>Büro 030 123456</c>, <c>030 123456 (office)</c>.</summary>
    public static string Without(string text)
    {
        var last = text.Length - 1;
        while (last >= 0 && !char.IsDigit(text[last])) last--;
        if (last < 0) return text;
        var first = 0;
        while (!char.IsDigit(text[first]) && text[first] is not ('+' or '(')) first++;
        if (text[first] == '(' && text.IndexOf(')', first) is var close and > 0 && !text.Substring(first, close - first).Any(char.IsDigit)) first = close + 1;
        var tail = text.Substring(last + 1);
        var end = tail.Any(char.IsLetter) && tail[0] is ' ' or '(' or ',' or ';' or '[' or '/' ? last + 1 : text.Length;
        var head = text.Substring(0, Math.Min(first, end));
        var start = head.Any(char.IsLetter) && head[head.Length - 1] is ' ' or ':' or '.' or ')' ? head.Length : 0;
        return text.Substring(start, end - start).Trim();
    }

    /// <summary>Whether letters are left that do not say that an extension follows.</summary>
    public static bool HasOthers(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            if (Array.IndexOf(Extensions, text.Substring(start, i - start).ToLowerInvariant()) < 0) return true;
        }

        return false;
    }
}
