namespace MopsPS;

/// <summary>How countries are written.</summary>
public enum CountryForm
{
    /// <summary>The English name in common use: <c>South Korea</c>.</summary>
    Name,

    /// <summary>The short name of ISO 3166-1: <c>Korea, Republic of</c>.</summary>
    IsoName,

    /// <summary>The two-letter code: <c>KR</c>.</summary>
    Alpha2,

    /// <summary>The three-letter code: <c>KOR</c>.</summary>
    Alpha3,
}

/// <summary>How states and provinces are written.</summary>
public enum StateForm
{
    /// <summary>The name: <c>California</c>.</summary>
    Name,

    /// <summary>The code without the country: <c>CA</c>; the name where ISO 3166-2 has no code.</summary>
    Code,

    /// <summary>The code of ISO 3166-2: <c>US-CA</c>; the name where it has no code.</summary>
    IsoCode,
}

/// <summary>How phone numbers are written. An extension follows as <c> x123</c>.</summary>
public enum PhoneForm
{
    /// <summary>ITU-T E.164: <c>+4930123456</c>.</summary>
    E164,

    /// <summary>International with blanks: <c>+49 30 123456</c>.</summary>
    International,
}

/// <summary>How web sites are written.</summary>
public enum WebsiteForm
{
    /// <summary>With scheme: <c>https://www.example.com</c>.</summary>
    Url,

    /// <summary>The host only: <c>www.example.com</c>; a site with a path stays a URL, so that nothing is lost.</summary>
    Host,
}

/// <summary>How yes and no are written.</summary>
public enum FlagForm
{
    /// <summary><c>true</c> and <c>false</c>.</summary>
    TrueFalse,

    /// <summary><c>Yes</c> and <c>No</c>.</summary>
    YesNo,

    /// <summary><c>1</c> and <c>0</c>.</summary>
    OneZero,
}
