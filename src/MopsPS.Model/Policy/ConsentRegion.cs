using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// What a region asks for. The built-in regions follow the GDPR (Art. 6 and 7) with Art. 13 of directive 2002/58/EC, UK GDPR with regulation 22 of PECR 2003,
/// Canada's CASL (S.C. 2010, c. 23, s. 10: implied consent lasts two years for business, six months for an inquiry) and the United States' CAN-SPAM Act (15 U.S.C. 7701 ff.).
/// None of them sets an age at which express consent ends.
/// </summary>
public sealed class ConsentRegion
{
    /// <summary>The name of the law, for reports.</summary>
    public string Law { get; init; } = "";

    /// <summary>The countries, by ISO 3166 code of two letters.</summary>
    public IReadOnlyList<string> Countries { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether consent comes first.</summary>
    public ConsentRule Rule { get; init; }

    /// <summary>For how many days express consent counts; 0 for no limit.</summary>
    public int MaxAgeDays { get; init; }

    /// <summary>For how many days consent implied by a business relationship counts; 0: it does not count.</summary>
    public int BusinessDays { get; init; }

    /// <summary>For how many days consent implied by an inquiry counts; 0: it does not count.</summary>
    public int InquiryDays { get; init; }

    internal static Dictionary<string, ConsentRegion> Defaults() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["eu"] = new()
        {
            Law = "GDPR",
            Countries = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"],
        },
        ["uk"] = new() { Law = "UK GDPR and PECR", Countries = ["GB"] },
        // Two years and six months at their shortest, so that no day too many counts.
        ["canada"] = new() { Law = "CASL", Countries = ["CA"], BusinessDays = 730, InquiryDays = 181 },
        ["us"] = new() { Law = "CAN-SPAM", Countries = ["US"], Rule = ConsentRule.OptOut },
    };
}
