namespace MopsPS.Core.Matching.Blocking;

/// <summary>Two records of a set, the lower number first, and the log odds in bits that they are one thing.</summary>
internal readonly record struct ScoredPair(int Left, int Right, float Odds);
