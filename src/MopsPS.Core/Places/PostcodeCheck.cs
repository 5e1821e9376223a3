namespace MopsPS.Core.Places;

/// <summary>What a text says as a postcode of a country.</summary>
/// <param name="Text">The postcode as the country writes it; null when the text is none.</param>
/// <param name="Confidence">How sure it is, 0 to 1: 1 for other blanks, hyphens and case, less where a digit had to be added or read for a letter.</param>
/// <param name="HasRule">Whether the tables know how the country writes postcodes; without a rule there is no verdict.</param>
public readonly record struct PostcodeCheck(string? Text, double Confidence, bool HasRule);
