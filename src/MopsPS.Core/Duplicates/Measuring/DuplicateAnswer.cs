namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>What a person answered about a pair.</summary>
/// <param name="Left">The key of one record; see <see cref="RecordKey"/>.</param>
/// <param name="Right">The key of the other one.</param>
/// <param name="IsSame">Whether both are the same.</param>
/// <param name="Source">Where the answer stands, or null.</param>
/// <param name="Score">The probability that the model gave the pair when it was asked, 0 to 1; null where it is not known.</param>
public sealed record DuplicateAnswer(string Left, string Right, bool IsSame, SourcePosition? Source = null, double? Score = null);
