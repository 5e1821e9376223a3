namespace MopsPS.Core.Matching.Fields;

/// <summary>What a field is, which says how its values are normalised and compared.</summary>
public enum MatchKind
{
    /// <summary>A given name.</summary>
    GivenName,

    /// <summary>A family name.</summary>
    FamilyName,

    /// <summary>A whole name in one column; it is split into given and family name.</summary>
    FullName,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>The name of a company or of another thing that records stand for.</summary>
    Company,

    /// <summary>A web address, of which the registrable domain counts.</summary>
    Website,

    /// <summary>A street with or without house number, or another address line.</summary>
    Street,

    /// <summary>A town.</summary>
    City,

    /// <summary>A state, province or region.</summary>
    State,

    /// <summary>A postcode.</summary>
    PostalCode,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A date, for example of birth.</summary>
    Date,

    /// <summary>A number or code that is (nearly) one thing's own.</summary>
    Identifier,

    /// <summary>One of few values.</summary>
    Category,

    /// <summary>Words.</summary>
    Text,

    /// <summary>The generational suffix of a name (Jr, Sr, III), which is found in names and never a column of its own.</summary>
    Generation,
}

/// <summary>Whose a field is.</summary>
public enum FieldScope
{
    /// <summary>The person's or thing's own: somebody else has another value.</summary>
    Entity,

    /// <summary>That of the place: all of a household or a firm share it.</summary>
    Place,

    /// <summary>The firm's own where records stand for firms and their branches: all branches share it.</summary>
    Firm,
}
