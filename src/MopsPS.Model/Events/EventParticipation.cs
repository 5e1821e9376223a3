namespace MopsPS;

/// <summary>What a person did about an event, from least to most.</summary>
public enum EventParticipation
{
    /// <summary>Cancelled, or was refused.</summary>
    Cancelled,

    /// <summary>Registered; the reports do not say who attended.</summary>
    Registered,

    /// <summary>Registered and did not come.</summary>
    NoShow,

    /// <summary>Came for less than the policy asks for.</summary>
    LeftEarly,

    /// <summary>Saw the recording, not the event.</summary>
    OnDemand,

    /// <summary>Attended.</summary>
    Attended,
}
