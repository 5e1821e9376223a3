using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Attribution;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Attribution;

/// <summary>Shares the credit for conversions among channels, by first, last and linear touch, position, time decay, Markov chain, Shapley value and more, side by side.</summary>
/// <remarks>
/// <para>Takes touchpoints, one a row: an id of person or opportunity, a date, a channel or UTM values or a landing page (which give the GA4 default channel group), and the
/// date and value of the conversion, in each row of the journey or in a row of its own. Or takes aggregated paths: a column such as 'Email > Direct' with conversions, value and non-conversions.</para>
/// <para>The credits of each model add up to all conversions and their whole value. Conversions without a touchpoint stand under '(no touchpoint)'. What the input lacks is
/// in the findings, and touchpoint completeness is a KPI. about_MopsPS_Attribution defines every model.</para>
/// </remarks>
/// <example>
/// <para>Compares all models that the touchpoints allow.</para>
/// <code>Get-MopsAttribution ./touchpoints.csv</code>
/// </example>
/// <example>
/// <para>Shows each channel with its conversions by every model.</para>
/// <code>(Get-MopsAttribution ./touchpoints.csv -LookbackDays 60).Comparison</code>
/// </example>
/// <example>
/// <para>Shows credit, cost and return by a Markov chain that remembers two touchpoints.</para>
/// <code>(Get-MopsAttribution ./paths.csv -Model Markov -MarkovOrder 2 -Cost @{ 'Paid Search' = 4200; Email = 300 }).Credits</code>
/// </example>
/// <example>
/// <para>Writes a report of the conversions of one quarter.</para>
/// <code>Import-MopsExport ./touchpoints.csv | Get-MopsAttribution -Since 2026-07-01 -Until 2026-09-30 | Export-MopsReport ./attribution.html</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsAttribution", DefaultParameterSetName = PathSet)]
[OutputType(typeof(AttributionResult))]
public sealed class GetMopsAttributionCommand : MopsDatedRecordCmdlet
{
    private AttributionAnalysis _analysis = null!;

    /// <summary>The models; without it, all that the input allows.</summary>
    [Parameter]
    public AttributionModel[] Model { get; set; } = [];

    /// <summary>How many days before the conversion a touchpoint counts.</summary>
    [Parameter]
    [ValidateRange(0.01, 36500.0)]
    public double LookbackDays { get; set; } = 90;

    /// <summary>The half-life of time decay in days.</summary>
    [Parameter]
    [ValidateRange(0.01, 36500.0)]
    public double HalfLifeDays { get; set; } = 7;

    /// <summary>How many touchpoints the Markov chain remembers.</summary>
    [Parameter]
    [ValidateRange(1, AttributionOptions.MaxMarkovOrder)]
    public int MarkovOrder { get; set; } = 1;

    /// <summary>The channels that the last non-direct touch passes over.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] DirectChannel { get; set; } = ["Direct", "(direct)"];

    /// <summary>Only conversions from this day or moment on.</summary>
    [Parameter]
    public DateTime? Since { get; set; }

    /// <summary>Only conversions up to this moment; a day counts to its end.</summary>
    [Parameter]
    public DateTime? Until { get; set; }

    /// <summary>What channels cost, for example @{ 'Paid Search' = 12500 }; over the costs of the touchpoints.</summary>
    [Parameter]
    public Hashtable Cost { get; set; } = [];

    /// <summary>What stands between the channels of an aggregated path.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string PathSeparator { get; set; } = ">";

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        try
        {
            _analysis = new AttributionAnalysis(
                new AttributionOptions
                {
                    Models = Model,
                    LookbackDays = LookbackDays,
                    HalfLifeDays = HalfLifeDays,
                    MarkovOrder = MarkovOrder,
                    DirectChannels = DirectChannel,
                    Since = Moment(Since),
                    Until = Moment(Until, isEnd: true),
                    Costs = Costs(),
                    PathSeparator = PathSeparator,
                },
                TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(MopsErrors.From(exception, null));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _analysis.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            WriteObject(_analysis.Finish(CancellationToken));
        }
        catch (AttributionException exception)
        {
            ThrowTerminatingError(AttributionErrors.From(exception));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(MopsErrors.From(exception, MarkovOrder));
        }
    }

    private Dictionary<string, double> Costs()
    {
        var costs = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry pair in Cost)
        {
            if (!LanguagePrimitives.TryConvertTo(pair.Value, typeof(double), CultureInfo.InvariantCulture, out var cost) || pair.Value is null || !((double)cost >= 0) || double.IsInfinity((double)cost))
                ThrowTerminatingError(AttributionErrors.BadCost(pair.Key, pair.Value, Cost));
            costs[pair.Key.ToString()!] = (double)cost;
        }

        return costs;
    }
}
