using System.Collections.Generic;

namespace MopsPS.Core.Places;

/// <summary>What a text says about a place.</summary>
/// <typeparam name="T"><see cref="Country"/> or <see cref="Subdivision"/>.</typeparam>
/// <param name="Place">The place; null when the text names none, or more than one alike.</param>
/// <param name="Confidence">
/// How sure it is, 0 to 1: 1 for codes and names, 0.98 for aliases, 0.96 for abbreviations, 0.95 for a part in place of the whole; less for misspellings.
/// </param>
/// <param name="Evidence">What it was recognised by.</param>
public readonly record struct PlaceMatch<T>(T? Place, double Confidence, PlaceEvidence Evidence)
    where T : class
{
    private readonly IReadOnlyList<T>? _others;

    /// <summary>The places between which the text does not decide; empty where it does, or names none.</summary>
    public IReadOnlyList<T> Others
    {
        get => _others ?? [];
        init => _others = value;
    }

    /// <summary>Whether there is a place of at least this confidence.</summary>
    /// <param name="threshold">The least confidence, 0 to 1.</param>
    public bool IsAtLeast(double threshold) => Place is not null && Confidence >= threshold;
}
