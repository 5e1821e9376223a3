using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How records are repaired: which fields, into which form, and how sure a repair must be.</summary>
public sealed class HygienePolicy
{
    /// <summary>The least confidence, 0 to 1, with which a value is changed; below it the repair is a finding and the value stays.</summary>
    public double Confidence { get; init; } = 0.9;

    /// <summary>The canonical fields that are repaired; empty for all that can be.</summary>
    public IReadOnlyList<string> Fields { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The country, as ISO 3166 code of two letters, of records that name none; empty: then what depends on the country is a finding.</summary>
    public string DefaultCountry { get; init; } = "";

    /// <summary>How countries are written.</summary>
    public CountryForm Country { get; init; }

    /// <summary>How states and provinces are written.</summary>
    public StateForm State { get; init; }

    /// <summary>How phone numbers are written.</summary>
    public PhoneForm Phone { get; init; }

    /// <summary>How web sites are written.</summary>
    public WebsiteForm Website { get; init; }

    /// <summary>How yes and no are written.</summary>
    public FlagForm Flags { get; init; }

    /// <summary>Words of names and companies that are written as they stand here, for example <c>eBay</c>, <c>IBM</c>.</summary>
    public IReadOnlyList<string> Casing { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Picklists by canonical field or column: each value with the other names that mean it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Picklists { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Bands of numbers by canonical field or column: <c>1-10</c>, <c>11-50</c>, <c>1001+</c>, in rising order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Bands { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the values of consent columns are written, by their meaning; what has no entry stays. Nothing ever changes its meaning.</summary>
    public IReadOnlyDictionary<ConsentState, string> Consent { get; init; } = new Dictionary<ConsentState, string>();

    /// <summary>Whether words that stand for no value (<c>n/a</c>, <c>unknown</c>) are emptied; else they are findings.</summary>
    public bool ClearPlaceholders { get; init; }

    /// <summary>The canonical fields or columns that every record should have.</summary>
    public IReadOnlyList<string> Required { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Email", "FirstName", "LastName", "Company", "Country"]);

    /// <summary>After how many days without activity a record is inactive; 0: it is not asked.</summary>
    public int InactiveDays { get; init; } = 365;

    /// <summary>After how many days without activity a record must be deleted; 0: there is no such rule.</summary>
    public int RetentionDays { get; init; }
}
