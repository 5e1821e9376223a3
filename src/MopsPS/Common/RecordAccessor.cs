using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MopsPS.Core.Records;

namespace MopsPS.Common;

/// <summary>
/// Reads any pipeline object as a record: a MopsRecord as it is (with what Add-Member gave it), the entries of a dictionary, the properties of anything else.
/// Objects of the same shape (the same names in the same order) share one schema, so whoever looks up columns does it once per shape.
/// </summary>
internal sealed class RecordAccessor
{
    private readonly Dictionary<string, RecordSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<(RecordSchema Schema, string Added), RecordSchema> _extended = [];
    private string[] _names = [];
    private RecordSchema _last = new([]);
    private int _row;

    /// <summary>The record of an object.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Names and texts: dates in ISO 8601, numbers in the invariant culture, lists joined by semicolons. Its row is the ordinal number of the object.</returns>
    public MopsRecord Read(PSObject item)
    {
        _row++;
        switch (item.BaseObject)
        {
            case MopsRecord record:
                return AddedMembers.Of(item) is { Count: > 0 } added ? Extend(record, added) : record;
            case IDictionary table:
                return Make([.. table.Keys.Cast<object>().Select(key => Text(key) ?? "")], [.. table.Values.Cast<object?>().Select(Text)]);
            default:
                var names = new List<string>(_names.Length);
                var values = new List<string?>(_names.Length);
                foreach (var property in item.Properties)
                {
                    if (!property.IsGettable || (IsOfTransport(property.Name) && HandedOver.IsCopy(item))) continue;
                    names.Add(property.Name);
                    values.Add(Text(Value(property)));
                }

                return Make([.. names], [.. values]);
        }
    }

    /// <summary>A value as text, whatever the culture of the session.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null for null.</returns>
    public static string? Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        DateTime date => date.ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("o", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable many => string.Join(";", many.Cast<object?>().Select(Text)),
        var other => other.ToString(),
    };

    // A getter that throws has no value to export; PowerShell shows such a property as empty, too.
    private static object? Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    // Jobs and remote sessions write these on every object that they hand over; they are no part of the data.
    private static bool IsOfTransport(string name) => name is "PSComputerName" or "RunspaceId" or "PSShowComputerName" or "PSSourceJobInstanceId";

    private MopsRecord Extend(MopsRecord record, IReadOnlyList<PSPropertyInfo> added)
    {
        var schema = record.Schema;
        var names = added.Select(property => property.Name).Where(name => schema.IndexOf(name) < 0).ToArray();
        var key = (schema, string.Join("\u0000", names));
        if (!_extended.TryGetValue(key, out var extended)) _extended.Add(key, extended = new RecordSchema([.. schema.Columns, .. names], schema.Source));
        var values = new string?[extended.Count];
        for (var i = 0; i < schema.Count; i++) values[i] = record[i];
        foreach (var property in added) values[extended.IndexOf(property.Name)] = Text(Value(property));
        return new MopsRecord(extended, values, record.Row, record.Line);
    }

    private MopsRecord Make(string[] names, string?[] values)
    {
        if (!Same(names))
        {
            var shape = string.Join("\u0000", names);
            if (!_schemas.TryGetValue(shape, out var schema)) _schemas.Add(shape, schema = new RecordSchema(ColumnNames.MakeUnique(names)));
            _last = schema;
            _names = names;
        }

        return new MopsRecord(_last, values, _row);
    }

    private bool Same(string[] names)
    {
        if (names.Length != _names.Length) return false;
        for (var i = 0; i < names.Length; i++)
            if (!string.Equals(names[i], _names[i], StringComparison.Ordinal)) return false;
        return true;
    }
}
