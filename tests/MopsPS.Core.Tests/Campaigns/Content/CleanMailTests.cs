using System.Linq;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns.Content;

public sealed class CleanMailTests
{
    [Fact]
    public void TheCleanMailHasNothingToFind()
    {
        var run = ContentRun.Html(CleanMail.Html);
        Assert.Equal(string.Empty, run.ToString());
        Assert.Equal(string.Empty, string.Join("\n", run.Outcomes.Where(pair => pair.Value.NotRun is not null).Select(pair => pair.Key + " " + pair.Value.NotRun)));
    }

    [Fact]
    public void TheCleanMessageHasNothingToFind()
    {
        var run = ContentRun.Message(CleanMail.Message);
        Assert.Equal(string.Empty, run.ToString());
        Assert.Equal(string.Empty, string.Join("\n", run.Outcomes.Where(pair => pair.Value.NotRun is not null).Select(pair => pair.Key + " " + pair.Value.NotRun)));
    }

    [Fact]
    public void TheCleanPageHasNothingToFind()
    {
        var run = ContentRun.Page(CleanPage.Html, CleanPage.Brief);
        Assert.Equal(string.Empty, run.ToString());
        Assert.Equal(string.Empty, string.Join("\n", run.Outcomes.Where(pair => pair.Value.NotRun is not null).Select(pair => pair.Key + " " + pair.Value.NotRun)));
    }
}
