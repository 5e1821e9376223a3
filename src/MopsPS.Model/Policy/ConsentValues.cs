using System.Collections.Generic;

namespace MopsPS;

/// <summary>What the values of consent columns mean. Case and surrounding blanks do not count; yes and no in the usual languages, true and false, 1 and 0 are known without being listed.</summary>
public sealed class ConsentValues
{
    /// <summary>Values that mean consent.</summary>
    public IReadOnlyList<string> Granted { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "granted", "given", "consented", "express", "explicit", "confirmed", "active", "allowed", "opted in", "opt in", "opt-in", "optin", "opt_in", "double opt-in", "subscribed", "Freely given consent from contact",
    ]);

    /// <summary>Values that mean that the person said no.</summary>
    public IReadOnlyList<string> Denied { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "denied", "refused", "declined", "withdrawn", "revoked", "not allowed", "opted out", "opt out", "opt-out", "optout", "opt_out", "unsubscribed", "do not contact", "do not email",
    ]);

    /// <summary>Values that say that nothing is known, or that what is recorded is no consent.</summary>
    public IReadOnlyList<string> Unknown { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "unknown", "n/a", "na", "none", "null", "-", "not set", "not asked", "pending", "requested", "unconfirmed", "expired", "Not applicable", "Legitimate interest – prospect/lead", "Legitimate interest – other",
    ]);

    /// <summary>Values that mean consent implied by a business relationship.</summary>
    public IReadOnlyList<string> Business { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "implied", "implied consent", "existing customer", "business relationship", "soft opt-in", "Legitimate interest – existing customer", "Performance of a contract",
    ]);

    /// <summary>Values that mean consent implied by an inquiry.</summary>
    public IReadOnlyList<string> Inquiry { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["inquiry", "implied - inquiry", "implied by inquiry"]);

    /// <summary>Values of bounce columns that mean a bounce that passes.</summary>
    public IReadOnlyList<string> SoftBounce { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["soft", "soft bounce", "temporary", "transient", "block", "mailbox full"]);
}
