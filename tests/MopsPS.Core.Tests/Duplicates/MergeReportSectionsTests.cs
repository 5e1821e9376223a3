using System;
using System.Linq;
using MopsPS.Core.Duplicates.Merging;
using MopsPS.Core.Reporting;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>What a merge plan shows in a report.</summary>
public class MergeReportSectionsTests
{
    [Fact]
    public void RefusalsAndChangesAreCountedWithoutValues()
    {
        var planner = new MergePlanner(new MergePolicy());
        var sections = new MergeReportSections();
        Assert.True(sections.Add(planner.Propose(MergeGroups.Of("Id|Owner|City", "1|Sam|Leeds", "2|Kim|Leeds"))));
        Assert.True(sections.Add(planner.Propose(MergeGroups.Of("Id|Owner|City|Phone|Title", "3|Ann||123456|CMO", "4|Ann|Porto||", "5|Ann|||"))));
        Assert.False(sections.Add("another object"));
        var section = Assert.Single(sections.Build());
        Assert.Equal(["Groups", "Why groups are refused", "Changes of the surviving records", "Refused groups"], section.Blocks.Select(block => block.Title));
        Assert.Equal([1.0, 1.0, 2.0], ((TilesBlock)section.Blocks[0]).Tiles.Select(tile => tile.Value));
        Assert.Equal(("Conflicting owners", 1.0), ((BarChart)section.Blocks[1]).Bars.Select(bar => (bar.Label, bar.Value)).Single());
        Assert.Equal("City", Assert.Single(section.Blocks[2].Data.Rows)[0]);
        foreach (var value in new[] { "Sam", "Kim", "Porto" })
            Assert.DoesNotContain(section.Blocks.SelectMany(block => block.Data.Rows).SelectMany(row => row), cell => $"{cell}".Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingToMergeIsNoSection() => Assert.Empty(new MergeReportSections().Build());
}
