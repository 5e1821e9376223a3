using System;
using System.Collections.Generic;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Made-up contacts: distinct people, and copies with slips. The same seed gives the same.</summary>
internal static class People
{
    public static readonly string[] Header = ["First Name", "Last Name", "Email", "Phone", "Company", "Street", "City", "Postal Code"];

    private static readonly string[] Given =
        ["Anna", "Bernard", "Carla", "Dmitri", "Elena", "Farid", "Gwen", "Hugo", "Ines", "Jakub", "Katarina", "Liam", "Mona", "Nikolai", "Oscar", "Paula", "Quentin", "Rosa", "Stefan", "Tara"];

    private static readonly string[] FamilyStarts = ["Abel", "Brand", "Corr", "Dal", "Eck", "Fors", "Gold", "Hart", "Ives", "Jans", "Kell", "Lind", "Mar", "Nord", "Oak", "Pell", "Quill", "Rost", "Stan", "Thorn"];

    private static readonly string[] FamilyEnds = ["berg", "ton", "mann", "sen", "ley", "ford", "wick", "elli", "ova", "ard", "stein", "ham"];

    private static readonly string[] Cities = ["Leeds", "Lyon", "Berlin", "Boston", "Madrid", "Oslo", "Porto", "Turin"];

    /// <summary>People of whom every fifth has a copy right behind.</summary>
    /// <param name="people">How many people.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="truth">For each row its person.</param>
    public static List<string?[]> Make(int people, int seed, out List<int> truth)
    {
        var random = new Random(seed);
        var rows = new List<string?[]>();
        truth = [];
        for (var i = 0; i < people; i++)
        {
            var given = Given[random.Next(Given.Length)];
            var family = FamilyStarts[random.Next(FamilyStarts.Length)] + FamilyEnds[random.Next(FamilyEnds.Length)];
            var company = $"{FamilyStarts[random.Next(FamilyStarts.Length)]} {random.Next(400)} Ltd";
            var domain = company.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("ltd", "", StringComparison.Ordinal) + ".example";
            string?[] row =
            [
                given, family, $"{given}.{family}@{domain}".ToLowerInvariant(), $"+44 20 {random.Next(1000, 9999)} {random.Next(1000, 9999)}", company,
                $"{random.Next(1, 200)} {FamilyStarts[random.Next(FamilyStarts.Length)]} Road", Cities[random.Next(Cities.Length)], random.Next(10000, 99999).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ];
            rows.Add(row);
            truth.Add(i);
            if (i % 5 != 0) continue;
            var copy = (string?[])row.Clone();
            copy[1] = family.Remove(random.Next(1, family.Length - 1), 1);
            copy[random.Next(2) == 0 ? 3 : 5] = null;
            if (random.Next(3) == 0) copy[2] = null;
            rows.Add(copy);
            truth.Add(i);
        }

        return rows;
    }
}
