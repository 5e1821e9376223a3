using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

/// <summary>The small tools of the engine against published values and plain implementations.</summary>
public class SimilarityTests
{
    // Winkler, W. E. (1994), Advanced methods for record linkage, table 1 (three digits).
    [Theory]
    [InlineData("shackleford", "shackelford", .982)]
    [InlineData("dunningham", "cunnigham", .896)]
    [InlineData("nichleson", "nichulson", .956)]
    [InlineData("jones", "johnson", .832)]
    [InlineData("massey", "massie", .933)]
    [InlineData("abroms", "abrams", .922)]
    [InlineData("jeraldine", "geraldine", .926)]
    [InlineData("marhta", "martha", .961)]
    [InlineData("michelle", "michael", .921)]
    [InlineData("julies", "julius", .933)]
    [InlineData("tanya", "tonya", .880)]
    [InlineData("dwayne", "duane", .840)]
    [InlineData("sean", "susan", .805)]
    [InlineData("jon", "john", .933)]
    [InlineData("jon", "jan", .800)]
    [InlineData("dixon", "dickson", .832)]
    public void JaroWinklerAgreesWithThePublishedTable(string left, string right, double value)
    {
        Assert.Equal(value, Similarity.JaroWinkler(left, right), .0006);
        Assert.Equal(Similarity.JaroWinkler(left, right), Similarity.JaroWinkler(right, left), 12);
    }

    [Fact]
    public void EditsAgreeWithThePlainAlgorithm() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 9], Gen.String[Gen.Char["abc"], 0, 9], Gen.Int[1, 3]).Sample((left, right, limit) =>
            Assert.Equal(Math.Min(Alignment(left, right), limit + 1), Similarity.Edits(left, right, limit)), iter: 5000);

    [Fact]
    public void TheTableNumbersDistinctBytesInOrder() =>
        Gen.String[Gen.Char["xyé"], 1, 6].Array[0, 300].Sample(texts =>
        {
            var table = new Utf8Table();
            var known = new List<string>();
            foreach (var text in texts)
            {
                var id = table.Add(Encoding.UTF8.GetBytes(text));
                var bytes = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                if (!known.Contains(bytes)) known.Add(bytes);
                Assert.Equal(known.IndexOf(bytes), id);
                Assert.Equal(bytes, table.Text(id));
            }

            Assert.Equal(known.Count, table.Count);
        }, iter: 200);

    [Fact]
    public void ALargeValueHasItsOwnRoom()
    {
        var table = new Utf8Table();
        var large = new byte[3_000_000];
        large[7] = 1;
        Assert.Equal(0, table.Add(large));
        Assert.Equal(1, table.Add([1, 2]));
        Assert.Equal(0, table.Add(large));
        Assert.True(table.Bytes(0).SequenceEqual(large));
        Assert.Equal(2, table.Bytes(1).Length);
    }

    [Fact]
    public void AnEmptyValueIsAValueOfItsOwn()
    {
        var table = new Utf8Table();
        Assert.Equal(0, table.Add([]));
        Assert.Equal(1, table.Add([7]));
        Assert.Equal(0, table.Add([]));
        Assert.Equal("", table.Text(0));
    }

    [Fact]
    public void NothingThatIsAlikeIsRuledOutBeforehand() =>
        Gen.Select(Gen.String[Gen.Char["abcdeé1 "], 0, 12], Gen.String[Gen.Char["abcdeé1 "], 0, 12], Gen.Double[.5, 1]).Sample((left, right, least) =>
        {
            if (Similarity.JaroWinkler(left, right) >= least)
                Assert.True(Similarity.MayReach(left, right, NormalValues.LettersOf(left), NormalValues.LettersOf(right), least));
        }, iter: 20_000);

    [Fact]
    public void JaroWinklerAgreesWithThePlainAlgorithm() =>
        Gen.Select(Gen.String[Gen.Char["abcé\u0121"], 0, 70], Gen.String[Gen.Char["abcé\u0121"], 0, 70]).Sample((left, right) =>
            Assert.Equal(Jaro(left, right), Similarity.JaroWinkler(left, right), 12), iter: 5000);

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void RecordsAreSortedByHashAndStayInOrder(int count)
    {
        var random = new Random(4);
        var hashes = Enumerable.Range(0, count).Select(_ => Utf8Table.Mix((ulong)random.Next(count / 3))).ToArray();
        var expected = hashes.Select((hash, i) => (hash, i)).OrderBy(pair => pair.hash).ThenBy(pair => pair.i).ToArray();
        var records = Enumerable.Range(0, count).ToArray();
        RadixSort.Sort(hashes, records, count);
        Assert.Equal(expected.Select(pair => pair.hash), hashes);
        Assert.Equal(expected.Select(pair => pair.i), records);
    }

    // Jaro and Winkler, straight from their definition; the first 64 characters count.
    private static double Jaro(string left, string right)
    {
        (left, right) = (left[..Math.Min(64, left.Length)], right[..Math.Min(64, right.Length)]);
        if (left.Length == 0 || right.Length == 0) return left.Length == right.Length ? 1 : 0;
        var window = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        var used = new bool[right.Length];
        var matched = new List<char>();
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(right.Length - 1, i + window); j++)
            {
                if (used[j] || right[j] != left[i]) continue;
                used[j] = true;
                matched.Add(left[i]);
                break;
            }
        }

        if (matched.Count == 0) return 0;
        var theirs = right.Where((_, j) => used[j]).ToArray();
        double m = matched.Count, crossed = matched.Where((c, i) => c != theirs[i]).Count() / 2;
        var jaro = ((m / left.Length) + (m / right.Length) + ((m - crossed) / m)) / 3;
        var prefix = left.Zip(right).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return jaro + (prefix * .1 * (1 - jaro));
    }

    // The optimal string alignment distance, straight from its definition.
    private static int Alignment(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[left.Length, right.Length];
    }
}
