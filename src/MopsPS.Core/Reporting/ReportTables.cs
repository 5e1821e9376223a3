using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>Collects rows by shape, at most so many of each and, where rows are limited, of so many shapes; rows that come first (what fails) push the others out.</summary>
internal sealed class ReportTables(int max, ReportSpool? spool = null)
{
    private const int MostShapes = 50;
    private const string Others = "Rows of other kinds";

    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly List<Shape> _order = [];

    public void Add(string name, IReadOnlyList<string> columns, IReadOnlyList<string?> values, Func<string?, string?> show, bool first)
    {
        var key = name + "\u001F" + string.Join("\u001F", columns);
        if (!_shapes.TryGetValue(key, out var shape))
        {
            // Objects that all differ would else make as many tables as there are objects.
            if (_order.Count >= MostShapes && max < int.MaxValue && name != Others)
            {
                Add(Others, ["Kind", "Columns"], [name, string.Join(", ", columns)], show, first);
                return;
            }

            _shapes.Add(key, shape = new Shape(name, columns.Select(column => show(column) ?? string.Empty).ToArray(), spool));
            _order.Add(shape);
        }

        shape.Total++;
        var kept = first ? shape.First : shape.Rest;
        if (shape.First.Count + (first ? 0 : shape.Rest.Count) < max) kept.Add(values.Select(value => show(value) ?? string.Empty).ToArray());
    }

    public ReportTable[] Build() => [.. _order.Select(shape =>
    {
        // Joined when it is read: all rows of a complete report do not fit into memory.
        var count = (int)Math.Min(max, (long)shape.First.Count + shape.Rest.Count);
        var rows = new JoinedList<IReadOnlyList<string>>(shape.First, shape.Rest, count);
        return new ReportTable(shape.Name, shape.Columns, rows, shape.Total, ReportText.Count(shape.Total), ReportText.More(shape.Total, count));
    })];

    private sealed class Shape(string name, string[] columns, ReportSpool? spool)
    {
        public string Name { get; } = name;

        public string[] Columns { get; } = columns;

        public SpooledList<IReadOnlyList<string>> First { get; } = SpooledItems.Rows(spool);

        public SpooledList<IReadOnlyList<string>> Rest { get; } = SpooledItems.Rows(spool);

        public long Total { get; set; }
    }
}
