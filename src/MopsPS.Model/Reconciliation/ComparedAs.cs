namespace MopsPS;

/// <summary>How two values of a field are compared. Blanks around a value never count.</summary>
public enum ComparedAs
{
    /// <summary>As text; where the texts differ and both are numbers, or both dates, as such.</summary>
    Auto,

    /// <summary>Letter by letter.</summary>
    Exact,

    /// <summary>As text: runs of blanks are one, upper and lower case are the same unless case is to count.</summary>
    Text,

    /// <summary>As numbers, within the tolerance.</summary>
    Number,

    /// <summary>As moments, within the tolerance; by the day where one side has no time of day.</summary>
    Date,

    /// <summary>As e-mail addresses: in lower case, without mailto.</summary>
    Email,

    /// <summary>As phone numbers: by all digits where both have a country code, else by the national ones.</summary>
    Phone,

    /// <summary>As company names: without legal form, abbreviations written out.</summary>
    Company,

    /// <summary>As web sites: without scheme, www and a slash at the end.</summary>
    Website,

    /// <summary>As countries: names, codes and common spellings of one country are the same.</summary>
    Country,

    /// <summary>As yes or no: true, yes, y, on, 1 against false, no, n, off, 0.</summary>
    Boolean,

    /// <summary>As a list with semicolons, in any order.</summary>
    List,

    /// <summary>As ids: letter by letter, but a Salesforce id of 18 characters is the one of 15.</summary>
    Id,
}
