namespace MopsPS;

/// <summary>What the values of a canonical field are.</summary>
public enum FieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>The name of a person.</summary>
    Name,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A date or a point in time.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Bool,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A key; never a number to count with.</summary>
    Id,
}
