using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Duplicates.Measuring;

/// <summary>Seeded contacts with duplicates and near misses (families, namesakes, colleagues), and who is who.</summary>
internal sealed class LabelledPeople
{
    private static readonly string[] Columns = ["Id", "First Name", "Last Name", "Email", "Phone", "Company", "City", "Lead Source", "Created Date"];
    private static readonly string[] Given = ["James", "Robert", "John", "Michael", "David", "William", "Mary", "Linda", "Susan", "Karen", "Nancy", "Lisa", "Anna", "Peter", "Paul", "Laura", "Tom", "Kate", "Sara", "Emma"];
    private static readonly string[] Family = ["Smith", "Jones", "Brown", "Miller", "Wilson", "Moore", "Taylor", "Clark", "Lewis", "Walker", "Hall", "Young", "King", "Wright", "Hill", "Green", "Adams", "Baker", "Nelson", "Carter", "Mercer", "Quigley", "Ashdown", "Tremblay", "Okafor"];
    private static readonly string[] Firms = ["Northgate Ltd", "Brightworks Inc", "Harbourline", "Kestrel Software", "Cedar Group", "Fjord AB", "Polder BV", "Jade Trading", "Lotus Media", "Tidewater Supply"];
    private static readonly string[] Cities = ["Leeds", "Boston", "Accra", "Mumbai", "Beirut", "Stockholm", "Amsterdam", "Beijing"];

    private readonly Random _random;

    private LabelledPeople(int people, int seed)
    {
        _random = new Random(seed);
        for (var i = 0; i < people; i++)
        {
            var firm = _random.Next(Firms.Length);
            string given = Pick(Given), family = Pick(Family);
            string[] row = [given, family, $"{given}.{family}@{Firms[firm].Split(' ')[0]}.example".ToLowerInvariant(), Phone(), Firms[firm], Cities[firm % Cities.Length]];
            Add(row, i);
            for (var copies = _random.Next(3) == 0 ? 1 + _random.Next(2) : 0; copies > 0; copies--) Add(Changed(row), i);
        }
    }

    public List<string?[]> Rows { get; } = [];

    public List<int> Persons { get; } = [];

    public static LabelledPeople Make(int people, int seed) => new(people, seed);

    public DuplicateRun Run(DuplicateOptions? options = null, IEnumerable<int>? order = null)
    {
        var finder = new DuplicateFinder(options ?? new DuplicateOptions { Threads = 2 });
        var schema = new RecordSchema(Columns);
        var rows = (order ?? Enumerable.Range(0, Rows.Count)).Select(i => Rows[i]).ToArray();
        var input = finder.AddInput(FieldMapper.Map(schema, new FieldMapOptions(), rows), rows);
        finder.Settle();
        var cursor = new RecordCursor(schema, input.Columns);
        for (var i = 0; i < rows.Length; i++)
        {
            var record = new MopsRecord(schema, rows[i], i + 1);
            cursor.Set(record);
            input.Keep(record, cursor);
        }

        return finder.Run();
    }

    public PairMeasure Measure(DuplicateRun run)
    {
        var groupOf = Enumerable.Range(0, Rows.Count).Select(row => -1 - row).ToArray();
        foreach (var (group, g) in run.Groups(.5, .5).Select((group, g) => (group, g)))
            foreach (var row in group.Rows) groupOf[row] = g;
        return PairMeasure.Of(groupOf, Persons);
    }

    private void Add(string[] row, int person)
    {
        Persons.Add(person);
        Rows.Add([$"P-{Rows.Count + 1}", .. row, Pick(["Web", "Webinar", "Trade show"]), new DateTime(2026, 1, 1).AddDays(_random.Next(300)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]);
    }

    private string[] Changed(string[] row)
    {
        var copy = (string[])row.Clone();
        for (var changes = 1 + _random.Next(3); changes > 0; changes--)
        {
            switch (_random.Next(7))
            {
                case 0: copy[0] = copy[0][..1]; break;
                case 1: copy[1] = Typo(copy[1]); break;
                case 2: copy[2] = $"{row[0]}{row[1][0]}{_random.Next(100)}@gmail.com".ToLowerInvariant(); break;
                case 3: copy[2] = ""; break;
                case 4: copy[3] = Phone(); break;
                case 5: copy[3] = ""; break;
                default: copy[4] = Pick(Firms); copy[5] = Pick(Cities); break;
            }
        }

        return copy;
    }

    private string Typo(string text) => text.Remove(1 + _random.Next(text.Length - 1), 1);

    private string Phone() => FormattableString.Invariant($"+1 617 555 {_random.Next(10_000):0000}");

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
