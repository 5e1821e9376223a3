namespace MopsPS;

/// <summary>What kind of thing changed between two runs.</summary>
public enum CampaignChangeKind
{
    /// <summary>The decision.</summary>
    Decision,

    /// <summary>The status of a check.</summary>
    Check,

    /// <summary>A finding that is there now and was not, or was and is not.</summary>
    Finding,

    /// <summary>A file that was added, removed or edited.</summary>
    Input,

    /// <summary>The policy.</summary>
    Policy,
}

/// <summary>One difference between a run and the one before it.</summary>
public sealed class CampaignChange
{
    /// <summary>What kind of thing changed.</summary>
    public CampaignChangeKind Kind { get; init; }

    /// <summary>The check's id, the file or the policy's name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it was; null where it was not there.</summary>
    public string? Before { get; init; }

    /// <summary>What it is; null where it is gone.</summary>
    public string? After { get; init; }

    /// <summary>Reads like <c>Check CQA003: Fail to Pass</c>.</summary>
    public override string ToString() => $"{Kind} {Name}: {Before ?? "(none)"} to {After ?? "(none)"}";
}
