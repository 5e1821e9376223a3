namespace MopsPS;

/// <summary>What a policy says about one rule.</summary>
public sealed class RuleSetting
{
    /// <summary>Whether the rule runs; null leaves it as it is.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The severity; null leaves it as it is.</summary>
    public Severity? Severity { get; init; }
}
