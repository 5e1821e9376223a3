using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Brings numbers and ranges to the policy's bands. Knows what a spreadsheet makes of them: <c>1-10</c> becomes <c>10-Jan</c>, <c>11-50</c> becomes <c>Nov-50</c>.</summary>
internal sealed class BandRepair : FieldRepair
{
    private readonly List<NumberBand> _bands = [];

    public BandRepair(IReadOnlyList<string> bands)
    {
        foreach (var name in bands)
            if (NumberBand.TryRead(name, out var band)) _bands.Add(band with { Name = name });
    }

    /// <summary>Whether a value is one of the bands as it is.</summary>
    public bool Has(string value) => _bands.Any(band => band.Name == value);

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (Has(text)) return FieldVerdict.Clean;
        if (FromDate(text) is { } named) return FieldVerdict.Change(named, RepairRule.Band, 0.95);
        if (!NumberBand.TryRead(text, out var value)) return FieldVerdict.Unsure(RepairRule.Band, "is no number and no range");
        foreach (var band in _bands)
            if (band.From == value.From && band.To == value.To) return FieldVerdict.Change(band.Name, RepairRule.Band, 0.99);
        // 1000-5000 and 10000+ name 1001-5000 and 10001+: bands meet at round numbers.
        foreach (var band in _bands)
            if (value.From > 0 && band.From == value.From + 1 && band.To == value.To) return FieldVerdict.Change(band.Name, RepairRule.Band, 0.92);
        // A single number or a range lies in one band, or it does not say in which.
        foreach (var band in _bands)
            if (value.From >= band.From && value.To <= band.To) return FieldVerdict.Change(band.Name, RepairRule.Band, 0.97);
        if (Nearest(value) is { } near) return FieldVerdict.Unsure(RepairRule.Band, "lies in more than one band", near, 0.7);
        return FieldVerdict.Unsure(RepairRule.Band, "lies in no band");
    }

    private string? Nearest(NumberBand value)
    {
        if (double.IsPositiveInfinity(value.To)) return _bands.Where(band => value.From + 1 >= band.From && value.From < band.To).Select(band => band.Name).FirstOrDefault();
        var overlapping = _bands.Where(band => value.From <= band.To && value.To >= band.From).ToList();
        return overlapping.Count == 0 ? null : overlapping.OrderByDescending(band => Math.Min(band.To, value.To) - Math.Max(band.From, value.From)).First().Name;
    }

    // A month and a number, either way round: 10-Jan, Jan-10, Nov-50; and 1-Oct where days come first.
    private string? FromDate(string text)
    {
        var parts = text.Split('-', ' ');
        if (parts.Length != 2) return null;
        for (var first = 0; first < 2; first++)
        {
            var month = Month(parts[first]);
            if (month == 0 || !int.TryParse(parts[1 - first], NumberStyles.None, CultureInfo.InvariantCulture, out var other)) continue;
            foreach (var band in _bands)
                if ((band.From == month && band.To == other) || (first == 1 && band.From == other && band.To == month)) return band.Name;
        }

        return null;
    }

    private static int Month(string text) => text.Length <= 4 ? DateWords.MonthOf(text) is > 0 and var month ? month : English(text) : 0;

    private static int English(string text) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Length > 0 && string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) + 1;
}
