using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS.Core.Reporting;

/// <summary>Decides whether results are good enough. Counts as they come; holds none of them.</summary>
public sealed class Gate
{
    private readonly Severity _failOn;
    private readonly double? _minimum;
    private readonly bool _failOnMissedKpi;
    private readonly int[] _findings = new int[3];
    private int _input, _judged, _compliant, _suppressed, _kpis, _missed, _unknownKpis, _unusable, _rates, _lowRates;

    /// <summary>Sets the conditions.</summary>
    /// <param name="failOn">The least severity of a finding that fails the gate; null lets findings pass.</param>
    /// <param name="minimumCompliance">The least share of compliant results in percent; null for no limit.</param>
    /// <param name="failOnMissedKpi">Whether a KPI that misses its target fails the gate.</param>
    public Gate(Severity failOn, double? minimumCompliance, bool failOnMissedKpi)
    {
        _failOn = failOn;
        _minimum = minimumCompliance;
        _failOnMissedKpi = failOnMissedKpi;
    }

    /// <summary>Takes a result with its findings and KPIs.</summary>
    /// <param name="result">The result.</param>
    public void Add(IMopsResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        _input++;
        if (result.IsCompliant is { } compliant)
        {
            _judged++;
            if (compliant) _compliant++;
        }

        foreach (var finding in result.Findings) Count(finding);
        foreach (var kpi in result.Kpis) Count(kpi);
    }

    /// <summary>Takes a finding by itself.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(Finding finding)
    {
        _input++;
        Count(finding ?? throw new ArgumentNullException(nameof(finding)));
    }

    /// <summary>Takes a KPI by itself.</summary>
    /// <param name="kpi">The KPI.</param>
    public void Add(Kpi kpi)
    {
        _input++;
        Count(kpi ?? throw new ArgumentNullException(nameof(kpi)));
    }

    /// <summary>Notes an input that is none of the three; the gate then cannot be judged.</summary>
    public void AddUnusable() => _unusable++;

    /// <summary>Decides.</summary>
    /// <returns>The decision; a certain failure (1) goes before "could not be judged" (2).</returns>
    public GateResult Decide()
    {
        var failed = new List<string>();
        var unclear = new List<string>();
        var counted = 0;
        for (var severity = (int)_failOn; severity < _findings.Length; severity++) counted += _findings[severity];
        if (counted > 0) failed.Add(Text($"{counted} findings of severity {_failOn} or above"));
        if (_failOnMissedKpi && _missed > 0) failed.Add(Text($"{_missed} KPIs miss their target"));
        if (_minimum is { } minimum)
        {
            // Unrounded, and without a division: 94.999 % is not 95 %.
            if (_judged > 0 && 100.0 * _compliant < minimum * _judged) failed.Add(Text($"compliance is {100.0 * _compliant / _judged:0.##} %, below {minimum:0.##} %"));
            else if (_judged == 0 && _lowRates > 0) failed.Add(Text($"{_lowRates} compliance KPIs are below {minimum:0.##} %"));
            else if (_judged == 0 && _rates == 0) unclear.Add("no result was judged, so there is no compliance");
        }

        if (_unusable > 0) unclear.Add(Text($"{_unusable} inputs are no results, findings or KPIs"));
        if (_input == 0 && _unusable == 0) unclear.Add("nothing came in; that is no pass");
        if (_failOnMissedKpi && _input > 0 && _kpis == 0) unclear.Add("no KPI with a target came in");
        if (_failOnMissedKpi && _unknownKpis > 0) unclear.Add(Text($"{_unknownKpis} KPIs with a target have no value"));
        failed.AddRange(unclear);
        return new GateResult
        {
            ExitCode = failed.Count == 0 ? 0 : failed.Count > unclear.Count ? 1 : 2,
            Reasons = failed,
            InputCount = _input,
            JudgedCount = _judged,
            CompliantCount = _compliant,
            ErrorCount = _findings[(int)Severity.Error],
            WarningCount = _findings[(int)Severity.Warning],
            InformationCount = _findings[(int)Severity.Information],
            SuppressedCount = _suppressed,
            MissedKpiCount = _missed,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Count(Finding finding)
    {
        if (finding.IsSuppressed) _suppressed++;
        else _findings[(int)finding.Severity]++;
    }

    private void Count(Kpi kpi)
    {
        if (kpi.Target is not null) _kpis++;
        if (kpi.Status == KpiStatus.Missed) _missed++;
        if (kpi.Target is not null && kpi.Status == KpiStatus.Unknown) _unknownKpis++;
        if (kpi.Unit != "%" || kpi.Segment is not null || !kpi.Id.EndsWith("Compliance", StringComparison.Ordinal) || kpi.Value is not { } value) return;
        _rates++;
        if (_minimum is { } minimum && value < minimum) _lowRates++;
    }
}
