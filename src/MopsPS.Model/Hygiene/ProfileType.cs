namespace MopsPS;

/// <summary>What the values of a column are, as far as nearly all of them agree.</summary>
public enum ProfileType
{
    /// <summary>There are no values.</summary>
    Empty,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers with decimals.</summary>
    Decimal,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Moments.</summary>
    DateTime,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Web addresses.</summary>
    Url,

    /// <summary>Digits that are no number: they begin with 0 or have more digits than a number keeps, such as postcodes and phone numbers.</summary>
    Code,
}
