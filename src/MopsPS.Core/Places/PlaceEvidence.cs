namespace MopsPS.Core.Places;

/// <summary>What a place was recognised by.</summary>
public enum PlaceEvidence
{
    /// <summary>It was not recognised.</summary>
    None,

    /// <summary>A code of ISO 3166: <c>DE</c>, <c>DEU</c>, <c>276</c>, <c>US-CA</c>.</summary>
    Code,

    /// <summary>Its English name, the standard's or the one in use.</summary>
    Name,

    /// <summary>Its name in another language: <c>Deutschland</c>, <c>Allemagne</c>.</summary>
    LocalName,

    /// <summary>Another or an older name: <c>Holland</c>, <c>Burma</c>.</summary>
    Alias,

    /// <summary>A short form: <c>UK</c>, <c>Calif.</c>, <c>NRW</c>.</summary>
    Abbreviation,

    /// <summary>A part that is written in place of the whole: <c>England</c>.</summary>
    Part,

    /// <summary>A telephone calling code: <c>+49</c>.</summary>
    CallingCode,

    /// <summary>A name with a slip of the pen: <c>Germnay</c>.</summary>
    Misspelling,
}
