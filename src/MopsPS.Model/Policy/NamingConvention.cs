using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// How a name is composed: parts in order, with a separator between them. Kept as parts rather than as one pattern so that
/// a finding can say which part is wrong and what it should be.
/// </summary>
public sealed class NamingConvention
{
    /// <summary>What stands between parts; one or more characters.</summary>
    public string Separator { get; init; } = "_";

    /// <summary>The parts in order.</summary>
    public IReadOnlyList<NamingPart> Parts { get; init => field = ResultList<NamingPart>.Of(value); } = ResultList<NamingPart>.Empty;

    /// <summary>Reads like <c>quarter_region_name</c>.</summary>
    public override string ToString() => string.Join(Separator, Parts);
}

/// <summary>One part of a name. Exactly one of <see cref="Values"/>, <see cref="Pattern"/>, <see cref="Date"/> says what it may be; none means any text.</summary>
public sealed class NamingPart
{
    /// <summary>What the part is, for example <c>quarter</c>; findings name it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The allowed values; empty where another form applies.</summary>
    public IReadOnlyList<string> Values { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>A regular expression that the whole part must match; null where another form applies. Runs with a time limit.</summary>
    public string? Pattern { get; init; }

    /// <summary>A .NET date format (invariant culture), for example <c>yyyyMM</c>; null where another form applies.</summary>
    public string? Date { get; init; }

    /// <summary>Whether the part may be left out; only parts at the end can be.</summary>
    public bool Optional { get; init; }

    /// <summary>The longest part in characters; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The name; in brackets where the part may be left out.</summary>
    public override string ToString() => Optional ? $"[{Name}]" : Name;
}
