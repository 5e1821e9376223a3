using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Sla;

/// <summary>A date of a row: UTC ticks (0 for none) and whether only the day is known.</summary>
internal readonly record struct SlaMoment(long Ticks, bool IsDay);

/// <summary>Whose clock is read: made for each row, its texts only where they are needed.</summary>
internal readonly struct SlaSubject(RecordReader row, SlaColumns columns, string? owner, string? region, BusinessCalendar calendar)
{
    private readonly RecordReader _row = row;
    private readonly SlaColumns _columns = columns;

    public string? Owner { get; } = owner;

    public string? Region { get; } = region;

    public BusinessCalendar Calendar { get; } = calendar;

    /// <summary>The record's id; an e-mail address is masked.</summary>
    public string? Id => RowValues.Text(_row, _columns.Id) is not { } id ? null : _columns.IsEmail || id.IndexOf('@') > 0 ? Masking.Email(id) : id;

    public SourcePosition Position => RowValues.Position(_row, -1);

    /// <summary>The segment, like <c>Owner = Ada, Country = Germany</c>; null without columns for it.</summary>
    public string? Segment(IReadOnlyList<string> names) => RowValues.Segment(_row, names, _columns.By);
}
