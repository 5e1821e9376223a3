using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>One kind of damage to one column.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Column">The column.</param>
/// <param name="Apply">The damaged value; null where it cannot be done to the record.</param>
internal sealed record MessDamage(string Name, string Column, Func<MessRecord, Random, string?> Apply)
{
    private static readonly Dictionary<string, string[]> Local = EmbeddedTable.Read("Places/country-names.csv").Where(row => row[1] is "Local" or "Alias" && row[2].Length == 0)
        .GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.SelectMany(row => EmbeddedTable.Values(row[3])).ToArray());

    private static readonly Dictionary<string, string[]> Short = EmbeddedTable.Read("Places/subdivisions.csv").Where(row => row[6].Length > 0 && row[1].Length > 0)
        .ToDictionary(row => row[0] + "-" + row[1], row => EmbeddedTable.Values(row[6]));

    public static IReadOnlyList<MessDamage> All { get; } =
    [
        new("country in capitals", "Country", (r, _) => r.Country.Name.ToUpperInvariant()),
        new("country in small letters", "Country", (r, _) => r.Country.Name.ToLowerInvariant()),
        new("country code", "Country", (r, x) => x.Next(2) == 0 ? r.Country.Alpha2 : r.Country.Alpha2.ToLowerInvariant()),
        new("country code of three letters", "Country", (r, _) => r.Country.Alpha3),
        new("country number", "Country", (r, _) => r.Country.Numeric),
        new("country by a local or other name", "Country", (r, x) => Local.TryGetValue(r.Country.Alpha2, out var names) ? MessRecord.Pick(x, names) : null),
        new("country code with dots", "Country", (r, _) => string.Concat(r.Country.Alpha2.Select(c => c + "."))),
        new("country with its code", "Country", (r, x) => x.Next(2) == 0 ? $"{r.Country.Alpha2} - {r.Country.Name}" : $"{r.Country.Name} ({r.Country.Alpha2})"),
        new("country with swapped letters", "Country", (r, x) => Swap(r.Country.Name, x)),
        new("country with a letter left out", "Country", (r, x) => Drop(r.Country.Name, x)),
        new("country with a doubled letter", "Country", (r, x) => Double(r.Country.Name, x)),
        new("country with a wrong letter", "Country", (r, x) => Wrong(r.Country.Name, x)),
        new("country as a flag", "Country", (r, _) => string.Concat(r.Country.Alpha2.Select(c => char.ConvertFromUtf32(0x1F1E6 + c - 'A')))),
        new("country with blanks", "Country", (r, _) => "  " + r.Country.Name + "\u00A0"),
        new("state code", "State", (r, _) => r.State.LocalCode),
        new("state code of ISO", "State", (r, _) => r.State.Code),
        new("state in small letters", "State", (r, _) => r.State.Name.ToLowerInvariant()),
        new("state abbreviation", "State", (r, x) => Short.TryGetValue(r.State.Code!, out var names) ? MessRecord.Pick(x, names) : null),
        new("state with its country", "State", (r, _) => $"{r.State.Name}, {r.Country.Name}"),
        new("state with swapped letters", "State", (r, x) => Swap(r.State.Name, x)),
        new("state with a letter left out", "State", (r, x) => Drop(r.State.Name, x)),
        new("state without diacritics", "State", (r, _) => Plain(r.State.Name)),
        new("postcode without its zero", "Postal Code", (r, _) => r["Postal Code"] is ['0', not '0', ..] code && code.All(char.IsDigit) ? code.Substring(1) : null),
        new("postcode as a number with .0", "Postal Code", (r, _) => r["Postal Code"] is [not '0', ..] code && code.All(char.IsDigit) ? code + ".0" : null),
        new("postcode in small letters without its blank", "Postal Code", (r, _) => r["Postal Code"].IndexOf(' ') > 0 ? r["Postal Code"].Replace(" ", "").ToLowerInvariant() : null),
        new("postcode with the country before it", "Postal Code", (r, _) => r.Country.Alpha2 is "DE" or "AT" or "CH" or "NL" or "FR" or "IT" or "ES" ? r.Country.Alpha2 + "-" + r["Postal Code"] : null),
        new("postcode with O for 0", "Postal Code", (r, _) => r["Postal Code"].Count(c => c == '0') == 1 && r["Postal Code"].All(char.IsDigit) ? r["Postal Code"].Replace('0', 'O') : null),
        new("postcode without its hyphen", "Postal Code", (r, _) => r["Postal Code"].IndexOf('-') > 0 ? r["Postal Code"].Replace("-", "") : null),
        new("phone in national form", "Phone", (r, _) => MessPhone.National(r)),
        new("phone in national form with dots", "Phone", (r, _) => MessPhone.National(r).Replace(' ', '.').Replace('-', '.')),
        new("phone in international form", "Phone", (r, _) => MessPhone.International(r)),
        new("phone with 00", "Phone", (r, _) => "00" + r["Phone"].Substring(1)),
        new("phone with (0)", "Phone", (r, _) => MessPhone.WithTrunk(r)),
        new("phone without its plus", "Phone", (r, _) => r["Phone"].Substring(1)),
        new("phone with a label", "Phone", (r, x) => MessRecord.Pick(x, ["Tel: ", "tel:", "Phone ", "Mobile: "]) + MessPhone.International(r)),
        new("phone with O for 0", "Phone", (r, _) => r["Phone"].Count(c => c == '0') is 1 && !r["Phone"].EndsWith("0", StringComparison.Ordinal) ? r["Phone"].Replace('0', 'O') : null),
        new("phone as a number with .0", "Phone", (r, _) => r.Country.Alpha2 is "US" or "CA" ? r["Phone"].Substring(2) + ".0" : null),
        new("phone with letters of full width", "Phone", (r, _) => Wide(r["Phone"])),
        new("phone as 1.23E+10", "Phone", (r, _) => double.Parse(r["Phone"].Substring(1), CultureInfo.InvariantCulture).ToString("0.00E+00", CultureInfo.InvariantCulture)),
        new("address in capitals", "Email", (r, _) => r["Email"].ToUpperInvariant()),
        new("address with blanks round it", "Email", (r, _) => " " + r["Email"] + " "),
        new("address with a blank in it", "Email", (r, _) => r["Email"].Replace("@", " @ ")),
        new("address with mailto:", "Email", (r, _) => "mailto:" + r["Email"]),
        new("address with a name", "Email", (r, _) => $"{r["First Name"]} <{r["Email"]}>"),
        new("address with a dot at the end", "Email", (r, x) => r["Email"] + MessRecord.Pick(x, [".", ",", ";"])),
        new("address with a comma for a dot", "Email", (r, _) => r["Email"].EndsWith(".com", StringComparison.Ordinal) ? r["Email"].Replace(".com", ",com") : null),
        new("address with two dots", "Email", (r, _) => r["Email"].EndsWith(".com", StringComparison.Ordinal) ? r["Email"].Replace(".com", "..com") : null),
        new("address with (at)", "Email", (r, _) => r["Email"].Replace("@", " (at) ")),
        new("address with @@", "Email", (r, _) => r["Email"].Replace("@", "@@")),
        new("provider with swapped letters", "Email", (r, x) => MessPhone.Domain(r, name => Swap(name, x, inner: true))),
        new("provider with a letter left out", "Email", (r, x) => MessPhone.Domain(r, name => Drop(name, x))),
        new("provider with a doubled letter", "Email", (r, x) => MessPhone.Domain(r, name => Double(name, x))),
        new("domain ends in .con", "Email", (r, x) => r["Email"].EndsWith(".com", StringComparison.Ordinal) ? r["Email"].Replace(".com", MessRecord.Pick(x, [".con", ".cmo", ".vom", ".comm"])) : null),
        new("provider without its dot", "Email", (r, _) => r["Email"].EndsWith("gmail.com", StringComparison.Ordinal) ? r["Email"].Replace("gmail.com", "gmailcom") : null),
        new("given name in capitals", "First Name", (r, _) => r["First Name"].ToUpperInvariant()),
        new("given name in small letters", "First Name", (r, _) => r["First Name"].ToLowerInvariant()),
        new("family name in capitals", "Last Name", (r, _) => r["Last Name"].IndexOf('ß') < 0 ? r["Last Name"].ToUpperInvariant() : null),
        new("family name in small letters", "Last Name", (r, _) => r["Last Name"].ToLowerInvariant()),
        new("family name in the wrong encoding", "Last Name", (r, _) => Broken(r["Last Name"])),
        new("family name with entities", "Last Name", (r, _) => r["Last Name"].All(c => c < 128) ? r["Last Name"].Replace("'", "&#39;") : WebUtility.HtmlEncode(r["Last Name"])),
        new("family name with invisible characters", "Last Name", (r, _) => r["Last Name"].Insert(1, "\u200B") + "\uFEFF"),
        new("given name with quotes", "First Name", (r, _) => "\"" + r["First Name"] + "\""),
        new("family name with two blanks", "Last Name", (r, _) => r["Last Name"].IndexOf(' ') > 0 ? r["Last Name"].Replace(" ", "  ") : null),
        new("family name with lost characters", "Last Name", (r, _) => r["Last Name"].Any(c => c > 127) ? new string([.. r["Last Name"].Select(c => c > 127 ? '\uFFFD' : c)]) : null),
        new("company in capitals", "Company", (r, _) => r["Company"].ToUpperInvariant()),
        new("company in small letters", "Company", (r, _) => r["Company"].ToLowerInvariant()),
        new("company with entities", "Company", (r, _) => r["Company"].IndexOf('&') > 0 ? r["Company"].Replace("&", "&amp;") : null),
        new("company in the wrong encoding", "Company", (r, _) => Broken(r["Company"])),
        new("company with a line break", "Company", (r, _) => r["Company"] + "\n"),
        new("company with many blanks", "Company", (r, _) => r["Company"].IndexOf(' ') > 0 ? r["Company"].Replace(" ", "   ") : null),
        new("site without a scheme", "Website", (r, _) => r["Website"].Substring(8)),
        new("site in capitals", "Website", (r, _) => r["Website"].ToUpperInvariant()),
        new("site with a slash at the end", "Website", (r, _) => r["Website"] + "/"),
        new("site with a slip in its scheme", "Website", (r, x) => MessRecord.Pick(x, ["https//", "https:/", "htps://", "https;//"]) + r["Website"].Substring(8)),
        new("site with a comma for a dot", "Website", (r, _) => r["Website"].Replace("www.", "www,")),
        new("site with two schemes", "Website", (r, _) => "https://" + r["Website"]),
        new("industry in another case", "Industry", (r, x) => x.Next(2) == 0 ? r["Industry"].ToUpperInvariant() : r["Industry"].ToLowerInvariant()),
        new("industry by an alias", "Industry", (r, x) => MessRecord.Pick(x, Mess.Policy.Hygiene.Picklists["Industry"][r["Industry"]])),
        new("industry with swapped letters", "Industry", (r, x) => Swap(r["Industry"], x)),
        new("industry with a letter left out", "Industry", (r, x) => Drop(r["Industry"], x)),
        new("employees as a number", "Employees", (r, x) => x.Next(new[] { 1, 11, 51, 201, 1001 }[r.Band], new[] { 11, 51, 201, 1001, 90_000 }[r.Band]).ToString(x.Next(2) == 0 ? "#,0" : "0", CultureInfo.InvariantCulture)),
        new("employees as a spreadsheet's date", "Employees", (r, _) => r.Band == 0 ? "10-Jan" : r.Band == 1 ? "Nov-50" : null),
        new("employees with words", "Employees", (r, _) => r.Band == 4 ? "1,001+ employees" : r["Employees"].Replace("-", " to ") + " employees"),
        new("employees with a dash", "Employees", (r, _) => r.Band < 4 ? r["Employees"].Replace("-", " – ") : null),
        new("employees across bands", "Employees", (r, _) => r.Band == 1 ? "20-100" : null),
        new("date 3/14/2026", "Created Date", (r, _) => r.Date.ToString("M/d/yyyy", CultureInfo.InvariantCulture)),
        new("date 14.03.2026", "Created Date", (r, _) => r.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
        new("date 14-Mar-2026", "Created Date", (r, _) => r.Date.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture)),
        new("date Mar 14, 2026", "Created Date", (r, _) => r.Date.ToString("MMM d, yyyy", CultureInfo.InvariantCulture)),
        new("date 20260314", "Created Date", (r, _) => r.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
        new("date 2026/03/14", "Created Date", (r, _) => r.Date.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
        new("date with a weekday", "Created Date", (r, _) => r.Date.ToString("ddd, d MMM yyyy", CultureInfo.InvariantCulture)),
        new("date as a spreadsheet counts it", "Created Date", (r, _) => (r.Date - new DateTime(1899, 12, 30)).Days.ToString(CultureInfo.InvariantCulture)),
        new("flag as yes or no", "Do Not Call", (r, x) => r.Flag ? MessRecord.Pick(x, ["Yes", "YES", "y", "ja", "oui", "X"]) : MessRecord.Pick(x, ["No", "NO", "n", "nein", "non"])),
        new("flag as TRUE or FALSE", "Do Not Call", (r, _) => r.Flag ? "TRUE" : "FALSE"),
        new("flag as 1 or 0", "Do Not Call", (r, _) => r.Flag ? "1" : "0"),
        new("flag in another language", "Do Not Call", (r, x) => r.Flag ? MessRecord.Pick(x, ["да", "はい", "evet", "ano", "✓", "1.0"]) : MessRecord.Pick(x, ["нет", "いいえ", "hayır", "ne", "☐", "0.0"])),
        new("country behind a town", "Country", (r, x) => MessRecord.Pick(x, ["Springfield, ", "Neustadt, "]) + r.Country.Name),
        new("country as ISO writes it", "Country", (r, _) => r.Country.Name + " (the)"),
        new("country with a Cyrillic letter", "Country", (r, _) => r.Country.Name.IndexOf('a', 1) > 0 ? r.Country.Name.Replace('a', 'а') : null),
        new("state with a postcode", "State", (r, _) => r.State.Name + " 2000"),
        new("postcode with a town behind it", "Postal Code", (r, _) => r["Postal Code"] + " Springfield"),
        new("postcode in Arabic or wide digits", "Postal Code", (r, _) => Wide(r["Postal Code"].Replace(" ", ""))),
        new("phone with a note", "Phone", (r, x) => MessPhone.International(r) + MessRecord.Pick(x, [" (office)", " mobil", ", privat", " [home]"])),
        new("phone behind a word", "Phone", (r, x) => MessRecord.Pick(x, ["Büro ", "Office: ", "Zentrale "]) + MessPhone.International(r)),
        new("phone in Arabic digits", "Phone", (r, _) => string.Concat(r["Phone"].Select(c => char.IsDigit(c) ? (char)(c - '0' + '\u0660') : c))),
        new("phone with an apostrophe", "Phone", (r, _) => "'" + r["Phone"]),
        new("phone with 00 and a slash", "Phone", (r, _) => MessPhone.WithTrunk(r) is { } trunk ? "00" + trunk.Substring(1).Replace(")", ") ") : null),
        new("address behind a label", "Email", (r, x) => MessRecord.Pick(x, ["E-Mail: ", "email:", "SMTP:"]) + r["Email"]),
        new("address with a note", "Email", (r, x) => r["Email"] + MessRecord.Pick(x, [" (work)", " (private)"])),
        new("address twice", "Email", (r, x) => r["Email"] + MessRecord.Pick(x, ["; ", ", ", " "]) + r["Email"].ToUpperInvariant()),
        new("address encoded for a link", "Email", (r, _) => r["Email"].Replace("@", "%40")),
        new("address with a Cyrillic letter", "Email", (r, _) => r["Email"].IndexOf('a') >= 0 ? r["Email"].Replace('a', 'а') : null),
        new("family name with a Cyrillic letter", "Last Name", (r, _) => r["Last Name"].IndexOf('e') > 0 && r["Last Name"].All(c => c < 128) ? r["Last Name"].Replace('e', 'е') : null),
        new("family name with a comma behind it", "Last Name", (r, x) => r["Last Name"] + MessRecord.Pick(x, [",", ";"])),
        new("family name with a digit", "Last Name", (r, _) => r["Last Name"].IndexOf('o') > 0 ? r["Last Name"].Replace('o', '0') : null),
        new("company with a comma behind it", "Company", (r, _) => r["Company"] + ","),
        new("site with utm parameters", "Website", (r, x) => r["Website"] + "/?utm_source=newsletter&utm_medium=email" + MessRecord.Pick(x, ["", "&gclid=abc"])),
        new("site with a port", "Website", (r, _) => r["Website"] + ":443/"),
        new("site that ends in .con", "Website", (r, _) => r["Website"].EndsWith(".com", StringComparison.Ordinal) ? r["Website"].Replace(".com", ".con") : null),
        new("date in German words", "Created Date", (r, _) => r.Date.ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"))),
        new("date in French words", "Created Date", (r, _) => r.Date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))),
        new("date in Spanish words", "Created Date", (r, _) => r.Date.ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es-ES"))),
        new("date of East Asia", "Created Date", (r, _) => r.Date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)),
        new("date with an ordinal", "Created Date", (r, _) => r.Date.Day is 4 or 5 or 6 or 24 or 25 ? r.Date.ToString("d'th' MMMM yyyy", CultureInfo.InvariantCulture) : null),
        new("employees as a day of October", "Employees", (r, _) => r.Band == 0 ? "1-Oct" : null),
        new("employees that meet the band below", "Employees", (r, _) => r.Band is 1 or 2 ? r.Band == 1 ? "10-50" : "50-200" : null),
        new("employees fewer than", "Employees", (r, x) => r.Band == 0 ? MessRecord.Pick(x, ["<10", "less than 10", "up to 10"]) : null),
        new("employees up to, across bands", "Employees", (r, _) => r.Band == 2 ? "up to 200" : null),
        new("consent by another word", "Email Consent", (r, x) => r.Flag ? MessRecord.Pick(x, ["Opted In", "yes", "Opt-in", "SUBSCRIBED"]) : MessRecord.Pick(x, ["Opted Out", "no", "Unsubscribed"])),
        new("consent by an unknown word", "Email Consent", (_, _) => "via partner"),
    ];

    private static string? Swap(string text, Random random, bool inner = false)
    {
        var places = Enumerable.Range(inner ? 1 : 0, Math.Max(0, text.Length - 1 - (inner ? 1 : 0))).Where(i => char.IsLetter(text[i]) && char.IsLetter(text[i + 1]) && char.ToLowerInvariant(text[i]) != char.ToLowerInvariant(text[i + 1])).ToArray();
        if (places.Length == 0) return null;
        var at = MessRecord.Pick(random, places);
        return text.Substring(0, at) + text[at + 1] + text[at] + text.Substring(at + 2);
    }

    private static string? Drop(string text, Random random) => text.Length < 5 ? null : text.Remove(random.Next(1, text.Length), 1);

    private static string? Double(string text, Random random) => random.Next(text.Length) is var at && char.IsLetter(text[at]) ? text.Insert(at, text[at].ToString()) : null;

    private static string? Wrong(string text, Random random)
    {
        var at = random.Next(1, text.Length);
        var letter = (char)('a' + random.Next(26));
        return char.IsLetter(text[at]) && text[at] != letter ? text.Substring(0, at) + letter + text.Substring(at + 1) : null;
    }

    private static string? Plain(string text)
    {
        var plain = MopsPS.Core.Matching.Data.Transliteration.ToAscii(text);
        return plain == text ? null : plain;
    }

    private static string? Broken(string text) => text.All(c => c < 128) ? null : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Wide(string text) => new([.. text.Select(c => (char)(c + 0xFEE0))]);
}
