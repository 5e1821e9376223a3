using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>The first so many of two lists, one after the other.</summary>
internal sealed class JoinedList<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, int count) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public T this[int index] => index < 0 || index >= count ? throw new ArgumentOutOfRangeException(nameof(index)) : index < first.Count ? first[index] : second[index - first.Count];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => first.Concat(second).Take(count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
