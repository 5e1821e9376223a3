using System.IO;
using System.Linq;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>The example exports are read whole: no footer line is taken for a lead, no host for an attendee.</summary>
public class ExampleExportTests
{
    [Fact]
    public void TheLeadReportHasItsFortyLeads()
    {
        var (schema, rows, problems) = Reading.File(Example("leads.csv"));
        Assert.Empty(problems);
        Assert.Equal(16, schema.Count);
        Assert.Equal(40, rows.Count);
        Assert.All(rows, row => Assert.StartsWith("00Q", row[0]));
        Assert.Contains(rows, row => row[schema.IndexOf("Postal Code")] == "0150");
    }

    [Fact]
    public void TheWebinarReportHasItsAttendees()
    {
        var (schema, rows, problems) = Reading.File(Example("webinar-attendees.csv"));
        Assert.DoesNotContain(problems, problem => problem.Kind != "BlankHeader");
        Assert.Equal(15, rows.Count);
        Assert.Equal(13, rows.Select(row => row[schema.IndexOf("Email")]).Distinct().Count());
        Assert.DoesNotContain(rows, row => row[schema.IndexOf("Email")] is "robin.queue@example.com" or "sam.owner@example.com");
        var other = Reading.File(Example("webinar-attendees.csv"), new ImportOptions { Section = "Other Attended" });
        Assert.Equal("15550100***", Assert.Single(other.Rows)[0]);
    }

    private static string Example(string name)
    {
        var folder = new DirectoryInfo(System.AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MopsPS.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "examples", name);
    }
}
