using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Repairs one column: the steps that all texts share, words for nothing, then the field's own repair. Remembers verdicts. Not for several threads at once.</summary>
internal sealed class ColumnRepair
{
    private const int Remembered = 1 << 14;

    private readonly FieldRepair _repair;
    private readonly PlaceholderKind _placeholders;
    private readonly bool _clears;
    private readonly Dictionary<int, Utf8Cache<FieldVerdict>> _known = [];

    /// <summary>Makes one.</summary>
    /// <param name="place">The column's place in the row.</param>
    /// <param name="column">The column's name.</param>
    /// <param name="field">The canonical field, or null.</param>
    /// <param name="repair">The field's repair.</param>
    /// <param name="clearPlaceholders">Whether words for nothing are emptied.</param>
    public ColumnRepair(int place, string column, CanonicalField? field, FieldRepair repair, bool clearPlaceholders)
    {
        Place = place;
        Column = column;
        Field = field;
        _repair = repair;
        _clears = clearPlaceholders;
        _placeholders = repair is CompanyCasing ? PlaceholderKind.Company : repair is PhoneRepair ? PlaceholderKind.Phone : repair is NameCasing ? PlaceholderKind.Name : PlaceholderKind.Any;
    }

    /// <summary>The column's place in the row.</summary>
    public int Place { get; }

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>The canonical field, or null.</summary>
    public CanonicalField? Field { get; }

    /// <summary>Whether the verdict depends on the country of the row.</summary>
    public bool NeedsCountry => _repair.NeedsCountry;

    /// <summary>Says whether a value stands in the policy's picklist or bands; null where the column has none.</summary>
    public Func<string, bool>? IsListed => _repair switch { PicklistRepair list => list.Has, BandRepair bands => bands.Has, _ => null };

    /// <summary>Judges a value.</summary>
    /// <param name="utf8">The value as it stands.</param>
    /// <param name="country">The country of the row, or null.</param>
    public FieldVerdict Judge(ReadOnlySpan<byte> utf8, Country? country)
    {
        if (utf8.IsEmpty) return FieldVerdict.Clean;
        var isPlain = TextCleaner.IsPlain(utf8);
        if (isPlain && _repair.IsPlainlyClean(utf8)) return FieldVerdict.Clean;
        if (_repair.IsDistinct) return Judge(Encoding.UTF8.GetString(utf8.ToArray()), country, isPlain);
        var key = _repair.NeedsCountry && country is not null ? country.Index : -1;
        if (!_known.TryGetValue(key, out var known)) _known.Add(key, known = new Utf8Cache<FieldVerdict>(text => Judge(text, country, isPlain: false), Remembered));
        return known.Get(utf8);
    }

    private FieldVerdict Judge(string text, Country? country, bool isPlain)
    {
        var step = RepairRule.Blanks;
        var clean = isPlain ? text : TextCleaner.Clean(text, out step);
        if (clean.Length == 0) return text.Length == 0 ? FieldVerdict.Clean : FieldVerdict.Change("", RepairRule.Blanks, 0.99);
        if (TextCleaner.IsBroken(clean)) return FieldVerdict.Unsure(RepairRule.Encoding, "lost characters when it was converted");
        // States and countries have codes that are words for nothing elsewhere: NC.
        var isWord = PlaceholderValues.IsPlaceholder(_placeholders, clean.ToLowerInvariant());
        var isChecked = _repair is NameCasing or CompanyCasing or PhoneRepair or EmailRepair or WebsiteRepair;
        if (isWord && isChecked) return Placeholder();
        var verdict = _repair.Judge(clean, country);
        // Where mail goes and which site is meant is not for a look-alike to say.
        if (_repair is EmailRepair or WebsiteRepair && !isPlain && verdict.State != FieldState.Unsure && !ReferenceEquals(Confusables.ToLatin(text), text))
            return FieldVerdict.Change(verdict.After ?? clean, RepairRule.Encoding, 0.85, "mixes letters of two alphabets that look alike");
        if (verdict.State == FieldState.Unsure) return isWord ? Placeholder() : verdict;
        return verdict.State == FieldState.Clean && clean != text ? FieldVerdict.Change(clean, step, 0.98) : verdict;
    }

    private FieldVerdict Placeholder() =>
        _clears ? FieldVerdict.Change("", RepairRule.Placeholder, 0.95) : FieldVerdict.Unsure(RepairRule.Placeholder, "stands for no value", "");
}
