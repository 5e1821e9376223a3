namespace MopsPS;

/// <summary>What a policy says about one rule.</summary>
public sealed class RuleSetting
{
    /// <summary>Whether the rule runs; null leaves it as it is.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The severity; null leaves it as it is.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Reads like <c>off</c> or <c>Warning</c>.</summary>
    public override string ToString() => Enabled == false ? "off" : Severity?.ToString() ?? "on";
}
