using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Fluid;

namespace MopsPS.Core.Funnel.Comparison;

/// <summary>
/// Writes the summary of a comparison through a Liquid template. The template sees <c>comparison</c> with its members in camelCase,
/// and <c>parts</c>: the effects worth naming, the largest first.
/// </summary>
internal static class FunnelSummaryText
{
    private const int Most = 3;
    private const int MaxSteps = 100_000;

    /// <summary>Writes it.</summary>
    /// <exception cref="FormatException">The template has a mistake.</exception>
    public static string Write(FunnelComparison comparison, string? template)
    {
        if (!new FluidParser().TryParse(template ?? BuiltIn(), out var parsed, out var error)) throw new FormatException("The template has a mistake: " + error);
        var members = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase };
        members.Register<FunnelComparison>();
        members.Register<FunnelEffect>();
        members.Register<Finding>();
        members.Register<ComparisonPart>();
        var options = new TemplateOptions { CultureInfo = CultureInfo.InvariantCulture, MemberAccessStrategy = members, MaxSteps = MaxSteps };
        var context = new TemplateContext(options);
        context.SetValue("comparison", comparison);
        // Worth naming: more than chance, or the number that entered, which is no sample; and not next to nothing.
        var least = Math.Max(0.05, 0.1 * Math.Max(Math.Abs(comparison.VolumeEffect), Math.Max(Math.Abs(comparison.MixEffect), Math.Abs(comparison.RateEffect))));
        context.SetValue("parts", comparison.Effects
            .Where(effect => Math.Abs(effect.Effect) > (effect.Kind == FunnelEffectKind.Volume ? least : 0.05) && (effect.Kind == FunnelEffectKind.Volume || effect.IsSignificant == true)).Take(Most)
            .Select(effect => new ComparisonPart(
                effect.Kind.ToString(), effect.Segment, effect.Stage, effect.Next, effect.Effect, effect.RateEffect, effect.ReferenceValue, effect.DifferenceValue,
                effect.Stage == comparison.Start, effect.Next == comparison.Outcome)).ToArray());
        var lines = parsed.Render(context).Replace("\r\n", "\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return string.Join("\n", lines);
    }

    private static string BuiltIn()
    {
        using var stream = typeof(FunnelSummaryText).Assembly.GetManifestResourceStream("Funnel/compare.liquid") ?? throw new InvalidOperationException("The resource Funnel/compare.liquid is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>An effect as a template sees it.</summary>
internal sealed record ComparisonPart(
    string Kind, string? Segment, string? Stage, string? Next, double Effect, double? RateEffect, double? Before, double? After, bool IsFirst, bool IsLast);
