using System.Collections.Generic;

namespace MopsPS;

/// <summary>One link and what became of it when it was opened.</summary>
public sealed class LinkCheckResult : IMopsResult
{
    /// <summary>The link as it was given; personal data in it is masked.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>What became of it.</summary>
    public LinkStatus Status { get; init; }

    /// <summary>The last status code; null where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why it has this status, in words.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Where it ends; null where it leads to no page.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>The answers on its way, the last one included.</summary>
    public IReadOnlyList<LinkHop> Hops { get; init => field = ResultList<LinkHop>.Of(value); } = ResultList<LinkHop>.Empty;

    /// <summary>How many redirects were followed.</summary>
    public int Redirects { get; init; }

    /// <summary>UTM parameters of the link that its end has no more, or with another value.</summary>
    public IReadOnlyList<string> LostUtm { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The media type that the server names; null where it names none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the link stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => Url;

    /// <summary>Whether nothing of severity Warning or Error was found that the policy does not suppress; null for a link that was not opened.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>Reads like <c>Working 200 https://example.com/ (2 redirects)</c>.</summary>
    public override string ToString() =>
        $"{Status}{(StatusCode is { } code ? " " + code.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty)} {Url}{(Redirects > 0 ? $" ({Redirects} redirects)" : string.Empty)}{(Reason.Length > 0 ? $": {Reason}" : string.Empty)}";
}
