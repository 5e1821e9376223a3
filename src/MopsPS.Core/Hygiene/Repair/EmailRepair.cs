using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Repairs e-mail addresses where it is safe: signs, blanks, capitals, <c>mailto:</c>, and slips in the domains of the big providers.</summary>
internal sealed class EmailRepair : FieldRepair
{
    private static readonly string[] Labels = ["mailto:", "e-mail:", "email:", "mail:", "smtp:"];
    private static readonly char[] Between = [' ', ',', ';', '<', '>', '(', ')', '[', ']', '|'];
    private static readonly string[] Gmail = ["gmail", "hotmail", "yahoo", "outlook", "icloud"];

    private readonly Utf8Cache<bool> _plainDomains = new(domain => EmailDomains.Repair(domain, out _) is null && EmailSyntax.Problem("a@" + domain) is null, 1 << 14);

    public override bool IsDistinct => true;

    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8)
    {
        // Small letters, digits and single dots around one @; every other address takes the long way. Words for no address are of letters only before the @.
        var at = -1;
        byte before = (byte)'.';
        for (var i = 0; i < utf8.Length; i++)
        {
            var value = utf8[i];
            if (value == '@')
            {
                if (at >= 0 || before == '.') return false;
                at = i;
                value = (byte)'.';
            }
            else if (value == '.' ? before == '.' : value is not ((>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'_' or (byte)'+'))
            {
                return false;
            }

            before = value;
        }

        return at is > 0 and <= 64 && utf8.Length <= 254 && before != '.' && _plainDomains.Get(utf8.Slice(at + 1));
    }

    public override FieldVerdict Judge(string text, Country? country)
    {
        var address = Form(text, out var confidence);
        var at = address.LastIndexOf('@');
        if (address.IndexOf('@') != at) return FieldVerdict.Unsure(RepairRule.EmailForm, "holds more than one address");
        if (at <= 0 || at == address.Length - 1) return FieldVerdict.Unsure(RepairRule.EmailForm, at < 0 ? "is no address: it has no @" : "is no address: a part is missing");
        var domain = address.Substring(at + 1);
        var rule = RepairRule.EmailForm;
        if (domain.IndexOf('.') < 0 && Array.IndexOf(Gmail, domain.EndsWith("com", StringComparison.Ordinal) ? domain.Substring(0, domain.Length - 3) : domain) is var known and >= 0)
        {
            (domain, rule, confidence) = (Gmail[known] + ".com", RepairRule.EmailDomain, Math.Min(confidence, domain.EndsWith("com", StringComparison.Ordinal) ? 0.95 : 0.85));
        }
        else if (EmailDomains.Repair(domain, out var likely) is { } meant)
        {
            (domain, rule, confidence) = (meant, RepairRule.EmailDomain, Math.Min(confidence, likely));
        }

        address = address.Substring(0, at + 1) + domain;
        if (EmailSyntax.Problem(address) is { } problem) return FieldVerdict.Unsure(RepairRule.EmailForm, problem);
        return address == text ? FieldVerdict.Clean : FieldVerdict.Change(address, rule, confidence);
    }

    private static string Form(string text, out double confidence)
    {
        confidence = 0.99;
        var address = text.Trim();
        var open = address.LastIndexOf('<');
        if (open >= 0 && address.IndexOf('>', open) is var close and > 0)
        {
            address = address.Substring(open + 1, close - open - 1);
            confidence = 0.97;
        }

        address = Once(WithoutLabel(address), ref confidence);
        if (address.IndexOf("%40", StringComparison.Ordinal) > 0 || address.IndexOf("%20", StringComparison.Ordinal) >= 0)
        {
            address = Uri.UnescapeDataString(address);
            confidence = Math.Min(confidence, 0.93);
        }

        // A note behind it: "ada@example.com (work)".
        if (address.EndsWith(")", StringComparison.Ordinal) && address.IndexOf(" (", StringComparison.Ordinal) is var note && note > address.IndexOf('@') && address.IndexOf('@') > 0)
        {
            address = address.Substring(0, note);
            confidence = Math.Min(confidence, 0.95);
        }

        var query = address.IndexOf('?');
        if (query > 0 && address.IndexOf('@') is > 0 and var sign && sign < query) address = address.Substring(0, query);
        address = address.Trim(' ', '"', '\'', '<', '>', '(', ')', '[', ']', ';', ',', ':', '.', '/', '\u00A0').ToLowerInvariant();
        address = Words(address, ref confidence);
        if (address.IndexOf(' ') >= 0 && address.IndexOf('@') > 0)
        {
            address = address.Replace(" ", "");
            confidence = Math.Min(confidence, 0.95);
        }

        return Signs(address, ref confidence);
    }

    private static string WithoutLabel(string text)
    {
        foreach (var label in Labels)
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return text.Substring(label.Length).TrimStart();
        return text;
    }

    // One address that stands twice: "ada@x.com, Ada@x.com", "[ada@x.com](mailto:ada@x.com)".
    private static string Once(string text, ref double confidence)
    {
        if (text.IndexOf('@') == text.LastIndexOf('@')) return text;
        var all = text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(part => part.IndexOf('@') > 0).Select(WithoutLabel).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (all.Count != 1 || all[0].IndexOf('@') != all[0].LastIndexOf('@')) return text;
        confidence = Math.Min(confidence, 0.95);
        return all[0];
    }

    // "ada (at) example (dot) com"
    private static string Words(string address, ref double confidence)
    {
        if (address.IndexOf('@') >= 0) return address;
        var plain = address.Replace("(at)", "@").Replace("[at]", "@").Replace("{at}", "@").Replace(" at ", "@").Replace("(dot)", ".").Replace("[dot]", ".").Replace("{dot}", ".").Replace(" dot ", ".").Replace(" punkt ", ".");
        if (plain == address || plain.IndexOf('@') < 0) return address;
        confidence = 0.93;
        return plain;
    }

    // Doubled signs, and a comma for the dot of the domain.
    private static string Signs(string address, ref double confidence)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return address;
        var signs = new StringBuilder(address.Length);
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (c is '@' or '.' && i > 0 && address[i - 1] == c)
            {
                confidence = Math.Min(confidence, 0.95);
                continue;
            }

            if (c is ',' or ';' && i > at)
            {
                // "a@x.com,b@y.com" holds two addresses; a comma is a dot only where no dot parts the rest.
                c = '.';
                confidence = Math.Min(confidence, 0.95);
            }

            if (c == '.' && i > 0 && (address[i - 1] == '@' || (i + 1 < address.Length && address[i + 1] == '@')))
            {
                confidence = Math.Min(confidence, 0.95);
                continue;
            }

            signs.Append(c);
        }

        return signs.ToString();
    }
}
