using System;
using System.Collections.Generic;

namespace MopsPS.Core.Reporting;

/// <summary>A finished report: what templates and writers read. Counts are of the whole input, lists may be cut.</summary>
public sealed class ReportDocument
{
    /// <summary>The heading.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset Date { get; init; }

    /// <summary>When it was made, for people, with the offset from UTC.</summary>
    public string Generated { get; init; } = string.Empty;

    /// <summary>The period of the KPIs where all name the same one, else null.</summary>
    public string? Period { get; init; }

    /// <summary>The policy's name, or null.</summary>
    public string? PolicyName { get; init; }

    /// <summary>The policy's version, or null.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>How many results were given; a summary that a section shows whole is none of them.</summary>
    public long Results { get; init; }

    /// <summary>How many of them say that they are compliant.</summary>
    public long Compliant { get; init; }

    /// <summary>How many of them say that they are not.</summary>
    public long NotCompliant { get; init; }

    /// <summary>How many findings count: all but the suppressed.</summary>
    public long Findings => Errors + Warnings + Notes;

    /// <summary>How many findings are errors.</summary>
    public long Errors { get; init; }

    /// <summary>How many findings are warnings.</summary>
    public long Warnings { get; init; }

    /// <summary>How many findings are information.</summary>
    public long Notes { get; init; }

    /// <summary>How many findings the policy suppresses.</summary>
    public long Suppressed { get; init; }

    /// <summary>The KPIs of the whole, in input order.</summary>
    public IReadOnlyList<ReportKpi> Kpis { get; init; } = Array.Empty<ReportKpi>();

    /// <summary>How many KPIs of the whole are not shown, as text; null for none.</summary>
    public string? KpisMore { get; init; }

    /// <summary>The KPIs by segment and period, for each KPI id.</summary>
    public IReadOnlyList<ReportSegments> Segments { get; init; } = Array.Empty<ReportSegments>();

    /// <summary>The same as tables, figures of the same segments side by side.</summary>
    public IReadOnlyList<ReportBreakdown> Breakdowns { get; init; } = Array.Empty<ReportBreakdown>();

    /// <summary>The findings by rule, what to fix first in front: by severity, then by count.</summary>
    public IReadOnlyList<ReportRule> Rules { get; init; } = Array.Empty<ReportRule>();

    /// <summary>The suppressed findings that are shown.</summary>
    public IReadOnlyList<ReportFinding> SuppressedFindings { get; init; } = Array.Empty<ReportFinding>();

    /// <summary>How many suppressed findings are not shown; null for none.</summary>
    public string? SuppressedMore { get; init; }

    /// <summary>The sections that the areas add: figures, charts and tables of their own.</summary>
    public IReadOnlyList<ReportSectionView> Sections { get; init; } = Array.Empty<ReportSectionView>();

    /// <summary>The results and rows as tables.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = Array.Empty<ReportTable>();
}

/// <summary>A KPI with what its card shows. Coordinates are percent of the bar's width.</summary>
/// <param name="Id">The stable name.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Segment">The segment, or null.</param>
/// <param name="Period">The period, or null.</param>
/// <param name="Raw">The unrounded value, or null.</param>
/// <param name="RawTarget">The unrounded target, or null.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Value">The value as text, rounded so that it never crosses the target.</param>
/// <param name="Target">The target as text, or null.</param>
/// <param name="Status">Met, Missed or Unknown.</param>
/// <param name="Counts">Numerator and denominator as text, or null.</param>
/// <param name="Bar">Where the value's bar ends, 0 to 100.</param>
/// <param name="Mark">Where the target stands, 0 to 100; null where there is none.</param>
public sealed record ReportKpi(
    string Id, string Name, string? Segment, string? Period, double? Raw, double? RawTarget, string Unit, string Value, string? Target,
    string Status, string? Counts, string Bar, string? Mark);

/// <summary>One KPI by segment and period.</summary>
/// <param name="Name">The KPI's name.</param>
/// <param name="Kpis">The KPI of each, in input order.</param>
/// <param name="More">How many are not shown, as text; null for none.</param>
public sealed record ReportSegments(string Name, IReadOnlyList<ReportKpi> Kpis, string? More)
{
    /// <summary>Whether any has a period.</summary>
    public bool HasPeriods { get; init; }

    /// <summary>How many there are.</summary>
    public long Count { get; init; }
}

/// <summary>The findings of one rule.</summary>
/// <param name="Anchor">An id that is unique in the page.</param>
/// <param name="Id">The rule id.</param>
/// <param name="Name">The rule's name in words; the id where the catalog does not know it.</param>
/// <param name="Severity">The worst severity among the findings.</param>
/// <param name="Count">How many findings count.</param>
/// <param name="CountText">The same for people.</param>
/// <param name="Bar">The share of the most frequent rule, 0 to 100.</param>
/// <param name="Summary">What the rule finds, or null.</param>
/// <param name="Remedy">What to do, or null.</param>
/// <param name="Source">What the rule rests on, or null.</param>
/// <param name="Href">A web page about the rule; null where it has none of http or https.</param>
/// <param name="Findings">The findings shown.</param>
/// <param name="More">How many are not shown, as text; null for none.</param>
public sealed record ReportRule(
    string Anchor, string Id, string Name, string Severity, long Count, string CountText, string Bar, string? Summary, string? Remedy,
    string? Source, string? Href, IReadOnlyList<ReportFinding> Findings, string? More)
{
    /// <summary>Whether any finding shown has a target.</summary>
    public bool HasTargets { get; init; }

    /// <summary>Whether any finding shown suggests something of its own, other than the rule's remedy.</summary>
    public bool HasSuggestions { get; init; }

    /// <summary>Whether any finding shown has a place.</summary>
    public bool HasPlaces { get; init; }
}

/// <summary>A finding as it is shown.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Target">What was checked, or null.</param>
/// <param name="Field">The field, or null.</param>
/// <param name="Value">The value, or null.</param>
/// <param name="Suggestion">What to put instead, or null.</param>
/// <param name="Place">Where it stands, for people; null where it is not known.</param>
/// <param name="File">The file, or null.</param>
/// <param name="Row">The data row; 0 where it is not known.</param>
/// <param name="Line">The line; 0 where it is not known.</param>
/// <param name="IsSuppressed">Whether the policy suppresses it.</param>
/// <param name="Reason">Why it is suppressed, or null.</param>
public sealed record ReportFinding(
    string RuleId, string Severity, string Message, string? Target, string? Field, string? Value, string? Suggestion, string? Place,
    string? File, int Row, int Line, bool IsSuppressed, string? Reason);

/// <summary>Results or rows of one shape.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Columns">The column names.</param>
/// <param name="Rows">The rows shown; each has as many cells as there are columns.</param>
/// <param name="Total">How many there were.</param>
/// <param name="TotalText">The same for people.</param>
/// <param name="More">How many are not shown, as text; null for none.</param>
public sealed record ReportTable(
    string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, long Total, string TotalText, string? More);
