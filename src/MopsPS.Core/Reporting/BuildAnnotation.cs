using System;
using System.Globalization;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Writes a finding as a command of a build system. Values come from data, so what could end the line or begin another
/// command is escaped as the two vendors document.
/// </summary>
public static class BuildAnnotation
{
    /// <summary>One annotation.</summary>
    /// <param name="format">The build system.</param>
    /// <param name="finding">The finding.</param>
    /// <returns>One line; null for <see cref="GateFormat.None"/>, and for information in Azure Pipelines, which has no such level.</returns>
    public static string? Write(GateFormat format, Finding finding)
    {
        if (finding is null) throw new ArgumentNullException(nameof(finding));
        var line = (finding.Source?.Line ?? 0).ToString(CultureInfo.InvariantCulture);
        var file = finding.Source?.File;
        switch (format)
        {
            case GateFormat.GitHub:
                var level = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
                var place = file is null ? string.Empty : $"file={Escape(file)},{(line == "0" ? string.Empty : $"line={line},")}";
                return $"::{level} {place}title={Escape(finding.RuleId)}::{Data(finding.Message)}";
            case GateFormat.AzureDevOps when finding.Severity != Severity.Information:
                var source = file is null ? string.Empty : $"sourcepath={EscapeAzure(file)};{(line == "0" ? string.Empty : $"linenumber={line};")}";
                var type = finding.Severity == Severity.Error ? "error" : "warning";
                return $"##vso[task.logissue type={type};{source}code={EscapeAzure(finding.RuleId)};]{AzureData(finding.Message)}";
            default: return null;
        }
    }

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Escape(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");

    private static string AzureData(string text) => text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeAzure(string text) => AzureData(text).Replace(";", "%3B").Replace("]", "%5D");
}
