using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>What every e-mail of the team must say, and its measures.</summary>
public sealed class EmailCheckPolicy
{
    /// <summary>The names under which the organisation sends; one of them must be in the e-mail.</summary>
    public IReadOnlyList<string> Senders { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The domains from which it sends.</summary>
    public IReadOnlyList<string> FromDomains { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The postal addresses; one of them must be in the e-mail. Empty: anything that looks like an address passes.</summary>
    public IReadOnlyList<string> PostalAddresses { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Texts that must be in the e-mail, by region of the brief; <c>*</c> for every region.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Wording { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest subject in characters.</summary>
    public int MaxSubjectLength { get; init; } = 60;

    /// <summary>The longest preheader in characters.</summary>
    public int MaxPreheaderLength { get; init; } = 140;

    /// <summary>The shortest preheader in characters; what is shorter is filled up with the text behind it.</summary>
    public int MinPreheaderLength { get; init; } = 35;

    /// <summary>The largest HTML in bytes; Gmail cuts at about 102 KB.</summary>
    public int MaxHtmlBytes { get; init; } = 102 * 1024;

    /// <summary>The widest layout in pixels.</summary>
    public int MaxWidth { get; init; } = 700;

    /// <summary>The share of words that the HTML and the text part must have in common, 0 to 1.</summary>
    public double MinTextLikeness { get; init; } = 0.7;
}
