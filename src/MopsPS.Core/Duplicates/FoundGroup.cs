using System.Collections.Generic;

namespace MopsPS.Core.Duplicates;

/// <summary>Rows that are the same.</summary>
/// <param name="Rows">The zero-based rows over all input, ascending; two or more.</param>
/// <param name="Score">The least sure link that holds them together, 0 to 1.</param>
/// <param name="Band">What should be done.</param>
public sealed record FoundGroup(IReadOnlyList<int> Rows, double Score, DuplicateBand Band);

/// <summary>Two rows that may be the same. Rows that are equal in every compared field stand in for each other: each is paired with the first of them.</summary>
/// <param name="Left">The lower zero-based row over all input.</param>
/// <param name="Right">The higher row.</param>
/// <param name="Bits">The evidence in bits.</param>
public readonly record struct FoundPair(int Left, int Right, float Bits);
