namespace MopsPS.Core.Hygiene.Repair;

/// <summary>What is to be done with one value.</summary>
/// <param name="State">Whether it is in order.</param>
/// <param name="After">The repaired value; null where there is nothing to suggest.</param>
/// <param name="Rule">What the repair is about.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Reason">Why the value is not in order, as the end of "The value …"; null where it is.</param>
internal sealed record FieldVerdict(FieldState State, string? After, RepairRule Rule, double Confidence, string? Reason)
{
    /// <summary>The value is in order, or there is none.</summary>
    public static FieldVerdict Clean { get; } = new(FieldState.Clean, null, default, 1, null);

    /// <summary>The value is to be another one.</summary>
    public static FieldVerdict Change(string after, RepairRule rule, double confidence, string? reason = null) => new(FieldState.Repair, after, rule, confidence, reason);

    /// <summary>The value is not in order and nobody can say what it should be.</summary>
    public static FieldVerdict Unsure(RepairRule rule, string reason, string? suggestion = null, double confidence = 0) => new(FieldState.Unsure, suggestion, rule, confidence, reason);
}

/// <summary>Whether a value is in order.</summary>
internal enum FieldState
{
    /// <summary>It is, or it is empty.</summary>
    Clean,

    /// <summary>It is not, and there is a repair with a confidence.</summary>
    Repair,

    /// <summary>It is not, and there is no repair.</summary>
    Unsure,
}
