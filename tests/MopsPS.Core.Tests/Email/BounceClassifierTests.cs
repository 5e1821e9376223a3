using MopsPS.Core.Email;
using Xunit;

namespace MopsPS.Core.Tests.Email;

public class BounceClassifierTests
{
    [Theory]
    [InlineData("Hard bounce", null, EmailEvent.HardBounce, null)]
    [InlineData("MAILBOX_FULL", null, EmailEvent.SoftBounce, null)]
    [InlineData("THROTTLED", "550 5.1.1 no such user", EmailEvent.SoftBounce, "5.1.1")] // the platform's own verdict wins
    [InlineData("2", null, EmailEvent.HardBounce, null)] // Marketo
    [InlineData("1", null, EmailEvent.BlockBounce, null)]
    [InlineData(null, "550 5.1.1 User unknown", EmailEvent.HardBounce, "5.1.1")]
    [InlineData(null, "smtp;550 5.7.1 Message refused", EmailEvent.BlockBounce, "5.7.1")]
    [InlineData(null, "452 4.2.2 Mailbox full", EmailEvent.SoftBounce, "4.2.2")]
    [InlineData(null, "552 5.2.2 over quota", EmailEvent.SoftBounce, "5.2.2")]
    [InlineData(null, "421 Try again later", EmailEvent.SoftBounce, "421")]
    [InlineData(null, "550 Requested action not taken", EmailEvent.HardBounce, "550")]
    [InlineData(null, "554 Service unavailable; client host [192.0.2.1] listed by Spamhaus", EmailEvent.BlockBounce, "554")]
    [InlineData(null, "Address rejected: user unknown", EmailEvent.HardBounce, null)]
    [InlineData(null, "the host 10.5.1.1 did not answer", EmailEvent.Bounce, null)] // part of an address is no code
    [InlineData(null, "15.1.1", EmailEvent.Bounce, null)]
    [InlineData(null, "room 5501", EmailEvent.Bounce, null)]
    [InlineData(null, null, EmailEvent.Bounce, null)]
    [InlineData("", "", EmailEvent.Bounce, null)]
    public void TheKindOfABounce(string? category, string? reason, EmailEvent expected, string? code)
    {
        Assert.Equal(expected, BounceClassifier.Classify(category, reason, out var found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("true", null, true)]
    [InlineData("false", "Mozilla/5.0", false)] // the platform has looked
    [InlineData(null, "Mozilla/5.0", true)]
    [InlineData(null, "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", false)]
    [InlineData(null, "Mozilla/5.0 (compatible; Barracuda Sentinel)", true)]
    [InlineData(null, "GoogleImageProxy", false)]
    [InlineData(null, null, false)]
    public void OpensByMachines(string? flag, string? agent, bool expected) => Assert.Equal(expected, MachineOpens.Has(flag, agent));

    [Theory]
    [InlineData("HardBounce", EmailEvent.HardBounce)]
    [InlineData("SPAMREPORT", EmailEvent.Complaint)]
    [InlineData("Open Email", EmailEvent.Open)]
    [InlineData("27", EmailEvent.SoftBounce)]
    [InlineData(" Click ", EmailEvent.Click)]
    [InlineData("DEFERRED", EmailEvent.Other)]
    [InlineData("birthday", null)]
    public void EventsOfThePlatforms(string text, EmailEvent? expected) => Assert.Equal(expected, EmailEventTypes.Find(text));
}
