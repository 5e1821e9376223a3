using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>
/// A list in a result. Scripts get items by number from it, which the lists that the C# compiler makes of <c>[…]</c> do not give them, and in a
/// CSV file it reads as its items and not as the name of a type.
/// </summary>
/// <typeparam name="T">What it holds.</typeparam>
public sealed class ResultList<T> : ReadOnlyCollection<T>
{
    private ResultList(T[] items) : base(items)
    {
    }

    /// <summary>The list without items.</summary>
    public static ResultList<T> Empty { get; } = new([]);

    /// <summary>Findings read like <c>UTM003; UTM007</c>, all else like its items, with semicolons between.</summary>
    public override string ToString() => string.Join("; ", this.Select(item => item is Finding finding ? finding.RuleId : Convert.ToString(item, CultureInfo.InvariantCulture)));

    /// <summary>The items as such a list. An array is taken over, not copied.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    internal static ResultList<T> Of(IReadOnlyList<T> items) => items switch
    {
        null => throw new ArgumentNullException(nameof(items)),
        ResultList<T> list => list,
        { Count: 0 } => Empty,
        T[] array => new(array),
        _ => new([.. items]),
    };
}
