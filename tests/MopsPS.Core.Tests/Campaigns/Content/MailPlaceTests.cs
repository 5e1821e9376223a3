using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Html;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>Line and column of what is found, in every encoding in which files and messages come.</summary>
public sealed class MailPlaceTests
{
    private static readonly string Faulty = CleanMail.Html.Replace("\">Choose", "\">Größe – TODO choose", StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LinesEndAsTheyDo(string ending)
    {
        var finding = Assert.Single(ContentRun.Html(Faulty.ReplaceLineEndings(ending)).Of("EML061"));
        Assert.Equal(Place(Faulty, "TODO"), (finding.Source!.Line, finding.Source.Character));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void AFileIsReadInTheEncodingOfItsMark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Faulty)];
        var run = ContentRun.Run(CampaignAssetKind.Email, "emails/a.html", bytes, CleanMail.Text, null, null, null);
        var finding = Assert.Single(run.Of("EML061"));
        Assert.Equal(Place(Faulty, "TODO"), (finding.Source!.Line, finding.Source.Character));
        Assert.Empty(run.Of("EML006"));
    }

    [Fact]
    public void APlaceInsideATextWithEntitiesIsThatOfTheSource()
    {
        var html = Faulty.Replace("Größe –", "Gr&ouml;&szlig;e &ndash; a &amp; b &#128512;", StringComparison.Ordinal);
        var finding = Assert.Single(ContentRun.Html(html).Of("EML061"));
        Assert.Equal(Place(html, "TODO"), (finding.Source!.Line, finding.Source.Character));
    }

    [Fact]
    public void APlaceInAQuotedPrintablePartIsThatOfTheMessage()
    {
        var message = Encoded(Faulty, "quoted-printable", QuotedPrintable(Faulty));
        var finding = Assert.Single(ContentRun.Message(message).Of("EML061"));
        var expected = Place(message, "TODO");
        Assert.Equal(expected, (finding.Source!.Line, finding.Source.Character));
        Assert.EndsWith("=", message.Split('\n')[expected.Line - 2].TrimEnd('\r'), StringComparison.Ordinal);
    }

    [Fact]
    public void APlaceInABase64PartIsSaidToBeThatOfTheDecodedText()
    {
        var message = Encoded(Faulty, "base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Faulty), Base64FormattingOptions.InsertLineBreaks));
        var finding = Assert.Single(ContentRun.Message(message).Of("EML061"));
        Assert.Equal(0, finding.Source!.Line);
        Assert.Contains($"line {Place(Faulty, "TODO").Line} of the decoded HTML part", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderHasItsLine() =>
        Assert.Equal(3, Assert.Single(ContentRun.Message(CleanMail.Message.Replace("Your calmer", "RE: Your calmer", StringComparison.Ordinal)).Of("EML024")).Source!.Line);

    [Fact]
    public void FarDownAFileOfManyLinesThePlaceIsRight()
    {
        var html = CleanMail.Html.Replace("<h2>", new string('\n', 70_000) + "<p>TODO</p><h2>", StringComparison.Ordinal);
        Assert.Equal(Place(html, "TODO"), ContentRun.Html(html).Of("EML061").Select(finding => (finding.Source!.Line, finding.Source.Character)).Single());
    }

    [Fact]
    public void TheSourceKnowsEachPlace()
    {
        var source = new HtmlSource("a\r\nb\rc\nd");
        Assert.Equal([(1, 1), (2, 1), (3, 1), (4, 1), (4, 2)], new[] { 0, 3, 5, 7, 8 }.Select(source.PlaceOf));
        Assert.Equal((0, 0), source.PlaceOf(-1));
    }

    private static (int Line, int Column) Place(string text, string what)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        var start = text.LastIndexOf('\n', at) + 1;
        return (text.Take(at).Count(c => c == '\n') + 1, at - start + 1);
    }

    private static string Encoded(string html, string encoding, string body)
    {
        var start = CleanMail.Message.IndexOf("Content-Type: text/html", StringComparison.Ordinal);
        Assert.Contains("TODO", html, StringComparison.Ordinal);
        return CleanMail.Message[..start] + $"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--part--\n";
    }

    // Lines of at most 76 characters; a word is never cut here, so that it can be looked for.
    private static string QuotedPrintable(string text)
    {
        var encoded = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var length = 0;
            foreach (var word in line.Split(' '))
            {
                var piece = string.Concat(Encoding.UTF8.GetBytes(word).Select(b => b is >= 33 and <= 126 and not 61 ? ((char)b).ToString() : $"={b:X2}")) + " ";
                if (length + piece.Length > 70 && length > 0)
                {
                    encoded.Append("=\n");
                    length = 0;
                }

                encoded.Append(piece);
                length += piece.Length;
            }

            encoded.Length--;
            encoded.Append('\n');
        }

        return encoded.ToString();
    }
}
