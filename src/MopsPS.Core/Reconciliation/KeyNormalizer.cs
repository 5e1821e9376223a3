using System;
using System.Globalization;
using System.Text;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Reconciliation;

/// <summary>Makes the normalised key of a row: the same bytes for all spellings of one key. A row of which a part of the key is blank has none. One for each side.</summary>
internal sealed class KeyNormalizer
{
    private const byte Separator = 0x1F;

    private readonly ComparePlan _plan;
    private readonly bool _isCaseSensitive;
    private readonly DateParser _dates;
    private readonly NumberParser _numbers;
    private byte[] _key = new byte[256];
    private int _length;

    public KeyNormalizer(ComparePlan plan, RecordCompareOptions options, bool isLeft)
    {
        _plan = plan;
        _isCaseSensitive = options.IsCaseSensitive;
        _dates = new DateParser(isLeft ? options.LeftCulture : options.RightCulture, options.Zone, isLeft ? options.LeftZone : options.RightZone);
        _numbers = new NumberParser(isLeft ? options.LeftCulture : options.RightCulture);
    }

    /// <summary>The key so far.</summary>
    public ReadOnlySpan<byte> Key => _key.AsSpan(0, _length);

    /// <summary>Starts a key.</summary>
    public void Start() => _length = 0;

    /// <summary>Adds a part.</summary>
    /// <param name="slot">Which.</param>
    /// <param name="value">The value as it stands.</param>
    /// <returns>False where it is blank: the row has no key then.</returns>
    public bool Add(int slot, ReadOnlySpan<byte> value)
    {
        value = CompareText.Trim(value);
        if (value.IsEmpty)
        {
            _length = 0;
            return false;
        }

        if (_length > 0) Append([Separator]);
        var form = _plan.Slots[slot].As;
        if (form == ComparedAs.Exact) Append(value);
        else if (form is ComparedAs.Id or ComparedAs.Auto && SalesforceId.TryNormalize(value, out var id)) Append(id);
        else if (form == ComparedAs.Id) Append(value);
        else if (form is ComparedAs.Email or ComparedAs.Text or ComparedAs.Auto && IsPlain(value)) Lower(value, form == ComparedAs.Email || !_isCaseSensitive);
        else Append(Encoding.UTF8.GetBytes(Form(form, value)));
        return _length > 0;
    }

    private string Form(ComparedAs form, ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value.ToArray());
        return (form switch
        {
            ComparedAs.Email => CompareText.Email(text),
            ComparedAs.Phone => PhoneDigits.Normalize(text),
            ComparedAs.Company => CompanyNames.Normalize(text),
            ComparedAs.Website => CompareText.Website(text),
            ComparedAs.List => CompareText.List(text, _isCaseSensitive),
            ComparedAs.Number => _numbers.Parse(value, out var number) == true ? (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) : null,
            ComparedAs.Date => _dates.Parse(value, out var date) == DateProblem.None ? date.UtcSeconds.ToString(CultureInfo.InvariantCulture) : null,
            _ => null,
        }) ?? CompareText.Plain(text, _isCaseSensitive);
    }

    // ASCII with single blanks, and no mailto: in front.
    private static bool IsPlain(ReadOnlySpan<byte> value)
    {
        for (var i = 0; i < value.Length; i++)
            if (value[i] >= 0x80 || value[i] == ':' || (value[i] <= ' ' && (value[i] != ' ' || value[i + 1] == ' '))) return false;
        return true;
    }

    private void Lower(ReadOnlySpan<byte> value, bool toLower)
    {
        var at = _length;
        Append(value);
        if (!toLower) return;
        for (; at < _length; at++)
            if (_key[at] is >= (byte)'A' and <= (byte)'Z') _key[at] |= 0x20;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_key.Length - _length < bytes.Length) Array.Resize(ref _key, Math.Max(_key.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_key.AsSpan(_length));
        _length += bytes.Length;
    }
}
