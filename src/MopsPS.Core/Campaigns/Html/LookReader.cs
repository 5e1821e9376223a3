using System;
using System.Globalization;
using AngleSharp.Dom;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>Works out what an element looks like from the look of its parent: presentational attributes, then style elements, then its own style.</summary>
internal sealed class LookReader
{
    private readonly CssSheet _sheet;

    public LookReader(CssSheet sheet) => _sheet = sheet;

    /// <summary>The look of an element.</summary>
    public PageLook Read(IElement element, PageLook parent)
    {
        var look = parent;
        var name = element.LocalName;
        if (element.HasAttribute("hidden")) look = look with { Hidden = look.Hidden ?? "the hidden attribute" };
        if (name is "a" && element.HasAttribute("href")) look = look with { Color = new CssColor(0, 0, 238) };
        if (name is "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6") look = look with { IsBold = true };
        if (HeadingSize(name) is { } size) look = look with { FontSize = size };
        if (element.GetAttribute("bgcolor") is { Length: > 0 } bgcolor) look = look with { Background = CssColor.Parse(bgcolor) };
        if (element.GetAttribute("background") is { Length: > 0 }) look = look with { Background = null };
        if (name == "font" && element.GetAttribute("color") is { } color) look = look with { Color = CssColor.Parse(color) };
        var box = default(Box);
        var isImportant = default(Important);
        foreach (var declaration in _sheet.For(element)) Apply(declaration, parent, ref look, ref box, ref isImportant);
        if (element.GetAttribute("style") is { Length: > 0 } style)
            foreach (var declaration in CssDeclarations.Parse(style)) Apply(declaration, parent, ref look, ref box, ref isImportant);
        if (box.Display == "none") look = look with { Hidden = look.Hidden ?? "display: none" };
        else if (box.IsInvisible) look = look with { Hidden = look.Hidden ?? "visibility: hidden" };
        else if (box.Opacity is 0) look = look with { Hidden = look.Hidden ?? "opacity: 0" };
        else if (box.HasNoHeight && box.IsClipped) look = look with { Hidden = look.Hidden ?? "no height" };
        else if (box.Indent < -200) look = look with { Hidden = look.Hidden ?? "moved out of sight" };
        if (look.FontSize is > 0 and < 2) look = look with { Hidden = look.Hidden ?? "a font size of nothing" };
        if (parent.Hidden is null && look.Hidden is not null) look = look with { MayBeShown = MayBeShown(element) };
        return look;
    }

    private bool MayBeShown(IElement element)
    {
        if (_sheet.ShownAgain.Count == 0) return false;
        if (element.Id is { Length: > 0 } id && _sheet.ShownAgain.Contains("#" + id)) return true;
        foreach (var name in element.ClassList)
            if (_sheet.ShownAgain.Contains("." + name)) return true;
        return _sheet.ShownAgain.Contains(element.LocalName);
    }

    private static void Apply(CssDeclaration declaration, PageLook parent, ref PageLook look, ref Box box, ref Important important)
    {
        var value = declaration.Value;
        switch (declaration.Name)
        {
            case "color" when declaration.IsImportant || !important.Color:
                important.Color |= declaration.IsImportant;
                look = look with { Color = value == "inherit" ? parent.Color : CssColor.Parse(value) };
                if (look.Color is { Alpha: 0 }) look = look with { Hidden = look.Hidden ?? "a transparent colour" };
                break;
            case "background" or "background-color" when declaration.IsImportant || !important.Background:
                important.Background |= declaration.IsImportant;
                if (value is "none" or "transparent" or "inherit" or "initial") look = look with { Background = parent.Background };
                else if (CssColor.OfBackground(value) is { } back) look = look with { Background = Mix(back, parent.Background) };
                else if (declaration.Name == "background-color" || value.IndexOf("url(", StringComparison.Ordinal) >= 0 || value.IndexOf("gradient", StringComparison.Ordinal) >= 0) look = look with { Background = null };
                break;
            case "background-image" when value != "none":
                look = look with { Background = null };
                break;
            case "display" when declaration.IsImportant || !important.Display:
                important.Display |= declaration.IsImportant;
                box.Display = value;
                break;
            case "visibility":
                box.IsInvisible = value is "hidden" or "collapse";
                break;
            case "opacity":
                box.Opacity = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var opacity) ? opacity : null;
                break;
            case "max-height" or "height":
                box.HasNoHeight = Pixels(value, 16) is 0;
                break;
            case "overflow":
                box.IsClipped = value == "hidden";
                break;
            case "text-indent":
                box.Indent = Pixels(value, 16) ?? 0;
                break;
            case "font-size" when declaration.IsImportant || !important.FontSize:
                important.FontSize |= declaration.IsImportant;
                look = look with { FontSize = Pixels(value, parent.FontSize) ?? 0 };
                break;
            case "font-weight":
                look = look with { IsBold = value is "bold" or "bolder" or "600" or "700" or "800" or "900" };
                break;
        }
    }

    private static CssColor? Mix(CssColor color, CssColor? below) => color.Alpha >= 1 ? color : below is { } under ? color.Over(under) : null;

    private static double? HeadingSize(string name) => name switch
    {
        "h1" => 32,
        "h2" => 24,
        "h3" => 18.72,
        "h4" => 16,
        "h5" => 13.28,
        "h6" => 10.72,
        "small" => 13.33,
        _ => null,
    };

    /// <summary>A length in pixels.</summary>
    /// <param name="value">The text.</param>
    /// <param name="em">What 1em is.</param>
    /// <returns>Null where it is none, or one of the screen (vw, calc …).</returns>
    internal static double? Pixels(string value, double em)
    {
        var end = 0;
        while (end < value.Length && (char.IsDigit(value[end]) || value[end] is '.' or '-' or '+')) end++;
        if (end == 0 || !double.TryParse(value.Substring(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        return value.Substring(end).Trim() switch
        {
            "px" or "" => number,
            "pt" => number * 4 / 3,
            "em" => number * em,
            "rem" => number * 16,
            "%" => number * em / 100,
            _ => number == 0 ? 0 : null,
        };
    }

    private struct Box
    {
        public string? Display;
        public bool IsInvisible;
        public double? Opacity;
        public bool HasNoHeight;
        public bool IsClipped;
        public double Indent;
    }

    private struct Important
    {
        public bool Color;
        public bool Background;
        public bool Display;
        public bool FontSize;
    }
}
