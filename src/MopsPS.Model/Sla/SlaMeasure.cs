namespace MopsPS;

/// <summary>What a service level is agreed for.</summary>
public enum SlaMeasure
{
    /// <summary>From engagement to the first touch, by a system or a person.</summary>
    SpeedToLead,

    /// <summary>From the assignment of a qualified lead to the first touch by a person.</summary>
    Processing,
}
