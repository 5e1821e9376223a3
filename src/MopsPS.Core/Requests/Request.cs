using System;

namespace MopsPS.Core.Requests;

/// <summary>One request as read. Moments are UTC ticks, 0 for none.</summary>
internal sealed class Request
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Priority { get; init; }

    public string? Owner { get; init; }

    public string? Segment { get; init; }

    public long Created { get; init; }

    public long Acknowledged { get; init; }

    public long Resolved { get; init; }

    public long Due { get; init; }

    /// <summary>Whether it was opened again; null where the export does not tell.</summary>
    public bool? IsReopened { get; init; }

    /// <summary>Whether its status says that it is done; null where the export has no status.</summary>
    public bool? IsDone { get; init; }

    public bool IsDropped { get; init; }

    public required Func<SourcePosition> Position { get; init; }
}
