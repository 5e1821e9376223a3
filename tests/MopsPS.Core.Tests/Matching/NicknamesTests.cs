using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class NicknamesTests
{
    [Theory]
    [InlineData("bob", "robert", NameRelation.Direct)]
    [InlineData("robert", "bob", NameRelation.Direct)]
    [InlineData("bob", "rob", NameRelation.Sibling)]
    [InlineData("bob", "bob", NameRelation.Same)]
    [InlineData("zzz", "zzz", NameRelation.Same)]
    [InlineData("katherine", "catherine", NameRelation.Direct)]
    [InlineData("silvia", "silvana", NameRelation.Sibling)]
    [InlineData("hans", "johannes", NameRelation.Direct)]
    [InlineData("alex", "alexander", NameRelation.Direct)]
    [InlineData("alex", "alexandra", NameRelation.Direct)]
    [InlineData("chris", "christopher", NameRelation.Direct)]
    [InlineData("chris", "christine", NameRelation.Direct)]
    [InlineData("peggy", "margaret", NameRelation.Direct)]
    [InlineData("hansi", "johannes", NameRelation.Direct)]
    [InlineData("uschi", "ursula", NameRelation.Direct)]
    [InlineData("kees", "cornelis", NameRelation.Direct)]
    [InlineData("pepe", "jose", NameRelation.Direct)]
    [InlineData("chema", "jose maria", NameRelation.Direct)]
    [InlineData("beppe", "giuseppe", NameRelation.Direct)]
    [InlineData("kasia", "katarzyna", NameRelation.Direct)]
    [InlineData("lasse", "lars", NameRelation.Direct)]
    [InlineData("sasha", "aleksandr", NameRelation.Direct)]
    [InlineData("dima", "dmitry", NameRelation.Direct)]
    [InlineData("ze", "jose", NameRelation.Direct)]
    [InlineData("manu", "emmanuelle", NameRelation.Direct)]
    [InlineData("robert", "roberta", NameRelation.None)]
    [InlineData("jan", "jane", NameRelation.None)]
    [InlineData("alexander", "alexandra", NameRelation.None)]
    [InlineData("mark", "martin", NameRelation.None)]
    [InlineData("john", "jane", NameRelation.None)]
    [InlineData("daniel", "danielle", NameRelation.None)]
    [InlineData("michael", "michelle", NameRelation.None)]
    [InlineData("maria", "mario", NameRelation.None)]
    [InlineData("francis", "frances", NameRelation.None)]
    [InlineData("erin", "aaron", NameRelation.None)]
    [InlineData("bob", "william", NameRelation.None)]
    [InlineData("bob", "zzz", NameRelation.None)]
    public void Names_are_related_as_people_use_them(string a, string b, NameRelation relation)
    {
        Assert.Equal(relation, Nicknames.Relation(a, b));
        Assert.Equal(relation, Nicknames.Relation(b, a));
        Assert.Equal(relation != NameRelation.None, Nicknames.AreRelated(a, b));
    }

    [Fact]
    public void A_name_in_several_groups_gives_them_in_order()
    {
        var groups = Nicknames.GroupsOf("alex");
        Assert.True(groups.Length > 1);
        Assert.Equal(groups.OrderBy(group => group), groups);
        Assert.Same(groups, Nicknames.GroupsOf("alex"));
        Assert.Empty(Nicknames.GroupsOf("zzz"));
    }

    [Fact]
    public void No_group_holds_full_names_of_men_and_of_women()
    {
        var mixed = EmbeddedTable.Read("Matching/nicknames.csv")
            .Where(row => row[0] == "en")
            .Select(row => row[1].Split('|').Where(name => GivenNames.TryGet(name, out _)).ToArray())
            .Where(names => names.Any(left => names.Any(right => GivenNames.SexDiffers(left, right))))
            .Select(names => string.Join(" ", names));
        Assert.Empty(mixed);
    }

    [Fact]
    public void Every_name_is_normalised()
    {
        var rows = EmbeddedTable.Read("Matching/nicknames.csv");
        var names = rows.SelectMany(row => row[1].Split('|').Concat(EmbeddedTable.Values(row[2]))).ToList();
        Assert.All(names, name => Assert.Equal(MatchText.Normalize(name), name));
        Assert.True(rows.Sum(row => row[1].Split('|').Length * EmbeddedTable.Values(row[2]).Length) > 900);
    }

    // The list is genealogists': what it lacks here are names that nobody has borne for a hundred years.
    [SharedDataFact]
    public void Most_pairs_of_a_public_list_are_covered()
    {
        var pairs = File.ReadLines(SharedData.Path("reference", "nicknames.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => (Name: cells[0], Short: cells[2])).ToList();
        var covered = pairs.Count(pair => Nicknames.AreRelated(pair.Name, pair.Short));
        Assert.True(covered >= 0.78 * pairs.Count, $"{covered} of {pairs.Count} pairs are covered.");

        var today = pairs.Where(pair => GivenNames.TryGet(pair.Name, out _)).ToList();
        covered = today.Count(pair => Nicknames.AreRelated(pair.Name, pair.Short));
        Assert.True(covered >= 0.88 * today.Count, $"{covered} of {today.Count} pairs of names in use are covered.");
    }
}
