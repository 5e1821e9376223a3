using System;

namespace MopsPS;

/// <summary>One thing that a rule found at one place. The same shape for every rule of the module.</summary>
public sealed class Finding
{
    /// <summary>Makes a finding.</summary>
    /// <param name="ruleId">The rule, for example <c>UTM003</c>.</param>
    /// <param name="severity">How much it matters, after the policy's overrides.</param>
    /// <param name="message">One sentence that says what is wrong.</param>
    public Finding(string ruleId, Severity severity, string message)
    {
        RuleId = ruleId ?? throw new ArgumentNullException(nameof(ruleId));
        Severity = severity;
        Message = message ?? throw new ArgumentNullException(nameof(message));
    }

    /// <summary>The rule, for example <c>UTM003</c>; <c>Get-MopsRule</c> explains it.</summary>
    public string RuleId { get; }

    /// <summary>How much it matters, after the policy's overrides.</summary>
    public Severity Severity { get; }

    /// <summary>One sentence that says what is wrong.</summary>
    public string Message { get; }

    /// <summary>What was checked, for example the URL or the record's id.</summary>
    public string? Target { get; init; }

    /// <summary>The field or parameter the finding is about.</summary>
    public string? Field { get; init; }

    /// <summary>The value that was found; masked where it is personal data.</summary>
    public string? Value { get; init; }

    /// <summary>What to put instead or to do next; null where nothing certain can be said.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>Where the rule is explained.</summary>
    public string? HelpUri { get; init; }

    /// <summary>Whether the policy suppresses it; suppressed findings are shown, but do not count.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>The reason that the suppression in the policy gives; null where it is not suppressed.</summary>
    public string? Reason { get; init; }

    /// <summary>Reads like <c>Error UTM001 at links.csv, row 3: …</c>.</summary>
    public override string ToString() =>
        $"{Severity} {RuleId}{(Source is null ? string.Empty : $" at {Source}")}: {Message}{(IsSuppressed ? $" (suppressed: {Reason})" : string.Empty)}";
}
