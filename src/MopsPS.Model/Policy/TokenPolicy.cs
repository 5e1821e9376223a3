using System.Collections.Generic;

namespace MopsPS;

/// <summary>The merge tokens of the team's e-mails.</summary>
public sealed class TokenPolicy
{
    /// <summary>The product that fills them: Marketo, HubSpot, Salesforce, Mailchimp or Liquid; null for any. The brief may name another.</summary>
    public string? Platform { get; init; }

    /// <summary>Names beside the built-in ones, without braces, by wildcard: <c>lead.Favourite Colour</c>, <c>my.*</c>, <c>*|MERGE7|*</c>.</summary>
    public IReadOnlyList<string> Known { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Names that are never empty and need no fallback, by wildcard.</summary>
    public IReadOnlyList<string> NeverEmpty { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}
