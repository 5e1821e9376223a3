namespace MopsPS;

/// <summary>Why a column plays the part of a canonical field; the surest last.</summary>
public enum FieldEvidence
{
    /// <summary>It plays none.</summary>
    None,

    /// <summary>The values look like it; only where no header names the field and no other column looks so.</summary>
    Content,

    /// <summary>The header is a known name in another spelling.</summary>
    Alias,

    /// <summary>The header is exactly a known label.</summary>
    Label,

    /// <summary>The header is exactly the product's API name.</summary>
    ApiName,

    /// <summary>The caller said so.</summary>
    Override,
}
