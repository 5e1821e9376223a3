namespace MopsPS;

/// <summary>What a repair is about.</summary>
public enum RepairRule
{
    /// <summary>Blanks around and within, invisible characters, quotes around the whole.</summary>
    Blanks,

    /// <summary>Text that was read in the wrong encoding (<c>MÃ¼ller</c>), or letters of another width.</summary>
    Encoding,

    /// <summary>HTML entities: <c>&amp;amp;</c>.</summary>
    Entity,

    /// <summary>A word that stands for no value.</summary>
    Placeholder,

    /// <summary>A country by another name, code or spelling.</summary>
    Country,

    /// <summary>A state or province by another name, code or spelling.</summary>
    State,

    /// <summary>A postcode in another form than its country's.</summary>
    Postcode,

    /// <summary>A phone number in another form.</summary>
    Phone,

    /// <summary>An e-mail address with blanks, <c>mailto:</c>, capitals or slips in its signs.</summary>
    EmailForm,

    /// <summary>A slip in the domain of a big mail provider or in a top-level domain.</summary>
    EmailDomain,

    /// <summary>A name of a person in capitals or small letters only.</summary>
    NameCasing,

    /// <summary>A name of a company in capitals or small letters only.</summary>
    CompanyCasing,

    /// <summary>A web site in another form.</summary>
    Website,

    /// <summary>A value that is not in the policy's picklist.</summary>
    Picklist,

    /// <summary>A number or range that is not in the policy's bands.</summary>
    Band,

    /// <summary>A date in another form than ISO 8601.</summary>
    Date,

    /// <summary>Yes or no in another form.</summary>
    Flag,

    /// <summary>A consent value in another form.</summary>
    Consent,
}
