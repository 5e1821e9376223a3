using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// How consent is read from records and what each region asks for. Columns are named by canonical field (see Get-MopsField) or by column; blanks,
/// case and punctuation do not count, and <c>*</c> and <c>?</c> are wildcards. It is a rule of the team, not legal advice.
/// </summary>
public sealed class ConsentPolicy
{
    /// <summary>The purpose where none is named.</summary>
    public string DefaultPurpose { get; init; } = "marketing";

    /// <summary>Columns that say by yes, or by a date, that the person unsubscribed from everything.</summary>
    public IReadOnlyList<string> OptOut { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "HasOptedOut", "Unsubscribed from all email", "Do Not Email", "donotemail", "Opt Out Date", "Unsubscribed Date", "Unsubscribed On",
    ]);

    /// <summary>Columns that say by yes, by a number above 0, by a date or by a reason that mail to the address bounced for good.</summary>
    public IReadOnlyList<string> HardBounced { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of([
        "EmailBounced", "Hard Bounced", "Hard Bounce", "hs_email_hard_bounce_reason_enum", "Email hard bounce reason", "EmailBouncedDate", "Email Bounced Date", "EmailBouncedReason", "Email Bounced Reason", "Email Invalid",
    ]);

    /// <summary>What values mean, for all purposes.</summary>
    public ConsentValues Values { get; init; } = new();

    /// <summary>The purposes by name.</summary>
    public IReadOnlyDictionary<string, ConsentPurpose> Purposes { get; init; } =
        new Dictionary<string, ConsentPurpose>(StringComparer.OrdinalIgnoreCase) { ["marketing"] = new() };

    /// <summary>The regions by name, the first that holds a country goes first.</summary>
    public IReadOnlyDictionary<string, ConsentRegion> Regions { get; init; } = ConsentRegion.Defaults();

    /// <summary>What holds for countries of no region, and where the country is not known.</summary>
    public ConsentRule OtherRegions { get; init; } = ConsentRule.OptIn;
}
