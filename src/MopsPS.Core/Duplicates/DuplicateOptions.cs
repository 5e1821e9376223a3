using System;
using System.Threading;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Duplicates;

/// <summary>How duplicates are looked for.</summary>
public sealed record DuplicateOptions
{
    /// <summary>What the caller says of the fields.</summary>
    public MatchFieldOptions Fields { get; init; } = new();

    /// <summary>The probability from which records are the same, above 0 and below 1.</summary>
    public double Threshold { get; init; } = .5;

    /// <summary>The probability from which a pair is worth a look; at or above <see cref="Threshold"/>, nothing is for review.</summary>
    public double ReviewThreshold { get; init; } = .2;

    /// <summary>Whether pairs carry their evidence, field by field.</summary>
    public bool Explain { get; init; }

    /// <summary>A learnt model to reuse; where it does not fit the fields, <see cref="DuplicateRun.ModelProblem"/> says why and the records teach a new one.</summary>
    public DuplicateModel? Model { get; init; }

    /// <summary>What a person answered about pairs, to learn from; see <see cref="DuplicateRun.UnknownAnswers"/> for those that fit no records.</summary>
    public System.Collections.Generic.IReadOnlyList<DuplicateAnswer> Answers { get; init; } = [];

    /// <summary>How many threads may work; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The most pairs that are compared; null for the engine's own bound.</summary>
    public double? PairBudget { get; init; }

    /// <summary>Receives the phase and how much of it is done, 0 to 1. Called from worker threads.</summary>
    public Action<string, double>? OnProgress { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }
}
