using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>Files built to cost time, memory or stack: each is refused or checked within bounds, and what is not checked is not a pass.</summary>
public sealed class HostileContentTests
{
    [Theory]
    [InlineData("100,000 nested tags")]
    [InlineData("100,000 nested formatting tags")]
    [InlineData("formatting tags in paragraphs")]
    [InlineData("a million tags")]
    [InlineData("50 MB of text")]
    [InlineData("50 MB in one attribute")]
    [InlineData("50 MB of open braces")]
    [InlineData("50 MB of styles")]
    [InlineData("nested tables")]
    public void AFileBuiltToBeSlowIsRefusedInBoundedTimeAndNoPass(string kind)
    {
        const int Fifty = 50_000_000;
        var html = kind switch
        {
            "100,000 nested tags" => Repeat("<div>", 100_000),
            "100,000 nested formatting tags" => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<b id={i}>")),
            "formatting tags in paragraphs" => string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p><b id={i}>x</p>")),
            "a million tags" => Repeat("<br>", 1_000_000),
            "50 MB of text" => "<p>" + new string('x', Fifty),
            "50 MB in one attribute" => "<p title='" + new string('x', Fifty),
            "50 MB of open braces" => Repeat("{{", Fifty / 2),
            "50 MB of styles" => "<style>" + Repeat(".a{color:red}", Fifty / 13) + "</style>",
            _ => Repeat("<table><tr><td>", 50_000),
        };
        var (run, seconds) = Timed(() => ContentRun.Html(html));
        Assert.Single(run.Of("EML002"));
        Assert.NotNull(run.Outcomes["EML010"].NotRun);
        Assert.False(run.Outcomes["EML071"].Ran);
        Assert.True(seconds < 60, $"{kind}: {seconds.ToString(CultureInfo.InvariantCulture)} s");
    }

    [Theory]
    [InlineData("{{", "}}")]
    [InlineData("{%", "%}")]
    [InlineData("%%[", "]%%")]
    [InlineData("*|A", "|*")]
    [InlineData("%%a", "%%")]
    [InlineData("[name ", "]")]
    [InlineData("© ", "x")]
    [InlineData("1 a a a a ", "street")]
    [InlineData("lorem ", "\n")]
    [InlineData("Monday, ", "May")]
    [InlineData("<!--[if mso]><a href=x>", "<![endif]-->")]
    [InlineData("&amp;", "&")]
    [InlineData("x@", "y")]
    [InlineData("https://", " ")]
    public void TwoMegabytesOfHalfAThingAreCheckedInBoundedTime(string half, string rest)
    {
        var text = Repeat(half, 2_000_000 / half.Length);
        var html = $"<!DOCTYPE html><html><body><p>{text}</p><p>{rest}{text}</p></body></html>";
        var (_, seconds) = Timed(() => ContentRun.Html(html, text));
        Assert.True(seconds < 90, $"{seconds.ToString(CultureInfo.InvariantCulture)} s");
    }

    [Theory]
    [InlineData("From: a\n\n")]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("Content-Type: multipart/mixed; boundary=\n\n--\n--\n----")]
    [InlineData("Content-Type: multipart/mixed\n\n--x\n\n--x--")]
    [InlineData("Content-Type: text/html; charset=nonsense\n\n<p>x")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!!not base64!!!")]
    [InlineData("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=\n=")]
    [InlineData("Subject: =?utf-8?B?////?= =?x?Q?y?=\nFrom: <<<>>>,,@@\nContent-Type: text/html\n\n<p>")]
    public void ABrokenMessageIsAFindingAndNoException(string message)
    {
        var run = ContentRun.Message(message);
        Assert.True(run.Of("EML001").Count + run.Of("EML010").Count > 0, run.ToString());
    }

    [Fact]
    public void ADeeplyNestedMessageIsReadWithinItsLimits()
    {
        var message = new StringBuilder("From: a@contoso.com\n");
        for (var i = 0; i < 5000; i++) message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n");
        message.Append("Content-Type: text/html\n\n<p>deep</p>\n");
        var (run, seconds) = Timed(() => ContentRun.Message(message.ToString()));
        Assert.NotEmpty(run.Of("EML001"));
        Assert.True(seconds < 60, $"{seconds.ToString(CultureInfo.InvariantCulture)} s");
    }

    [Fact]
    public void AHundredThousandPartsAreReadWithinTheirLimits()
    {
        var message = "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\nContent-Type: text/x\n\nx\n", 100_000) + "--b--\n";
        var (run, seconds) = Timed(() => ContentRun.Message(message));
        Assert.Contains(run.Of("EML001"), finding => finding.Message.Contains("more than", StringComparison.Ordinal));
        Assert.True(seconds < 60, $"{seconds.ToString(CultureInfo.InvariantCulture)} s");
    }

    [Fact]
    public void ScriptAndEntitiesInEveryTextAreTextAndPersonalDataIsMasked()
    {
        const string Script = "<script>alert(1)</script>&lt;img src=x onerror=alert(1)&gt;";
        var message = CleanMail.Message.Replace("Your calmer spring starts here", Script, StringComparison.Ordinal).Replace("news@contoso.com", "ada.abel@fabrikam.com", StringComparison.Ordinal)
            .Replace("A garden table with tulips", "TODO " + Script.Replace('"', '\''), StringComparison.Ordinal).Replace("Hello {{lead", "Write to ada.abel@fabrikam.com TODO {{lead", StringComparison.Ordinal);
        var run = ContentRun.Message(message);
        Assert.NotEmpty(run.Of("EML021"));
        Assert.NotEmpty(run.Of("EML061"));
        Assert.DoesNotContain("ada.abel", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void StoppingEndsTheCheck()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var html = Encoding.UTF8.GetBytes("<p>" + Repeat("<i>x</i>", 10_000));
        Assert.ThrowsAny<OperationCanceledException>(() => ContentRun.Run(CampaignAssetKind.Email, "emails/a.html", html, null, null, null, null, source.Token));
    }

    /// <summary>
    /// 200 e-mails of 100 KB in 5 s on two processors are 50 ms of processor time each; the parser alone takes 3 to 4. The bound is a ratio, because the
    /// load of the machine hits both alike. The benchmark campaign-qa has the times.
    /// </summary>
    [Fact]
    public void AMailOfAHundredKilobytesCostsNoMoreThanAFewTimesItsParsing()
    {
        var section = CleanMail.Html[CleanMail.Html.IndexOf("<table", StringComparison.Ordinal)..CleanMail.Html.IndexOf("</body>", StringComparison.Ordinal)];
        var html = CleanMail.Html.Replace("</body>", Repeat(section, 96_000 / section.Length) + "</body>", StringComparison.Ordinal);
        Assert.InRange(html.Length, 95_000, 104_000);
        double check = double.MaxValue, parse = double.MaxValue;
        for (var round = 0; round < 25; round++)
        {
            var watch = Stopwatch.StartNew();
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Dispose();
            parse = Math.Min(parse, watch.Elapsed.TotalMilliseconds);
            check = Math.Min(check, Timed(() => ContentRun.Html(html)).Seconds * 1000);
        }

        Assert.True(check < 30 * parse, string.Create(CultureInfo.InvariantCulture, $"{check:0.0} ms against {parse:0.0} ms"));
    }

    private static (ContentRun Run, double Seconds) Timed(Func<ContentRun> run)
    {
        // Bounds are wide: the machine may be busy with other things, and what is not bounded takes hours.
        var watch = Stopwatch.StartNew();
        var result = run();
        return (result, watch.Elapsed.TotalSeconds);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
