using System;

namespace MopsPS;

/// <summary>What answers of a person taught a model.</summary>
public sealed class DuplicateLesson
{
    /// <summary>The answers that were used.</summary>
    public int Answers { get; init; }

    /// <summary>Those of them that say the records are the same.</summary>
    public int Same { get; init; }

    /// <summary>The questions without an answer.</summary>
    public int Open { get; init; }

    /// <summary>The answers about records that are not in the input, or were changed since.</summary>
    public int Unknown { get; init; }

    /// <summary>As how many pairs each answer counted.</summary>
    public double Weight { get; init; }

    /// <summary>How many answers the model agreed with before it learnt them.</summary>
    public int AgreedBefore { get; init; }

    /// <summary>How many it agrees with now.</summary>
    public int AgreedAfter { get; init; }

    /// <summary>The model file that was written; null for none.</summary>
    public string? Model { get; init; }

    /// <summary>Reads like <c>20 answers (9 the same); the model agreed with 11 before and with 18 now</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Answers} answers ({Same} the same); the model agreed with {AgreedBefore} before and with {AgreedAfter} now");
}
