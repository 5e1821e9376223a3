using System;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Repairs the values of one kind of field. Not for several threads at once.</summary>
internal abstract class FieldRepair
{
    /// <summary>Whether the verdict depends on the country of the row.</summary>
    public virtual bool NeedsCountry => false;

    /// <summary>Whether most values are different, so that remembering them is of no use.</summary>
    public virtual bool IsDistinct => false;

    /// <summary>Whether words that stand for no value are looked for beforehand.</summary>
    public virtual bool HasPlaceholders => true;

    /// <summary>A fast look that needs no text: true only where <see cref="Judge"/> would find the value in order.</summary>
    /// <param name="utf8">The value, not empty.</param>
    public virtual bool IsPlainlyClean(ReadOnlySpan<byte> utf8) => false;

    /// <summary>Judges a value.</summary>
    /// <param name="text">The value, not empty, after the steps that all texts share.</param>
    /// <param name="country">The country of the row; null where it is not known.</param>
    public abstract FieldVerdict Judge(string text, Country? country);
}
