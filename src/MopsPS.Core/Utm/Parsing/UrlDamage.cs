using System;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>What is damaged about a URL that is meant as a web link; several can hold.</summary>
[Flags]
public enum UrlDamage
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>White space or control characters before or after the URL; browsers take them away.</summary>
    OuterSpace = 1,

    /// <summary>Spaces, tabs or line breaks inside the URL.</summary>
    InnerSpace = 2,

    /// <summary>No scheme; what stands there looks like a host.</summary>
    MissingScheme = 4,

    /// <summary>Not exactly two slashes after the scheme, or backslashes.</summary>
    Slashes = 8,

    /// <summary><c>&amp;amp;</c> taken literally: the parameter's name starts with <c>amp;</c>.</summary>
    EncodedAmpersand = 16,

    /// <summary>A second <c>?</c> that starts another parameter.</summary>
    SecondQuestionMark = 32,

    /// <summary>UTM parameters behind the <c>#</c>, where analytics does not look.</summary>
    ParameterInFragment = 64,

    /// <summary>A percent sign that two hexadecimal digits do not follow.</summary>
    BadPercent = 128,

    /// <summary>A user name or password in the authority.</summary>
    Credentials = 256,

    /// <summary>A host without a dot that is no address either, like <c>https://pricing</c>.</summary>
    BareHost = 512,

    /// <summary>A query that starts with <c>&amp;</c>, or parameters in the path without any <c>?</c>.</summary>
    MissingQuestionMark = 1024,
}

/// <summary>What kind of link a text is.</summary>
public enum UrlKind
{
    /// <summary>A web URL with http or https that a browser would open.</summary>
    Web,

    /// <summary>A URL relative to a page, for example <c>/pricing</c>.</summary>
    Relative,

    /// <summary>Another scheme, for example <c>mailto:</c>.</summary>
    OtherScheme,

    /// <summary>No valid URL; <see cref="WebUrl.Error"/> says why.</summary>
    Invalid,
}
