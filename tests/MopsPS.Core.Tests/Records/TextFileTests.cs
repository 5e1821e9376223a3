using System;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using MopsPS.Core.Utm.Links;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public sealed class TextFileTests : IDisposable
{
    private const string Html = "<html><head><meta charset='windows-1251'></head><body><a href='https://example.com/?utm_source=\u043A\u0444'>x</a></body></html>";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16be", true)]
    [InlineData("windows-1252", false)]
    public void TheBytesTellTheEncoding(string name, bool hasMark)
    {
        const string Text = "Gr\u00FC\u00DFe: https://example.com/?utm_source=caf\u00E9\r\n";
        var encoding = TextEncodings.Find(name);
        byte[] mark = !hasMark ? [] : name == "utf-8" ? [0xEF, 0xBB, 0xBF] : name == "utf-16" ? [0xFF, 0xFE] : [0xFE, 0xFF];
        File.WriteAllBytes(_path, [.. mark, .. encoding.GetBytes(Text)]);
        Assert.Equal(Text, TextFile.Read(_path));
    }

    [Fact]
    public void AByteFarBehindCountsAsWell()
    {
        var text = string.Concat(Enumerable.Repeat("https://example.com/ \n", 20_000)) + "caf\u00E9";
        File.WriteAllBytes(_path, TextEncodings.Windows1252.GetBytes(text));
        Assert.Equal(text, TextFile.Read(_path));
    }

    [Fact]
    public void WhatAPageSaysOfItselfCountsWhereItsBytesAreNoUnicode()
    {
        File.WriteAllBytes(_path, TextEncodings.Find("windows-1251").GetBytes(Html));
        Assert.Equal(Html, TextFile.Read(_path, null, HtmlCharset.Find));
        File.WriteAllText(_path, Html);
        Assert.Equal(Html, TextFile.Read(_path, null, HtmlCharset.Find));
        File.WriteAllBytes(_path, TextEncodings.Find("windows-1251").GetBytes(Html));
        Assert.Equal(Html, TextFile.Read(_path, TextEncodings.Find("windows-1251")));
    }

    [Theory]
    [InlineData("<meta charset=\"ISO-8859-1\">", "windows-1252")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=koi8-r'/>", "koi8-r")]
    [InlineData("<meta name='x'><meta charset = shift_jis />", "shift_jis")]
    [InlineData("<meta name='charset' content='x'>", null)]
    [InlineData("<meta charset='none-such'>", null)]
    [InlineData("<p>charset=utf-8</p>", null)]
    [InlineData("<meta charset=", null)]
    public void ACharsetIsReadFromTheMetaElement(string html, string? name) => Assert.Equal(name, HtmlCharset.Find(Encoding.ASCII.GetBytes(html))?.WebName);
}
