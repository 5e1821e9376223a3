using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Benchmarks;

/// <summary>
/// A seeded export of contacts with real duplicates (typos, nicknames, moved jobs, changed mail, swapped names, missing values) and with the hard negatives that an
/// engine must keep apart: households, namesakes, colleagues at one address and switchboard, role mailboxes.
/// </summary>
internal sealed class ContactExport
{
    private static readonly string[] Header = ["First Name", "Last Name", "Email", "Phone", "Company", "Street", "City", "State", "Postal Code", "Job Title"];
    private static readonly string[] Consonants = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "sch", "sh", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ee", "ie", "ou"];
    private static readonly string[] Endings = ["son", "man", "er", "ton", "ley", "ford", "berg", "stein", "ov", "ski", "ez", "ini", "sen", "well", "ham", "wood"];
    private static readonly string[] Trades = ["Software", "Logistics", "Foods", "Media", "Energy", "Health", "Finance", "Robotics", "Textiles", "Travel", "Design", "Labs", "Systems", "Partners", "Consulting"];
    private static readonly string[] Forms = ["Inc", "LLC", "Ltd", "Corp", "", "", "GmbH", "Co"];
    private static readonly string[] StreetNames = ["Oak", "Maple", "Main", "Church", "High", "Park", "Mill", "Station", "Victoria", "Lake", "Hill", "Cedar", "Elm", "Walnut", "Spring", "River", "Bridge", "Garden", "Meadow", "Forest"];
    private static readonly string[] StreetKinds = ["Street", "Avenue", "Road", "Lane", "Drive", "Court", "Boulevard"];
    private static readonly string[] Titles = ["Manager", "Director", "Analyst", "Engineer", "Consultant", "VP Marketing", "Sales Representative", "CEO", "Assistant", "Developer"];
    private static readonly string[] Free = ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "icloud.com", "aol.com"];

    private readonly Random _random;
    private readonly string[] _given;
    private readonly Dictionary<string, string[]> _nicknames;
    private readonly string[] _family;
    private readonly (string Name, string State, string Zip)[] _cities;
    private readonly List<(string[] Row, int Person)> _rows = [];
    private int _persons;

    private ContactExport(int rows, int seed)
    {
        _random = new Random(seed);
        var names = EmbeddedTable.Read("Matching/given-names.csv").SelectMany(row => row[3].Split('|').Select(name => (Name: name, Class: int.Parse(row[2], CultureInfo.InvariantCulture)))).ToArray();
        _given = [.. names.SelectMany(name => Enumerable.Repeat(Capital(name.Name), 1 << (5 - name.Class)))];
        _nicknames = EmbeddedTable.Read("Matching/nicknames.csv").Where(row => row[1].Length > 0).GroupBy(row => Capital(row[1].Split('|')[0])).ToDictionary(group => group.Key, group => group.First()[2].Split('|').Where(name => name.Length > 1).Select(Capital).ToArray());
        foreach (var bare in _nicknames.Where(pair => pair.Value.Length == 0).Select(pair => pair.Key).ToArray()) _nicknames.Remove(bare);
        // Surnames as they are distributed: few very common ones, very many rare ones (Zipf).
        var surnames = EmbeddedTable.Read("Matching/surnames.csv").SelectMany(row => row[^1].Split('|')).Select(Capital).Distinct()
            .Concat(Enumerable.Range(0, 20_000).Select(_ => Capital(Word() + Pick(Endings)))).Distinct().ToArray();
        _family = [.. surnames.SelectMany((name, i) => Enumerable.Repeat(name, Math.Max(1, 4000 / (i + 10))))];
        _cities = [.. Enumerable.Range(0, 400).Select(_ => (Capital(Word() + Pick(["ton", "ville", "burg", "field", "port"])), Pick(["CA", "NY", "TX", "FL", "IL", "WA", "MA", "OH", "GA", "CO"]), _random.Next(10_000, 99_999).ToString(CultureInfo.InvariantCulture)))];
        while (_rows.Count < rows) AddFirm();
        Shuffle();
        _rows.RemoveRange(rows, _rows.Count - rows);
    }

    // To be counted up where other rows come out: files of another version are left alone.
    private const int Version = 1;

    /// <summary>The file of contacts and that with the number of the person of each row.</summary>
    public static (string Contacts, string Persons) Paths(int rows, int seed = 7)
    {
        var path = Path.Combine(Path.GetTempPath(), $"mops-contacts-{Version}-{rows}-{seed}.csv");
        return (path, path + ".persons");
    }

    /// <summary>Makes the files.</summary>
    public static void Create(int rows, int seed = 7)
    {
        var export = new ContactExport(rows, seed);
        var (contacts, persons) = Paths(rows, seed);
        using (var writer = new StreamWriter(contacts, false, new UTF8Encoding(false), 1 << 16))
        {
            writer.WriteLine(string.Join(",", Header));
            foreach (var (row, _) in export._rows) writer.WriteLine(string.Join(",", row.Select(value => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value)));
        }

        File.WriteAllLines(persons, export._rows.Select(row => row.Person.ToString(CultureInfo.InvariantCulture)));
    }

    // A firm with colleagues who share its name, domain, switchboard and address; one in four records is a private person, often in a household.
    private void AddFirm()
    {
        if (_random.Next(4) == 0)
        {
            AddHousehold();
            return;
        }

        var name = Capital(Word()) + " " + Pick(Trades);
        var company = (name + " " + Pick(Forms)).Trim();
        var domain = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() + Pick([".com", ".io", ".net", ".co.uk"]);
        var place = Place();
        var switchboard = Phone();
        var people = 1 + (int)(Math.Pow(_random.NextDouble(), 3) * 25);
        for (var i = 0; i < people; i++)
        {
            string given = Pick(_given), family = Pick(_family);
            var email = _random.Next(25) == 0 ? Pick(["info", "sales", "office"]) + "@" + domain : Mailbox(given, family) + "@" + domain;
            Add([given, family, email, _random.Next(3) == 0 ? switchboard : Phone(), company, place.Street, place.City, place.State, place.Zip, Pick(Titles)]);
        }
    }

    private void AddHousehold()
    {
        var place = Place();
        var family = Pick(_family);
        var phone = Phone();
        var people = 1 + _random.Next(4);
        for (var i = 0; i < people; i++)
        {
            var given = Pick(_given);
            var own = _random.Next(5) == 0 ? Pick(_family) : family;
            Add([given, own, Mailbox(given, own) + Number() + "@" + Pick(Free), _random.Next(2) == 0 ? phone : Phone(), "", place.Street, place.City, place.State, place.Zip, ""]);
        }
    }

    // Each person stands in the file once, one in five more often, each time with something changed.
    private void Add(string[] row)
    {
        var person = _persons++;
        _rows.Add((row, person));
        var copies = _random.Next(5) == 0 ? 1 + (int)(Math.Pow(_random.NextDouble(), 2) * 3) : 0;
        for (var i = 0; i < copies; i++) _rows.Add((Changed(row), person));
    }

    private string[] Changed(string[] row)
    {
        var copy = (string[])row.Clone();
        var changes = 1 + _random.Next(4);
        for (var i = 0; i < changes; i++)
        {
            switch (_random.Next(14))
            {
                case 0: copy[0] = _nicknames.TryGetValue(copy[0], out var names) ? Pick(names) : Typo(copy[0]); break;
                case 1: copy[0] = Typo(copy[0]); break;
                case 2: copy[1] = Typo(copy[1]); break;
                case 3: (copy[0], copy[1]) = (copy[1], copy[0]); break;
                case 4: copy[0] = copy[0].Length > 0 ? copy[0][..1] : ""; break;
                case 5: copy[2] = Mailbox(row[0], row[1]) + Number() + "@" + Pick(Free); break;
                case 6: copy[2] = Typo(copy[2]); break;
                case 7: copy[2] = ""; break;
                case 8: copy[3] = Phone(); break;
                case 9: copy[3] = ""; break;
                case 10: copy[3] = "+1 " + copy[3].Replace("(", "", StringComparison.Ordinal).Replace(") ", "-", StringComparison.Ordinal); break;
                case 11:
                    // Moved to another firm: everything of the place is new, the private number stays.
                    var (street, city, state, zip) = Place();
                    var name = Capital(Word()) + " " + Pick(Trades);
                    (copy[4], copy[5], copy[6], copy[7], copy[8]) = (name, street, city, state, zip);
                    if (_random.Next(2) == 0) copy[2] = Mailbox(row[0], row[1]) + "@" + name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() + ".com";
                    break;
                case 12: copy[4] = copy[4].Replace(" Inc", ", Incorporated", StringComparison.Ordinal).Replace(" Ltd", " Limited", StringComparison.Ordinal); copy[5] = copy[5].Replace("Street", "St.", StringComparison.Ordinal).Replace("Avenue", "Ave", StringComparison.Ordinal); break;
                default: copy[_random.Next(5, 9)] = ""; break;
            }
        }

        return copy;
    }

    private string Mailbox(string given, string family) => (_random.Next(4) switch
    {
        0 => $"{given}.{family}",
        1 => $"{given[0]}{family}",
        2 => $"{given}{family[0]}",
        _ => $"{given}_{family}",
    }).ToLowerInvariant();

    private (string Street, string City, string State, string Zip) Place()
    {
        var (name, state, zip) = Pick(_cities);
        return ($"{_random.Next(1, 2000)} {Pick(StreetNames)} {Pick(StreetKinds)}", name, state, zip);
    }

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"({_random.Next(201, 989)}) {_random.Next(200, 999)}-{_random.Next(0, 9999):0000}");

    private string Number() => _random.Next(2) == 0 ? "" : _random.Next(1, 99).ToString(CultureInfo.InvariantCulture);

    private string Typo(string text)
    {
        if (text.Length < 3) return text;
        var at = _random.Next(1, text.Length - 1);
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, ((char)('a' + _random.Next(26))).ToString()),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text[..at] + (char)('a' + _random.Next(26)) + text[(at + 1)..],
        };
    }

    private string Word() => string.Concat(Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Pick(Consonants) + Pick(Vowels))) + Pick(Consonants);

    private T Pick<T>(T[] list) => list[_random.Next(list.Length)];

    private void Shuffle()
    {
        for (var i = _rows.Count - 1; i > 0; i--)
        {
            var j = _random.Next(i + 1);
            (_rows[i], _rows[j]) = (_rows[j], _rows[i]);
        }
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
