using System.Linq;
using System.Text;
using MopsPS.Core.Reconciliation;
using Xunit;

namespace MopsPS.Core.Tests.Reconciliation;

/// <summary>Records that are found by matching in place of a key.</summary>
public sealed class MatchedComparisonTests
{
    private static readonly string[] Given = ["Ada", "Bruno", "Chiara", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas"];
    private static readonly string[] Family = ["Abelard", "Brandt", "Costa", "Duval", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Jensen", "Keller", "Lopez"];

    [Fact]
    public void RecordsAreFoundByNameAndCompanyAndComparedField_ByField()
    {
        var left = new StringBuilder("First Name,Last Name,Company,City,Phone,Lead Status\n");
        var right = new StringBuilder("First Name,Last Name,Company,City,Phone,Lead Status\n");
        for (var i = 0; i < 120; i++)
        {
            var person = $"{Given[i % 10]},{Family[i / 10]},Firm {i * 7},Town {i % 9},+49 30 555{1000 + (i * 37)}";
            if (i != 119) left.Append(person).Append(",Open\n");
            // A slip in the name, another status for every tenth, one record that is not there.
            if (i == 50) right.Append(person.Replace("Ada", "Adah")).Append(",Open\n");
            else if (i != 60) right.Append(person).Append(i % 10 == 3 ? ",Working\n" : ",Open\n");
        }

        var run = CompareRun.Of(left.ToString(), right.ToString(), new RecordCompareOptions { IsMatched = true, Fields = ["Lead Status"] });
        Assert.Equal(1, run.Summary.Missing);
        Assert.Equal(1, run.Summary.Extra);
        Assert.Equal(118, run.Summary.Compared);
        Assert.Equal(12, run.Summary.Different);
        Assert.All(run.Differences.Where(one => one.Kind == RecordDifferenceKind.Different), one => Assert.InRange(one.Score!.Value, .9, 1));
    }

    [Fact]
    public void WhatMayBeSeveralIsNotGuessed()
    {
        var left = new StringBuilder("First Name,Last Name,Email,Company\n");
        var right = new StringBuilder("First Name,Last Name,Email,Company\n");
        for (var i = 0; i < 60; i++)
        {
            var person = $"{Given[i % 10]},{Family[i / 10]},{Given[i % 10]}.{Family[i / 10]}@firm{i}.example,Firm {i}\n";
            left.Append(person);
            right.Append(person);
        }

        right.Append("Ada,Abelard,Ada.Abelard@firm0.example,Firm 0\n");
        var run = CompareRun.Of(left.ToString(), right.ToString(), new RecordCompareOptions { IsMatched = true });
        var ambiguous = Assert.Single(run.Differences, one => one.Kind == RecordDifferenceKind.Ambiguous);
        Assert.Equal(("Ada.Abelard@firm0.example", 2), (ambiguous.Key, ambiguous.RightCount));
        Assert.Equal(59, run.Summary.Compared);
        Assert.DoesNotContain(run.Differences, one => one.Kind == RecordDifferenceKind.Extra);
    }
}
