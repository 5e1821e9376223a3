using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Profiles one column in one pass and bounded memory.</summary>
internal sealed class ColumnMeter(string column, CanonicalField? canonical, ColumnRepair? repair, Func<string, bool>? isListed, ValueKinds kinds)
{
    private const int ValuesKept = 8192;
    private const int PatternsKept = 512;
    private const int Types = (int)ProfileType.Code + 1;
    private const double NearlyAll = 0.9;

    private readonly long[] _types = new long[Types];
    private readonly DistinctCount _distinct = new();
    private readonly FrequentValues _top = new(ValuesKept);
    private readonly FrequentValues _patterns = new(PatternsKept);
    private readonly QuantileSketch _numbers = new();
    private readonly bool _isDate = canonical?.Kind == FieldKind.Date;
    // The verdict on an address is asked for each row, and that on what depends on the row's country.
    private readonly bool _isOfRow = canonical?.Name == "Email" || repair?.NeedsCountry == true;
    private bool _isPending = true;
    private DayCounts? _days;
    private double _sum;
    private long _values;
    private long _blanks;
    private long _characters;
    private long _invalid;
    private long _repairable;
    private long _placeholders;
    private long _drift;
    private int _minLength = int.MaxValue;
    private int _maxLength;

    /// <summary>The column's name.</summary>
    public string Column => column;

    /// <summary>The canonical field, or null.</summary>
    public CanonicalField? Field => canonical;

    /// <summary>The days of a column of dates, or null; after <see cref="Finish"/>.</summary>
    public DayCounts? Days => _days;

    /// <summary>How many values say something.</summary>
    public long Filled => _values - _placeholders;

    /// <summary>How many rows there are.</summary>
    public long Rows => _values + _blanks;

    /// <summary>Whether the values can be checked.</summary>
    public bool IsChecked => repair is not null;

    /// <summary>How many values are neither right nor repairable.</summary>
    public long Invalid => _invalid;

    /// <summary>Whether the policy has a picklist or bands.</summary>
    public bool IsListed => isListed is not null;

    /// <summary>How many values are not in the policy's picklist or bands.</summary>
    public long Drift => _drift;

    /// <summary>Adds a value.</summary>
    /// <param name="utf8">The value as it stands.</param>
    /// <param name="country">The country of the row, or null.</param>
    /// <returns>What the field's repair says of it, where that is asked for each row; null for a blank value and where nothing can be checked.</returns>
    public FieldVerdict? Add(ReadOnlySpan<byte> utf8, Places.Country? country)
    {
        if (IsBlank(utf8))
        {
            _blanks++;
            return null;
        }

        _values++;
        var hash = Utf8Table.Hash(utf8);
        // While there are few different values each is looked at once, at the end or when there are too many. A long one is looked at as a whole.
        if (_isPending && (_top.IsFull || utf8.Length > FrequentValues.Longest)) Settle();
        _top.Add(utf8, hash);
        if (!_isPending) Look(utf8, hash, 1);
        if (_isOfRow) return Check(utf8, country, 1);
        if (!_isPending) Check(utf8, null, 1);
        return null;
    }

    // Looks at the values that were only counted so far.
    private void Settle()
    {
        _isPending = false;
        for (var i = 0; i < _top.Count; i++)
        {
            var value = _top.Value(i);
            var count = _top.CountOf(i);
            Look(value, Utf8Table.Hash(value), count);
            if (!_isOfRow) Check(value, null, count);
        }
    }

    private void Look(ReadOnlySpan<byte> utf8, ulong hash, long count)
    {
        var length = Characters(utf8);
        _characters += length * count;
        _minLength = Math.Min(_minLength, length);
        _maxLength = Math.Max(_maxLength, length);
        _distinct.Add(hash);
        Span<byte> pattern = stackalloc byte[ValuePattern.Longest];
        pattern = pattern.Slice(0, ValuePattern.Write(utf8, pattern));
        _patterns.Add(pattern, Utf8Table.Hash(pattern), count);
        Type(utf8, count);
    }

    /// <summary>The profile.</summary>
    /// <param name="topCount">How many values and patterns it lists.</param>
    public ColumnProfile Finish(int topCount)
    {
        if (_isPending) Settle();
        var (type, share) = Kind();
        var isPersonal = canonical?.IsPersonal ?? type is ProfileType.Email;
        var isNumeric = type is ProfileType.Whole or ProfileType.Decimal && _numbers.Count > 0;
        var isDay = type is ProfileType.Date or ProfileType.DateTime && _days is { Count: > 0 };
        return new ColumnProfile
        {
            Column = column,
            Field = canonical?.Name,
            Type = type,
            TypeShare = share,
            Values = _values,
            Blanks = _blanks,
            Placeholders = _placeholders,
            Completeness = Rows == 0 ? null : 100.0 * Filled / Rows,
            Invalid = IsChecked ? _invalid : null,
            Repairable = IsChecked ? _repairable : null,
            Validity = IsChecked && Filled > 0 ? 100.0 * (Filled - _invalid) / Filled : null,
            Drift = IsListed ? _drift : null,
            Distinct = _distinct.Count,
            IsDistinctExact = _distinct.IsExact,
            Top = [.. Values(_top, topCount, isPersonal, least: 2)],
            Patterns = [.. Values(_patterns, topCount, isMasked: false, least: 1)],
            Min = isPersonal ? null : isNumeric ? Number(_numbers.Min) : isDay ? DayCounts.Text(_days!.Quantile(0)) : null,
            Max = isPersonal ? null : isNumeric ? Number(_numbers.Max) : isDay ? DayCounts.Text(_days!.Quantile(1)) : null,
            Mean = isNumeric ? _sum / _numbers.Count : null,
            Quartile1 = Quantile(isNumeric, isDay, 0.25),
            Median = Quantile(isNumeric, isDay, 0.5),
            Quartile3 = Quantile(isNumeric, isDay, 0.75),
            Outliers = isNumeric ? Outliers() : null,
            MinLength = _values == 0 ? 0 : _minLength,
            MaxLength = _maxLength,
            MeanLength = _values == 0 ? null : (double)_characters / _values,
        };
    }

