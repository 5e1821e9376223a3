using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using MopsPS.Core.Reporting.Drawing;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Writes a report through a Liquid template. Everything a template prints is HTML-encoded unless the template itself asks
/// for <c>raw</c>; the built-in one never does. Charts are SVG elements whose texts are encoded where they are drawn; their colours
/// are classes of the template's style sheet, so that they follow its light, dark and print themes.
/// </summary>
public static class HtmlReportWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page as UTF-8.</summary>
    /// <param name="report">The report; the template sees it as <c>report</c>, members in camelCase.</param>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="template">A Liquid template, or null for the built-in one.</param>
    /// <exception cref="FormatException">The template has a mistake; the message says where.</exception>
    public static void Write(ReportDocument report, Stream stream, string? template = null)
    {
        if (!new FluidParser().TryParse(template ?? BuiltIn(), out var parsed, out var error)) throw new FormatException(error);
        var options = new TemplateOptions { CultureInfo = CultureInfo.InvariantCulture };
        var members = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase };
        members.Register<ReportDocument>();
        members.Register<ReportKpi>();
        members.Register<ReportSegments>();
        members.Register<ReportBreakdown>();
        members.Register<ReportBreakdownColumn>();
        members.Register<ReportBreakdownRow>();
        members.Register<ReportRule>();
        members.Register<ReportFinding>();
        members.Register<ReportTable>();
        members.Register<ReportSectionView>();
        members.Register<ReportBlockView>();
        members.Register<ReportTileView>();
        options.ValueConverters.Add(value => value is ChartDrawing drawing ? new StringValue(drawing.ToSvg(), encode: false) : null);
        options.MemberAccessStrategy = members;
        var context = new TemplateContext(options);
        context.SetValue("report", report);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        parsed.RenderAsync(writer, Encoder, context).AsTask().GetAwaiter().GetResult();
    }

    private static string BuiltIn()
    {
        using var stream = typeof(HtmlReportWriter).Assembly.GetManifestResourceStream("Reporting/report.liquid")
            ?? throw new InvalidOperationException("The report template is missing from MopsPS.Core.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
