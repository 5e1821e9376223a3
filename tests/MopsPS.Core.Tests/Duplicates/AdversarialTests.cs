using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using MopsPS.Core.Duplicates;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Inputs that are made to hurt: bounded in pairs, groups and memory, and still right.</summary>
public class AdversarialTests
{
    [Fact]
    public void OneMailForAllDoesNotMakeOnePersonOfAll()
    {
        var rows = People.Make(3000, 21, out _).Where((_, i) => i % 2 == 0).ToList();
        foreach (var row in rows) row[2] = "office@shared.example";
        var run = Searching.Run(People.Header, rows);
        Assert.True(run.Groups().Select(group => group.Rows.Count).DefaultIfEmpty().Max() < 10);
    }

    [Fact]
    public void FiftyThousandEqualRowsAreOneGroup()
    {
        var row = new[] { "Ada", "Quist", "ada.quist@fjord.example" };
        var run = Searching.Run(["First Name", "Last Name", "Email"], Enumerable.Repeat(row, 50_000).Append(["Ben", "Rossi", "ben@lotus.example"]));
        Assert.Equal(50_000, Assert.Single(run.Groups()).Rows.Count);
        Assert.Equal(49_999, run.Pairs.Count);
        Assert.All(run.Pairs, pair => Assert.Equal(0, pair.Left));
    }

    [Fact]
    public void BlankColumnsAndRowsSayNothing()
    {
        var rows = People.Make(50, 22, out _).Select((row, i) => i % 3 == 0 ? new string?[row.Length] : row.Select((value, c) => c is 3 or 4 ? "" : value).ToArray()).ToArray();
        var run = Searching.Run(People.Header, rows);
        Assert.DoesNotContain(run.Groups().SelectMany(group => group.Rows), row => row % 3 == 0);
        Assert.Equal(rows.Length - ((rows.Length + 2) / 3), run.Comparable);
    }

    [Fact]
    public void NothingButBlanksHasNoModel()
    {
        var run = Searching.Run(People.Header, Enumerable.Repeat(new string?[8], 100));
        Assert.Equal(DuplicateModelSource.None, run.Model);
        Assert.Empty(run.Groups());
    }

    [Fact]
    public void OneColumnIsEnough()
    {
        var rows = Enumerable.Range(0, 500).Select(i => new string?[] { $"person{i}x@firm{i % 50}.example" }).Append(["Person17x@firm17.example"]).ToArray();
        var run = Searching.Run(["Email"], rows);
        Assert.Equal(["Match:17,500"], Searching.Texts(run));
    }

    [Fact]
    public void OtherScriptsAndEmojiCompare()
    {
        string?[][] rows =
        [
            ["محمد", "الأحمد", "m.ahmad@example.org"], ["محمد", "الأحمد", "m.ahmad@example.org"], ["דוד", "כהן", "david@example.net"],
            ["王", "小明", "wang@example.cn"], ["王", "小明", "wang@example.cn"], ["山田", "太郎", "yamada@example.jp"],
            ["🎉", "Party", "party@example.com"], ["😀", "Smile", "smile@example.com"], ["Ana", "👩‍👩‍👧", "ana@example.com"],
        ];
        Assert.Equal(["Match:0,1", "Match:3,4"], Searching.Texts(Searching.Run(["First Name", "Last Name", "Email"], rows)));
    }

    [Fact]
    public void HugeCellsDoNotHoldItUp()
    {
        var huge = string.Concat(Enumerable.Repeat("lorem ipsum ", 90_000));
        var rows = People.Make(40, 23, out _);
        rows[3][4] = huge;
        rows[7][5] = huge + "x";
        rows[9][0] = new string('A', 1_000_000);
        rows[11][2] = new string('b', 1_000_000) + "@example.com";
        var clock = Stopwatch.StartNew();
        var run = Searching.Run(People.Header, rows);
        Assert.NotEmpty(run.Groups());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), clock.Elapsed.ToString());
    }

    [Fact]
    public void NoRowIsInTwoGroups()
    {
        var rows = People.Make(800, 24, out _);
        var run = Searching.Run(People.Header, rows, new DuplicateOptions { Threads = 2, Threshold = .99, ReviewThreshold = .02 });
        var members = run.Groups().SelectMany(group => group.Rows).ToArray();
        Assert.Equal(members.Length, new HashSet<int>(members).Count);
        Assert.All(run.Groups(), group => Assert.True(group.Rows.Count >= 2));
    }
}
