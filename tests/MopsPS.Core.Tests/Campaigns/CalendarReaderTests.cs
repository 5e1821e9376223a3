using System;
using System.Collections.Generic;
using System.IO;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class CalendarReaderTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "campaigns"));

    [Theory]
    [InlineData("Campaign|Owner|Launch Date|Folder", "Spring|Ada|2027-03-31|2027/spring", "2027/spring", "Spring", "Ada", "2027-03-31")]
    [InlineData("campaign_name|launch_date", "Spring Läunch (EMEA)|2027-03-31", "spring-launch-emea", "Spring Läunch (EMEA)", null, "2027-03-31")]
    [InlineData("Name|Go live", "Spring|", "spring", "Spring", null, null)]
    [InlineData("Folder", "x", "x", null, null, null)]
    public void ARowNamesCampaignAndFolder(string columns, string values, string folder, string? name, string? owner, string? day)
    {
        var (entry, path) = Read(columns, values);
        Assert.Equal(Path.Combine(Root, folder.Replace('/', Path.DirectorySeparatorChar)), path);
        Assert.Equal((name, owner, day), (entry.Name, entry.Owner, entry.LaunchDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Campaign|Folder", "Spring|../elsewhere", "outside")]
    [InlineData("Campaign|Folder", "Spring|..", "outside")]
    [InlineData("Campaign|Folder", "Spring|.", "outside")]
    [InlineData("Campaign|Folder", "Spring|/etc", "outside")]
    [InlineData("Campaign", "!!!", "no letter or digit")]
    [InlineData("Campaign", "", "neither a campaign nor a folder")]
    [InlineData("Title", "Spring", "-FieldMap")]
    [InlineData("Campaign|Launch Date", "Spring|03/04/2027", "does not read")]
    public void ARowThatCannotBeUsedSaysWhy(string columns, string values, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Read(columns, values)).Message, StringComparison.Ordinal);

    [Fact]
    public void ColumnsMayGoByOtherNames()
    {
        var (entry, _) = Read("Title|When", "Spring|2027-03-31", new() { ["Campaign"] = "title", ["LaunchDate"] = "When" });
        Assert.Equal(("Spring", new DateTime(2027, 3, 31)), (entry.Name, entry.LaunchDate));
        Assert.Throws<FormatException>(() => Read("Title", "Spring", new() { ["Campaign"] = "Name" }));
        Assert.Throws<ArgumentException>(() => Read("Title", "Spring", new() { ["Titel"] = "Title" }));
    }

    private static (CalendarEntry Entry, string Folder) Read(string columns, string values, Dictionary<string, string>? map = null) =>
        new CalendarReader(Root, map ?? [], new DateParser()).Read(new MopsRecord(new RecordSchema(columns.Split('|')), values.Split('|'), 1, 2));
}