    private void Type(ReadOnlySpan<byte> utf8, long count)
    {
        var type = kinds.Of(utf8, _isDate, out var number);
        _types[(int)type] += count;
        if (type is ProfileType.Whole or ProfileType.Decimal)
        {
            _numbers.Add(number, count);
            _sum += number * count;
        }
        else if (type is ProfileType.Date or ProfileType.DateTime)
        {
            (_days ??= new DayCounts()).Add((int)number, count);
        }
    }

    private FieldVerdict? Check(ReadOnlySpan<byte> utf8, Places.Country? country, long count)
    {
        if (isListed is not null && !isListed(System.Text.Encoding.UTF8.GetString(utf8.ToArray()))) _drift += count;
        if (repair is null)
        {
            if (utf8.Length <= 20 && IsWordForNothing(utf8)) _placeholders += count;
            return null;
        }

        var verdict = repair.Judge(utf8, country);
        if (verdict.State == FieldState.Clean) return verdict;
        if (verdict.Rule == RepairRule.Placeholder) _placeholders += count;
        else if (verdict.State == FieldState.Repair) _repairable += count;
        else _invalid += count;
        return verdict;
    }

    // Only values of letters and signs are looked up: a number in a column of numbers says something.
    private static bool IsWordForNothing(ReadOnlySpan<byte> utf8)
    {
        foreach (var value in utf8)
            if (value is >= (byte)'0' and <= (byte)'9' or >= 0x80) return false;
        return NothingWords.Contains(System.Text.Encoding.ASCII.GetString(utf8.ToArray()).Trim());
    }

    // What exports and people write for nothing in any column; a word such as "test" or "other" may say something in a column of unknown meaning.
    private static readonly HashSet<string> NothingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a", "n.a.", "na", "#n/a", "null", "(null)", "none", "nil", "nan", "-", "--", "---", "?", "??", ".", "unknown", "(unknown)", "undefined", "not set", "(not set)", "(blank)", "\\n", "tbd",
    };

    // Nine of ten values make a type: a few slips do not hide what a column is.
    private (ProfileType Type, double? Share) Kind()
    {
        if (_values == 0) return (ProfileType.Empty, null);
        var counted = Math.Max(1, Filled);
        long Of(ProfileType type) => _types[(int)type];
        (ProfileType Type, long Count)[] candidates =
        [
            (ProfileType.Whole, Of(ProfileType.Whole)), (ProfileType.Decimal, Of(ProfileType.Decimal) + Of(ProfileType.Whole)), (ProfileType.Date, Of(ProfileType.Date)),
            (ProfileType.DateTime, Of(ProfileType.DateTime) + Of(ProfileType.Date)), (ProfileType.Flag, Of(ProfileType.Flag)), (ProfileType.Email, Of(ProfileType.Email)),
            (ProfileType.Url, Of(ProfileType.Url)), (ProfileType.Code, Of(ProfileType.Code) + Of(ProfileType.Whole)),
        ];
        // Leading zeros make codes of the numbers beside them.
        if (Of(ProfileType.Code) > counted / 100.0) candidates = [.. candidates.Where(candidate => candidate.Type is not (ProfileType.Whole or ProfileType.Decimal))];
        foreach (var (type, count) in candidates)
            if (count >= NearlyAll * counted) return (type == ProfileType.Whole && IsFlags() ? ProfileType.Flag : type, Math.Min(100, 100.0 * count / counted));
        return (ProfileType.Text, 100.0 * Of(ProfileType.Text) / _values);
    }

    private bool IsFlags() => _distinct.Count <= 2 && _numbers is { Min: 0, Max: 1 };

    private IEnumerable<ProfileValue> Values(FrequentValues values, int count, bool isMasked, long least) =>
        values.Top(count, least).Select(pair => new ProfileValue
        {
            Value = isMasked ? Masking.Value(pair.Value, canonical?.Kind ?? FieldKind.Email) : pair.Value,
            Count = pair.Count,
            Share = 100.0 * pair.Count / _values,
            IsExact = values.Error == 0,
        });

    private string? Quantile(bool isNumeric, bool isDay, double share) =>
        isNumeric ? Number(IsWhole ? Math.Round(_numbers.Quantile(share)) : _numbers.Quantile(share)) : isDay ? DayCounts.Text(_days!.Quantile(share)) : null;

    private bool IsWhole => _types[(int)ProfileType.Decimal] == 0;

    private long Outliers()
    {
        var (low, high) = (_numbers.Quantile(0.25), _numbers.Quantile(0.75));
        var fence = 3 * (high - low);
        return fence == 0 ? 0 : _numbers.Outside(low - fence, high + fence);
    }

    private static string Number(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static bool IsBlank(ReadOnlySpan<byte> utf8)
    {
        foreach (var value in utf8)
            if (value > ' ') return false;
        return true;
    }

    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var characters = 0;
        foreach (var value in utf8)
            if ((value & 0xC0) != 0x80) characters++;
        return characters;
    }
}
