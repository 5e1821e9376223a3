using System;
using System.Globalization;
using System.Text;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>
/// Writes one svg element. Colours are classes of the page's style sheet, so a chart follows the light, dark and print themes;
/// every text is masked where asked and encoded here, whoever draws.
/// </summary>
internal sealed class SvgWriter(Func<string?, string?> show)
{
    private readonly StringBuilder _out = new(4096);

    /// <summary>Opens the element. Its children use user units; the page scales it to the width that is there.</summary>
    public void Open(double width, double height, string kind, string title, string description)
    {
        _out.Append("<svg class=\"").Append(kind).Append("\" viewBox=\"0 0 ").Append(Number(width)).Append(' ').Append(Number(height))
            .Append("\" role=\"img\" aria-label=\"").Append(Encode(title)).Append("\"><title>").Append(Encode(title)).Append("</title><desc>")
            .Append(Encode(description)).Append("</desc>");
    }

    public void Close() => _out.Append("</svg>");

    public void Rect(double x, double y, double width, double height, string style, string? tip = null, double opacity = 1)
    {
        _out.Append("<rect class=\"").Append(style).Append("\" x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(y)).Append("\" width=\"")
            .Append(Number(Math.Max(0, width))).Append("\" height=\"").Append(Number(Math.Max(0, height))).Append('"');
        if (opacity < 1) _out.Append(" fill-opacity=\"").Append(Number(opacity)).Append('"');
        End("rect", tip);
    }

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _out.Append("<path class=\"").Append(style).Append("\" d=\"M").Append(Number(x1)).Append(' ').Append(Number(y1)).Append('L')
            .Append(Number(x2)).Append(' ').Append(Number(y2)).Append("\"/>");

    /// <summary>A path. The caller writes the numbers of its commands with <see cref="Number"/>; no text of the data belongs into them.</summary>
    public void Path(string commands, string style, string? tip = null)
    {
        _out.Append("<path class=\"").Append(style).Append("\" d=\"").Append(commands).Append('"');
        End("path", tip);
    }

    public void Circle(double x, double y, double radius, string style, string? tip = null)
    {
        _out.Append("<circle class=\"").Append(style).Append("\" cx=\"").Append(Number(x)).Append("\" cy=\"").Append(Number(y)).Append("\" r=\"").Append(Number(radius)).Append('"');
        End("circle", tip);
    }

    /// <summary>A text of one line, cut with an ellipsis where it is wider than the room for it.</summary>
    public void Text(double x, double y, string? text, double room = double.MaxValue, string anchor = "start", string style = "t", double size = 12, double angle = 0)
    {
        _out.Append("<text class=\"").Append(style).Append("\" x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(y)).Append('"');
        if (anchor != "start") _out.Append(" text-anchor=\"").Append(anchor).Append('"');
        if (size != 12) _out.Append(" font-size=\"").Append(Number(size)).Append('"');
        if (angle != 0) _out.Append(" transform=\"rotate(").Append(Number(angle)).Append(' ').Append(Number(x)).Append(' ').Append(Number(y)).Append(")\"");
        _out.Append('>').Append(Escape(SvgText.Fit(show(text) ?? string.Empty, room, size))).Append("</text>");
    }

    /// <summary>A number of at most two digits after the point, which is more than a screen shows.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public override string ToString() => _out.ToString();

    private string Encode(string? text) => Escape(show(text) ?? string.Empty);

    private void End(string element, string? tip)
    {
        if (tip is null) _out.Append("/>");
        else _out.Append("><title>").Append(Encode(tip)).Append("</title></").Append(element).Append('>');
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: escaped.Append(char.IsControl(c) ? ' ' : c); break;
            }
        }

        return escaped.ToString();
    }
}
