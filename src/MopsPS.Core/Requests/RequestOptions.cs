using System;
using System.Collections.Generic;

namespace MopsPS.Core.Requests;

/// <summary>What is measured.</summary>
public sealed record RequestOptions
{
    /// <summary>The moment (UTC) at which the clocks of open requests are read.</summary>
    public DateTime AsOf { get; init; } = DateTime.UtcNow;

    /// <summary>The columns that make segments.</summary>
    public IReadOnlyList<string> By { get; init; } = [];
}
