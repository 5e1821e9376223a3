namespace MopsPS.Core.Matching.Fields;

/// <summary>A key that brings records together: for each value of a field a hash, 0 where the value has no such key.</summary>
/// <param name="Name">The key in words, for example <c>sound of Family name</c>.</param>
/// <param name="ByValue">The hash by number of the value.</param>
/// <param name="Agreement">
/// For each level of agreement how likely two values of one thing have the same key, as an interval of [0, 1): a random place at which the values differ
/// lies in it. A key on the start and one on the end of a text so complement each other.
/// </param>
internal sealed record FieldKey(string Name, uint[] ByValue, (double From, double To)[] Agreement);
