using System.Collections.Generic;

namespace MopsPS;

/// <summary>What an entry of the change log must have.</summary>
public sealed class ChangesPolicy
{
    /// <summary>The kinds of change that Add-MopsChange takes; empty for any.</summary>
    public IReadOnlyList<string> Categories { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Categories or cmdlets, with wildcards, whose entries need a ticket.</summary>
    public IReadOnlyList<string> RequireTicket { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Categories or cmdlets, with wildcards, whose entries need an approver.</summary>
    public IReadOnlyList<string> RequireApprover { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>A regular expression that a ticket matches as a whole; null for any text.</summary>
    public string? TicketPattern { get; init; }

    /// <summary>Who may approve; empty for anybody.</summary>
    public IReadOnlyList<string> Approvers { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether the author of an entry may be its approver.</summary>
    public bool AllowSelfApproval { get; init; } = true;
}
