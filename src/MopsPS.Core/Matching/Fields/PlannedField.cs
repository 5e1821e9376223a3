using System.Collections.Generic;

namespace MopsPS.Core.Matching.Fields;

/// <summary>A field of the comparison as it was found or asked for, before any value is seen.</summary>
/// <param name="Name">The name for people: the canonical part or the column.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Scope">Whose it is.</param>
/// <param name="Columns">The names of its columns; several where a record can have several values (phone and mobile).</param>
/// <param name="Reason">Why it was taken so.</param>
public sealed record PlannedField(string Name, MatchKind Kind, FieldScope Scope, IReadOnlyList<string> Columns, string Reason);
