using System;
using System.Globalization;

namespace MopsPS.Internal;

/// <summary>The texts of the views, here so that the views stay declarative and can be tested. Not for scripts.</summary>
public static class Format
{
    private const string Reset = "\u001B[0m";
    private const string TwoDigits = "#,0.##";
    private const string FourDigits = "0.####";

    /// <summary>A severity, in colour where asked.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="color">Whether the host has <c>$PSStyle</c>; its rendering strips colours where they are not wanted.</param>
    /// <returns>The text.</returns>
    public static string SeverityText(Severity severity, bool color) => Paint(severity.ToString(), color, severity switch
    {
        Severity.Error => "31",
        Severity.Warning => "33",
        _ => "36",
    });

    /// <summary>The status of a KPI, in colour where asked.</summary>
    /// <param name="status">The status.</param>
    /// <param name="color">Whether the host has <c>$PSStyle</c>.</param>
    /// <returns>The text.</returns>
    public static string StatusText(KpiStatus status, bool color) => Paint(status.ToString(), color, status switch
    {
        KpiStatus.Met => "32",
        KpiStatus.Missed => "31",
        _ => "90",
    });

    /// <summary>The status of a check of a campaign, in colour where asked.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isWaived">Whether a waiver lets it pass.</param>
    /// <param name="color">Whether the host has <c>$PSStyle</c>.</param>
    /// <returns>The text.</returns>
    public static string CheckText(CampaignCheckStatus status, bool isWaived, bool color) => Paint(status + (isWaived ? " (waived)" : string.Empty), color, status switch
    {
        CampaignCheckStatus.Pass => "32",
        CampaignCheckStatus.Fail => "31",
        CampaignCheckStatus.Warning or CampaignCheckStatus.NotRun or CampaignCheckStatus.Manual => "33",
        _ => "90",
    });

    /// <summary>The decision on a campaign, in colour where asked.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="color">Whether the host has <c>$PSStyle</c>.</param>
    /// <returns>The text.</returns>
    public static string DecisionText(CampaignDecision decision, bool color) => Paint(decision.ToString(), color, decision switch
    {
        CampaignDecision.Go => "32",
        CampaignDecision.NoGo => "31",
        _ => "33",
    });

    /// <summary>A number with its unit; never rounded onto the target that it does not reach. Empty where there is none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">The unit; empty for none.</param>
    /// <param name="target">The target, or null.</param>
    /// <returns>The text.</returns>
    public static string Number(double? value, string unit, double? target) =>
        value is not double number ? string.Empty : string.IsNullOrEmpty(unit) ? Number(number, target) : $"{Number(number, target)} {unit}";

    /// <summary>A number with at most two digits after the point, four where it is below a tenth, but never rounded onto or over a target that the unrounded number does not reach.</summary>
    /// <param name="value">The number.</param>
    /// <param name="target">The target, or null.</param>
    /// <returns>The text, in the invariant culture with thousands separators.</returns>
    public static string Number(double value, double? target = null)
    {
        var text = Rounded(value);
        return target is double goal && value != goal && text == Rounded(goal) ? value.ToString("R", CultureInfo.InvariantCulture) : text;
    }

    /// <summary>A bar of ten characters for a percentage, like <c>[#######---]</c>; full only at 100 %. Empty for other units.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The text, ASCII for any console.</returns>
    public static string Bar(double? value, string unit)
    {
        if (value is not double percent || unit != "%") return string.Empty;
        var full = (int)Math.Max(0, Math.Min(10, Math.Floor(percent / 10)));
        return $"[{new string('#', full)}{new string('-', 10 - full)}]";
    }

    private static string Rounded(double value) => value.ToString(Math.Abs(value) < 0.1 ? FourDigits : TwoDigits, CultureInfo.InvariantCulture);

    private static string Paint(string text, bool color, string code) => color ? $"\u001B[{code}m{text}{Reset}" : text;
}
