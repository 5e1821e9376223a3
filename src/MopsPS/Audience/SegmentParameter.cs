using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Campaigns;

namespace MopsPS.Audience;

/// <summary>A rule of a segment as scripts write it: a hashtable or an object with Field, Operator and Values.</summary>
internal static class SegmentParameter
{
    private static readonly string[] Known = ["Field", "Operator", "Values"];

    /// <summary>Reads a rule.</summary>
    /// <exception cref="ArgumentException">It has other keys, or no such operator.</exception>
    public static SegmentRule Read(object value)
    {
        var item = value is PSObject { BaseObject: IDictionary } wrapped ? wrapped.BaseObject : value;
        var entries = item is IDictionary table
            ? table.Cast<DictionaryEntry>().ToDictionary(entry => entry.Key.ToString()!, entry => (object?)entry.Value, StringComparer.OrdinalIgnoreCase)
            : PSObject.AsPSObject(item).Properties.ToDictionary(property => property.Name, property => (object?)property.Value, StringComparer.OrdinalIgnoreCase);
        if (entries.TryGetValue("Value", out var one) && !entries.ContainsKey("Values"))
        {
            entries.Remove("Value");
            entries.Add("Values", one);
        }

        if (entries.Keys.FirstOrDefault(key => !Known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ArgumentException($"A rule of the segment has the key '{unknown}'; known are {string.Join(", ", Known)}.");
        var name = entries.TryGetValue("Operator", out var given) ? RecordAccessor.Text(given) : "In";
        if (!Enum.TryParse<SegmentOperator>(name, ignoreCase: true, out var operation) || !Enum.IsDefined(typeof(SegmentOperator), operation))
            throw new ArgumentException($"A rule of the segment has the operator '{name}'; known are {string.Join(", ", Enum.GetNames(typeof(SegmentOperator)))}.");
        entries.TryGetValue("Values", out var values);
        values = values is PSObject list ? list.BaseObject : values;
        return new SegmentRule
        {
            Field = entries.TryGetValue("Field", out var field) ? RecordAccessor.Text(field) ?? string.Empty : string.Empty,
            Operator = operation,
            Values = values switch
            {
                null => [],
                string text => [text],
                IEnumerable many => [.. many.Cast<object?>().Select(RecordAccessor.Text).OfType<string>()],
                _ => [RecordAccessor.Text(values)!],
            },
        };
    }
}
