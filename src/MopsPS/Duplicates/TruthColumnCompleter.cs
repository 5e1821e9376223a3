using System.Collections.Generic;
using MopsPS.Records;

namespace MopsPS.Duplicates;

/// <summary>Completes the columns of the file that -Truth names.</summary>
public sealed class TruthColumnCompleter : ColumnCompleter
{
    /// <inheritdoc/>
    private protected override IReadOnlyList<string> Sources => ["Truth"];
}
