using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>The UTM taxonomy: which parameters a link needs, which values they may have and how they are written.</summary>
public sealed class UtmPolicy
{
    /// <summary>The parameters every tagged link needs, by short name (<c>source</c>, <c>medium</c>, <c>campaign</c> …).</summary>
    public IReadOnlyList<string> Required { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[] { "source", "medium", "campaign" });

    /// <summary>Whether values are to be lower case; GA4 keeps <c>Email</c> and <c>email</c> apart.</summary>
    public bool Lowercase { get; init; } = true;

    /// <summary>What stands between words in a value: <c>-</c>, <c>_</c> or empty for no rule.</summary>
    public string Separator { get; init; } = string.Empty;

    /// <summary>Allowed sources; empty for any.</summary>
    public IReadOnlyList<UtmTerm> Sources { get; init => field = ResultList<UtmTerm>.Of(value); } = ResultList<UtmTerm>.Empty;

    /// <summary>Allowed mediums; empty for any.</summary>
    public IReadOnlyList<UtmTerm> Mediums { get; init => field = ResultList<UtmTerm>.Of(value); } = ResultList<UtmTerm>.Empty;

    /// <summary>Allowed campaigns; empty for any (a naming convention may still apply).</summary>
    public IReadOnlyList<UtmTerm> Campaigns { get; init => field = ResultList<UtmTerm>.Of(value); } = ResultList<UtmTerm>.Empty;

    /// <summary>Which mediums each source may have, by source; a source that is not named may have any.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Pairs { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The naming convention by parameter's short name, for example <c>campaign</c> to <c>campaign</c>.</summary>
    public IReadOnlyDictionary<string, string> Naming { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The team's own registrable domains or hosts: a tagged link between their pages restarts attribution.</summary>
    public IReadOnlyList<string> InternalDomains { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Token families that may stand unresolved, for example <c>googleads</c>, <c>meta</c>, <c>marketo</c>.</summary>
    public IReadOnlyList<string> AllowedTokens { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Words that are never a value, for example <c>null</c>; GA4's own <c>(not set)</c> among them.</summary>
    public IReadOnlyList<string> ReservedValues { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[] { "null", "undefined", "none", "(none)", "(not set)", "(direct)", "nan", "n/a", "test" });

    /// <summary>Whether plain http is a finding.</summary>
    public bool RequireHttps { get; init; } = true;

    /// <summary>The longest URL in characters; GA4 cuts page_location at 1,000.</summary>
    public int MaxUrlLength { get; init; } = 1000;

    /// <summary>The longest parameter value in characters; GA4 was seen to cut a value at 420.</summary>
    public int MaxValueLength { get; init; } = 420;

    /// <summary>Reads like <c>12 sources, 8 mediums; required: source, medium, campaign</c>.</summary>
    public override string ToString() => $"{Count(Sources.Count, "source")}, {Count(Mediums.Count, "medium")}; required: {string.Join(", ", Required)}";

    private static string Count(int count, string what) => count == 0 ? $"any {what}" : $"{count} {what}{(count == 1 ? string.Empty : "s")}";
}

/// <summary>An allowed value with the other spellings that mean it.</summary>
public sealed class UtmTerm
{
    /// <summary>The value as it is to be written.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>Other spellings that mean it; they are findings with a certain correction.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The value.</summary>
    public override string ToString() => Value;
}
