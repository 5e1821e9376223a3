namespace MopsPS.Core.Records.Reading;

/// <summary>Where the line of a row is to be found: the line itself, or an offset that a counter turns into one when somebody asks.</summary>
/// <param name="Counter">The counter; null where the line is known.</param>
/// <param name="Value">The offset, or the line.</param>
internal readonly record struct LinePlace(LineCounter? Counter, long Value);
