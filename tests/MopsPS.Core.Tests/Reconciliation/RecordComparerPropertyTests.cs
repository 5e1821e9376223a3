using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Reconciliation;
using Xunit;

namespace MopsPS.Core.Tests.Reconciliation;

/// <summary>Random sides against a plain comparison with dictionaries, in shuffled order and with any number of threads.</summary>
public sealed class RecordComparerPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AgreesWithAPlainComparisonInAnyOrderAndWithAnyNumberOfThreads(int seed)
    {
        var random = new Random(seed);
        var left = Side(random, 3000);
        var right = Side(random, 3000);
        var expected = Plain(left, right);
        var first = Run(left, right, 1);
        Assert.Equal(expected, first.Texts.OrderBy(text => text, StringComparer.Ordinal));
        var again = Run([.. left.OrderBy(_ => random.Next())], [.. right.OrderBy(_ => random.Next())], 4);
        Assert.Equal(first.Texts, again.Texts);
        Assert.Equal(first.Summary.ToString(), again.Summary.ToString());
        Assert.Equal(first.Summary.Fields.Select(field => field.ToString()), again.Summary.Fields.Select(field => field.ToString()));
    }

    private static CompareRun Run(List<string[]> left, List<string[]> right, int threads) =>
        CompareRun.Of(Text(left), Text(right), new RecordCompareOptions { Key = ["Key"], Threads = threads });

    private static string Text(List<string[]> rows) => "Key,Alpha,Beta\n" + string.Join("\n", rows.Select(row => string.Join(",", row))) + "\n";

    private static List<string[]> Side(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => new[] { random.Next(50) == 0 ? "" : "k" + random.Next(4000).ToString(CultureInfo.InvariantCulture), Value(random), Value(random) })];

    private static string Value(Random random) => random.Next(5) switch { 0 => "", 1 => "A", 2 => " a ", 3 => "1.0", _ => "1" };

    private static IEnumerable<string> Plain(List<string[]> left, List<string[]> right)
    {
        var found = new List<string>();
        found.AddRange(left.Concat(right).Where(row => row[0].Length == 0).Select(_ => "BlankKey||||"));
        var ours = left.Where(row => row[0].Length > 0).ToLookup(row => row[0]);
        var theirs = right.Where(row => row[0].Length > 0).ToLookup(row => row[0]);
        foreach (var key in ours.Select(group => group.Key).Union(theirs.Select(group => group.Key)))
        {
            string[][] mine = [.. ours[key]], other = [.. theirs[key]];
            if (mine.Length > 1 || other.Length > 1) found.Add($"Repeated|{key}|||");
            if (other.Length == 0) found.AddRange(mine.Select(_ => $"Missing|{key}|||"));
            if (mine.Length == 0) found.AddRange(other.Select(_ => $"Extra|{key}|||"));
            if (mine.Length != 1 || other.Length != 1) continue;
            foreach (var (index, name) in new[] { (1, "Alpha"), (2, "Beta") })
                if (Meaning(mine[0][index]) != Meaning(other[0][index])) found.Add($"Different|{key}|{name}|{mine[0][index]}|{other[0][index]}");
        }

        return found.OrderBy(text => text, StringComparer.Ordinal);
    }

    private static string Meaning(string value) => value.Trim().ToLowerInvariant().Replace("1.0", "1", StringComparison.Ordinal);
}
