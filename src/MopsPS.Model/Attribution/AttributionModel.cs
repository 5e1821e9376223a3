namespace MopsPS;

/// <summary>A rule that shares the credit for a conversion among the touchpoints before it.</summary>
public enum AttributionModel
{
    /// <summary>All to the first touchpoint.</summary>
    FirstTouch,

    /// <summary>All to the last touchpoint.</summary>
    LastTouch,

    /// <summary>All to the last touchpoint that is not Direct; to the last one where all are.</summary>
    LastNonDirect,

    /// <summary>The same to every touchpoint.</summary>
    Linear,

    /// <summary>40 % to the first, 40 % to the last, 20 % shared by those between; one touchpoint has all, two have half each.</summary>
    PositionBased,

    /// <summary>Adobe Marketo Measure's U: 50 % to the first touchpoint, 50 % to the one that created the lead.</summary>
    UShaped,

    /// <summary>Adobe Marketo Measure's W: 30 % each to the first touchpoint, lead creation and opportunity creation, 10 % shared by the others.</summary>
    WShaped,

    /// <summary>Adobe Marketo Measure's full path: 22.5 % each to the first touchpoint, lead creation, opportunity creation and the close, 10 % shared by the others.</summary>
    FullPath,

    /// <summary>A touchpoint has half the credit of one that is a half-life later.</summary>
    TimeDecay,

    /// <summary>By removal effect in a Markov chain: how many conversions would be lost without the channel.</summary>
    Markov,

    /// <summary>By Shapley value of the channels that stand in a path, whatever their order.</summary>
    Shapley,
}
