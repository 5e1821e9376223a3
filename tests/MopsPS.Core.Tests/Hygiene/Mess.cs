using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>A made-up database in which every record has one damaged value, and what a repair made of each kind of damage.</summary>
internal static class Mess
{
    /// <summary>The policy of the database.</summary>
    public static MopsPolicy Policy { get; } = new()
    {
        Hygiene = new HygienePolicy
        {
            Picklists = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.OrdinalIgnoreCase)
            {
                ["Industry"] = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["Software"] = ["SaaS", "Computer Software", "IT"],
                    ["Manufacturing"] = ["Industrial", "Maschinenbau"],
                    ["Financial Services"] = ["Banking", "Finance"],
                    ["Health Care"] = ["Healthcare", "Medical"],
                    ["Retail"] = ["E-Commerce"],
                    ["Education"] = ["Higher Education"],
                    ["Public Sector"] = ["Government"],
                },
            },
            Bands = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["EmployeeCount"] = MessRecord.Bands },
            Consent = new Dictionary<ConsentState, string> { [ConsentState.Granted] = "granted", [ConsentState.Denied] = "denied" },
        },
    };

    /// <summary>Makes, damages and repairs records and counts by kind of damage.</summary>
    /// <param name="rows">How many records.</param>
    /// <param name="seed">The seed of the generator.</param>
    /// <param name="culture">How the database writes dates.</param>
    public static IReadOnlyList<MessCount> Run(int rows, int seed, string culture)
    {
        var random = new Random(seed);
        var damages = MessDamage.All;
        var clean = new string[rows][];
        var kinds = new MessDamage?[rows];
        var text = new StringBuilder(rows * 200).AppendLine(Line(MessRecord.Columns));
        for (var i = 0; i < rows; i++)
        {
            // The damage is drawn first, and a record to which it can be done is sought: every kind is there as often.
            var damage = i % (damages.Count + 1) == damages.Count ? null : damages[i % (damages.Count + 1)];
            MessRecord record;
            string? value = null;
            var tries = 0;
            do record = new MessRecord(i + 1, random);
            while (damage is not null && ((value = damage.Apply(record, random)) is null || value == record[damage.Column]) && ++tries < 2000);
            if (tries == 2000) throw new InvalidOperationException($"No record can have the damage {damage!.Name}.");
            clean[i] = record.Values;
            kinds[i] = damage;
            var dirty = (string[])record.Values.Clone();
            if (damage is not null) dirty[Array.IndexOf(MessRecord.Columns, damage.Column)] = value!;
            text.AppendLine(Line(dirty));
        }

        return Count(Encoding.UTF8.GetBytes(text.ToString()), clean, kinds, culture);
    }

    private static List<MessCount> Count(byte[] file, string[][] clean, MessDamage?[] kinds, string culture)
    {
        var counts = MessDamage.All.ToDictionary(damage => damage.Name, damage => new MessCount(damage.Name, damage.Column));
        var untouched = new MessCount("(none: a clean record)", "");
        var repairer = new RecordRepairer(Policy, new RepairOptions { ReadsAll = true, Culture = CultureInfo.GetCultureInfo(culture) }, new DateTime(2026, 11, 25));
        using var reader = ExportReader.Open(new MemoryStream(file), "mess.csv", new ImportOptions(), schema => repairer.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        for (var i = 0; reader.Read(); i++)
        {
            repairer.Read(reader);
            var values = repairer.Repaired(reader);
            var damage = kinds[i];
            // What is changed besides the damage was clean: a false claim of its kind.
            foreach (var change in repairer.Row.Where(change => change.Column.Column != damage?.Column))
            {
                if (change.IsRepaired) untouched.Add(claimed: true, right: change.Verdict.After == change.Before, declined: false, $"{change.Column.Column}: {change.Before} -> {change.Verdict.After}");
                else untouched.Add(claimed: false, right: false, declined: true, $"{change.Column.Column}: {change.Before} {change.Verdict.Reason}");
            }

            if (damage is null) continue;
            var column = Array.IndexOf(MessRecord.Columns, damage.Column);
            var found = repairer.Row.FirstOrDefault(change => change.Column.Column == damage.Column);
            counts[damage.Name].Add(
                found.Column is not null && found.IsRepaired, values[column] == clean[i][column], found.Column is not null && !found.IsRepaired,
                found.Column is null ? $"{values[column]} stays, was {clean[i][column]}" : $"{found.Before} -> {found.Verdict.After}, was {clean[i][column]}");
        }

        return [.. counts.Values, untouched];
    }

    private static string Line(IEnumerable<string> values) => string.Join(",", values.Select(value => "\"" + value.Replace("\"", "\"\"") + "\""));
}

/// <summary>What became of one kind of damage.</summary>
internal sealed class MessCount(string kind, string column)
{
    public string Kind { get; } = kind;

    public string Column { get; } = column;

    /// <summary>How many values had it.</summary>
    public int Rows { get; private set; }

    /// <summary>How many were repaired.</summary>
    public int Claimed { get; private set; }

    /// <summary>How many of those got the clean value back.</summary>
    public int Right { get; private set; }

    /// <summary>How many stay as findings.</summary>
    public int Declined { get; private set; }

    /// <summary>How many stay without a word.</summary>
    public int Silent => Rows - Claimed - Declined;

    /// <summary>Some repairs that were wrong, and some values that stay without a word.</summary>
    public List<string> Wrong { get; } = [];

    public void Add(bool claimed, bool right, bool declined, string example)
    {
        Rows++;
        if (claimed) Claimed++;
        if (claimed && right) Right++;
        if (declined) Declined++;
        if ((claimed && !right) || (!claimed && !declined) || (Kind[0] == '(' && declined))
            if (Wrong.Count < 5 && !Wrong.Contains(example)) Wrong.Add(example);
    }
}
