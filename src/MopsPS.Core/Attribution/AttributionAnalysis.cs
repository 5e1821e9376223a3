using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Takes the rows of touchpoint exports, or of aggregated paths, and attributes the conversions in them. Memory grows with the touchpoints: about 100 bytes each.
/// Not for several threads at once.
/// </summary>
public sealed class AttributionAnalysis
{
    private readonly AttributionOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly RowValues _values;
    private readonly TouchChannel _channels = new();
    private readonly JourneySetBuilder _journeys;
    private readonly PathSetBuilder _paths;
    private TouchpointColumns? _touchColumns;
    private PathColumns? _pathColumns;

    /// <summary>Starts an analysis.</summary>
    /// <param name="options">What is attributed and how.</param>
    /// <param name="policy">The policy: severities, suppressions and the KPI's target.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads the numbers; null for the invariant culture.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AttributionAnalysis(
        AttributionOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
        _values = new RowValues(dates ?? new DateParser(), numbers ?? new NumberParser(), onProblem);
        _journeys = new JourneySetBuilder(options);
        _paths = new PathSetBuilder(options.PathSeparator);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">The columns are neither those of touchpoints nor of aggregated paths.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        var isPaths = fields.IndexOf("TouchPath") >= 0;
        _pathColumns = isPaths ? new PathColumns(fields) : null;
        _touchColumns = isPaths ? null : new TouchpointColumns(fields);
        return isPaths ? _pathColumns!.Columns : _touchColumns!.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (_pathColumns is not null) AddPath(row, _pathColumns);
        else AddTouch(row, _touchColumns ?? throw new InvalidOperationException("Open comes before Add."));
    }

    /// <summary>Attributes what was taken in.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The result.</returns>
    /// <exception cref="AttributionException">There is nothing to attribute, or a model was asked for that the input does not allow.</exception>
    public AttributionResult Finish(CancellationToken cancellation = default)
    {
        if (_paths.Count > 0 && _journeys.Count > 0)
            throw new AttributionException("MixedInput", "Touchpoints and aggregated paths cannot be attributed together; they could tell of the same conversions.");
        if (_paths.Count == 0 && _journeys.Count == 0)
            throw new AttributionException("NoData", _values.Skipped == 0 ? "There are no rows to attribute. Check the file, or the filter before the pipe." : $"None of the {_values.Skipped} rows could be used: each was reported with the reason. Where dates do not read, name how they are written with -Culture; where a column is the wrong one, name the right one with -FieldMap.");
        var set = _paths.Count > 0 ? _paths.Build() : _journeys.Build();
        if (!(set.Conversions > 0))
            throw new AttributionException("NoConversions", "There are no conversions to attribute: no row has a conversion date (or count) within Since and Until. Widen them, or name the column with -FieldMap @{ ConversionDate = '...' }.");

        var models = Choose(set, out var leftOut);
        var costs = new Dictionary<string, double>(_journeys.Costs, StringComparer.OrdinalIgnoreCase);
        foreach (var cost in _options.Costs) costs[cost.Key] = cost.Value;
        var credits = models.SelectMany(model => AttributionEngine.Compute(model, set, _options, costs, cancellation)).ToArray();
        var quality = new AttributionQuality(set, _journeys.Counts, _values.Skipped, _options);
        return new AttributionResult
        {
            Conversions = set.Conversions,
            Value = set.HasValue ? set.Value : null,
            NonConversions = set.NonConversions,
            Journeys = set.Journeys.Length,
            Touchpoints = set.Touches.Length,
            LookbackDays = set.Ticks is null ? null : _options.LookbackDays,
            Since = _options.Since,
            Until = _options.Until,
            Models = models.Select(model => ModelCatalog.Describe(model, set, _options)).ToArray(),
            Credits = credits,
            Comparison = ComparisonTable.Of(credits),
            Findings = quality.Findings(_rules, models, leftOut).ToArray(),
            Kpis = new[] { quality.Completeness(_policy) },
        };
    }

    private List<AttributionModel> Choose(JourneySet set, out List<(AttributionModel Model, string Lack)> leftOut)
    {
        leftOut = [];
        var chosen = new List<AttributionModel>();
        foreach (var model in _options.Models.Count == 0 ? ModelCatalog.All : _options.Models.Distinct())
        {
            if (ModelCatalog.Lacks(model, set) is not { } lack) chosen.Add(model);
            else if (_options.Models.Count > 0) throw new AttributionException("ModelNotPossible", $"{model} needs {lack}. {(set.Ticks is null ? "Give touchpoints, one row each with id, channel and date," : "Add those columns")} or leave the model out.");
            else leftOut.Add((model, lack));
        }

        return chosen;
    }

    private void AddPath(RecordReader row, PathColumns columns)
    {
        if (!_values.Number(row, columns.Conversions, "number of conversions", out var conversions) || !_values.Number(row, columns.NonConversions, "number of non-conversions", out var nulls) ||
            !_values.Number(row, columns.Value, "value", out var value)) return;
        if (conversions < 0 || nulls < 0)
        {
            _values.Skip(row, conversions < 0 ? columns.Conversions : columns.NonConversions, "NegativeCount", "A path cannot have fewer than 0 conversions. The row is left out.", "a count of 0 or more");
            return;
        }

        _paths.Add(row.GetString(columns.Path), conversions ?? 0, value, nulls ?? 0);
    }

    private void AddTouch(RecordReader row, TouchpointColumns columns)
    {
        var id = row.GetString(columns.Id)?.Trim();
        if (id is not { Length: > 0 })
        {
            _values.Skip(row, columns.Id, "MissingId", "The row has no id, so it belongs to no journey. It is left out.", "the id of a person or opportunity");
            return;
        }

        if (!_values.Date(row, columns.Date, "date of the touchpoint", false, out var time) || !_values.Date(row, columns.Conversion, "date of the conversion", true, out var conversion) ||
            !_values.Date(row, columns.LeadCreated, "creation date of the lead", true, out var lead) || !_values.Date(row, columns.OpportunityCreated, "creation date of the opportunity", true, out var opportunity) ||
            !_values.Number(row, columns.Value, "value", out var value) || !_values.Number(row, columns.Cost, "cost", out var cost)) return;
        if (time == 0 && conversion == 0)
        {
            _values.Skip(row, columns.Date, "MissingDate", "The row has no date, so its place in the journey is not known. It is left out.", "the date of the touchpoint");
            return;
        }

        _journeys.Add(columns.IsEmail ? id.ToLowerInvariant() : id, new Touchpoint
        {
            Time = time,
            Channel = time == 0 ? null : _channels.Of(row, columns),
            ConversionTime = conversion,
            Value = conversion == 0 ? null : value,
            Cost = cost,
            LeadCreated = lead,
            OpportunityCreated = opportunity,
        });
    }
}
