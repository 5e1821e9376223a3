using System.Collections.Generic;

namespace MopsPS.Core.Records.Fields;

/// <summary>Which column plays the part of one canonical field.</summary>
/// <param name="Field">The canonical field.</param>
/// <param name="Column">The zero-based column; -1 where none or several do.</param>
/// <param name="Evidence">How sure: see the enumeration's order.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Conflicts">The columns that are equally good; empty unless the field is ambiguous.</param>
public sealed record FieldMatch(
    CanonicalField Field, int Column, FieldEvidence Evidence, string Reason, IReadOnlyList<string> Conflicts);
