using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace MopsPS.Core.Records.Reading;

/// <summary>The columns that objects flatten to: gathered from a sample, then closed; later ones join the end.</summary>
internal sealed class JsonColumns(string source, ImportOptions options)
{
    private const int Dropped = -1;

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<int> _lastSetIn = [];
    private readonly List<(string Name, int Position)> _late = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private List<int>? _positions;
    private string?[] _values = new string?[16];
    private int _count;
    private int _width;

    /// <summary>The values of an object in the order in which its keys were first met.</summary>
    public string?[] Flatten(JsonElement item, SourcePosition position)
    {
        _count++;
        Array.Clear(_values, 0, _values.Length);
        Add(item, "", position);
        var values = new string?[_keys.Count];
        Array.Copy(_values, values, values.Length);
        return values;
    }

    /// <summary>Ends the sample.</summary>
    /// <param name="rows">Its rows.</param>
    /// <returns>The columns.</returns>
    public RecordSchema Close(IEnumerable<string?[]> rows)
    {
        var keys = _keys.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var hasValue = new bool[keys.Length];
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) hasValue[i] |= row[i] is not null;

        // A lookup is null in one row and an object in another: its own column would be empty throughout.
        var parents = new HashSet<string>(keys.SelectMany(Parents), StringComparer.Ordinal);
        var kept = Enumerable.Range(0, keys.Length).Where(i => hasValue[i] || !parents.Contains(keys[i])).ToArray();
        var schema = new RecordSchema(HeaderNames.Make([.. kept.Select(i => keys[i])], source, 0, options), source);
        _positions = [.. Enumerable.Repeat(Dropped, keys.Length)];
        for (var i = 0; i < kept.Length; i++) _positions[kept[i]] = i;
        foreach (var name in schema.Columns) _names.Add(name);
        _width = kept.Length;
        return schema;
    }

    /// <summary>The columns that the last object brought.</summary>
    public IReadOnlyList<(string Name, int Position)> TakeLate()
    {
        if (_late.Count == 0) return [];
        var late = _late.ToArray();
        _late.Clear();
        return late;
    }

    /// <summary>Puts flattened values in the order of the columns.</summary>
    public string?[] Arrange(string?[] values)
    {
        var row = new string?[_width];
        for (var i = 0; i < values.Length; i++)
            if (_positions![i] != Dropped) row[_positions[i]] = values[i];
        return row;
    }

    private void Add(JsonElement item, string prefix, SourcePosition position)
    {
        foreach (var property in item.EnumerateObject())
        {
            var path = prefix + property.Name;
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Object when property.Value.EnumerateObject().Any():
                    Add(property.Value, path + ".", position);
                    break;
                case JsonValueKind.Null:
                    Set(path, null, position);
                    break;
                case JsonValueKind.String:
                    Set(path, Text(property.Value), position);
                    break;
                default:
                    Set(path, property.Value.GetRawText(), position);
                    break;
            }
        }
    }

    private void Set(string path, string? value, SourcePosition position)
    {
        if (!_keys.TryGetValue(path, out var key))
        {
            if (value is null && _positions is not null) return;
            key = _keys.Count;
            _keys.Add(path, key);
            _lastSetIn.Add(0);
            if (key == _values.Length) Array.Resize(ref _values, key * 2);
            _positions?.Add(Dropped);
        }

        if (_lastSetIn[key] == _count)
        {
            options.OnProblem?.Invoke(new RecordProblem(
                "DuplicateField", $"The object has the field '{path}' twice; the first value is kept.", new SourcePosition(source, position.Row, position.Line, path)) { Expected = "one value" });
            return;
        }

        _lastSetIn[key] = _count;
        _values[key] = value;
        if (value is not null && _positions is not null && _positions[key] == Dropped) AddLate(path, key);
    }

    private void AddLate(string path, int key)
    {
        var stem = path.Trim().Length == 0 ? "Column" : path.Trim();
        var name = stem;
        for (var n = 2; !_names.Add(name); n++) name = $"{stem}_{n}";
        _positions![key] = _width;
        _late.Add((name, _width++));
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: kept as it is written.
            return value.GetRawText();
        }
    }

    private static IEnumerable<string> Parents(string key)
    {
        for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.', dot + 1)) yield return key.Substring(0, dot);
    }
}
