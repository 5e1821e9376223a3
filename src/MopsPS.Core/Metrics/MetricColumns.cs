using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Metrics;

/// <summary>Where one input has its metrics, dimensions, source and date; -1 for what it has not.</summary>
internal sealed class MetricColumns
{
    /// <exception cref="ExportFormatException">A column that each input must have is not there.</exception>
    /// <exception cref="MetricException">The input has none of the metrics.</exception>
    public MetricColumns(FieldMapping fields, MetricOptions options)
    {
        var set = new ColumnSet();
        int Find(string name)
        {
            foreach (var one in new[] { name }.Concat(options.Aliases.Where(alias => string.Equals(alias.Key, name, StringComparison.OrdinalIgnoreCase)).SelectMany(alias => alias.Value)))
                if (fields.Schema.IndexOf(one) is >= 0 and var column) return column;
            return FieldCatalog.Find(name) is { } field ? fields.IndexOf(field.Name) : -1;
        }

        if (options.MetricField is not null)
        {
            Metric = Find(options.MetricField) is >= 0 and var metric ? set.Add(metric) : set.Add(fields.Schema, options.MetricField);
            Value = Find(options.ValueField!) is >= 0 and var value ? set.Add(value) : set.Add(fields.Schema, options.ValueField!);
        }
        else
        {
            Wide = [.. options.Metrics.Select(name => (Name: name, Column: set.Add(Find(name)))).Where(metric => metric.Column >= 0)];
            if (Wide.Length == 0)
                throw new MetricException("NoMetric", $"None of the metrics {string.Join(", ", options.Metrics)} is a column of {fields.Schema.Source ?? "the input"}. The columns are: {fields.Schema}. Other names go into -Alias.");
        }

        // A level below one that is missing cannot be reached.
        By = [.. options.By.Select(Find).TakeWhile(column => column >= 0).Select(set.Add)];
        Source = options.SourceField is null ? -1 : set.Add(fields.Schema, options.SourceField);
        Date = options.DateField is null ? -1 : set.Add(Find(options.DateField));
        Columns = set.Columns;
    }

    public int Metric { get; } = -1;

    public int Value { get; } = -1;

    public (string Name, int Column)[] Wide { get; } = [];

    public int[] By { get; }

    public int Source { get; }

    public int Date { get; }

    public IReadOnlyList<int> Columns { get; }
}
