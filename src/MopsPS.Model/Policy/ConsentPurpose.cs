using System.Collections.Generic;

namespace MopsPS;

/// <summary>What people consent to, and which columns say so.</summary>
public sealed class ConsentPurpose
{
    /// <summary>The columns that hold the consent. Of several, the strictest value that says something counts.</summary>
    public IReadOnlyList<string> Columns { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "Email Permission", "Email Consent", "Marketing Consent", "Email Marketing Consent", "Consent", "Consent Status", "GDPR Consent", "Opt In", "Opted In", "Opt In Status",
        "Email Opt In", "Email Opted In", "Marketing Opt In", "Newsletter Opt In", "hs_legal_basis", "Legal basis for processing contact's data",
    ]);

    /// <summary>The columns that say when consent was given; the first with a value counts.</summary>
    public IReadOnlyList<string> Date { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["ConsentDate"]);

    /// <summary>The columns that say when consent ends.</summary>
    public IReadOnlyList<string> Expires { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Consent Expires", "Consent Expiry", "Consent Expiry Date", "Consent Expiration Date"]);

    /// <summary>Columns that say by yes, or by a date, that the person unsubscribed from this purpose.</summary>
    public IReadOnlyList<string> OptOut { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}
