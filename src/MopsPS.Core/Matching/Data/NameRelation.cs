namespace MopsPS.Core.Matching.Data;

/// <summary>How two given names belong together.</summary>
public enum NameRelation
{
    /// <summary>Not at all, as far as the table knows.</summary>
    None,

    /// <summary>Both are pet forms of one name (Bob and Rob), or full names of one family (Silvia and Silvana): weaker evidence.</summary>
    Sibling,

    /// <summary>One is the name and the other its short form or spelling: Bob and Robert, Catherine and Katherine.</summary>
    Direct,

    /// <summary>They are the same.</summary>
    Same,
}
