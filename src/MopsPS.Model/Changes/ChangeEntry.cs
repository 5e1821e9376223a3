using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One entry of a change log: what was changed, by whom, why, and by whose leave.</summary>
public sealed class ChangeEntry
{
    /// <summary>Its number in the log; the first is 1.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTime Time { get; init; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>The kind of change, for example <c>Routing</c>; null where none was given.</summary>
    public string? Category { get; init; }

    /// <summary>What was changed, in one sentence.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>The thing that was changed: a file, a rule, a campaign; null where none was named.</summary>
    public string? Target { get; init; }

    /// <summary>The ticket that asked for it.</summary>
    public string? Ticket { get; init; }

    /// <summary>Who approved it.</summary>
    public string? Approver { get; init; }

    /// <summary>Why it was changed.</summary>
    public string? Reason { get; init; }

    /// <summary>How it was before.</summary>
    public string? Before { get; init; }

    /// <summary>How it is now.</summary>
    public string? After { get; init; }

    /// <summary>The cmdlet that wrote the entry by its <c>-ChangeLog</c>; null for entries of Add-MopsChange.</summary>
    public string? Command { get; init; }

    /// <summary>The policy that held, for example <c>example team 2026.4</c>.</summary>
    public string? Policy { get; init; }

    /// <summary>The files that the change left behind, with their hashes.</summary>
    public IReadOnlyList<ChangeFile> Files { get; init => field = ResultList<ChangeFile>.Of(value); } = ResultList<ChangeFile>.Empty;

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public string Previous { get; init; } = string.Empty;

    /// <summary>The SHA-256 of the entry in hexadecimal digits. Kept elsewhere (in a ticket, say), it is the anchor that -ExpectedHead takes.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>The hash of what an interrupted writer left in front of this entry; null for nothing, as usual.</summary>
    public string? AfterTorn { get; init; }

    /// <summary>Whether its hash is right and it follows the entry before it.</summary>
    public bool IsIntact { get; init; } = true;

    /// <summary>Reads like <c>12 2026-11-25 Routing: DACH leads go to Ada (OPS-7)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} {1:yyyy-MM-dd} {2}{3}{4}", Sequence, Time, Category is null ? string.Empty : Category + ": ", Summary, Ticket is null ? string.Empty : $" ({Ticket})");
}
