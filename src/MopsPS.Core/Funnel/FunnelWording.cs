using System;

namespace MopsPS.Core.Funnel;

/// <summary>The sentences of counted findings.</summary>
internal static class FunnelWording
{
    /// <summary>What was counted.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="about">The stage, file or value.</param>
    /// <param name="count">How many, for people.</param>
    /// <returns>A sentence.</returns>
    public static string Sentence(RuleInfo rule, string about, string count) => count == "1" ? One(Many(rule, about, count)) : Many(rule, about, count);

    private static string Many(RuleInfo rule, string about, string count) => rule.Name switch
    {
        nameof(FunnelRules.SkippedStage) => $"{Records(count)} reached a stage after {about} without an entry of {about}.",
        nameof(FunnelRules.OutOfOrder) => $"{Records(count)} have a later stage dated before {about}.",
        nameof(FunnelRules.ReEnteredStage) => $"{Records(count)} entered {about} more than once.",
        nameof(FunnelRules.FutureDate) => $"{Values(count)} of {about} lie in the future and are not used.",
        nameof(FunnelRules.UnreadableDate) => $"{Values(count)} of {about} cannot be read as a date and are not used.",
        nameof(FunnelRules.ImplausibleDate) => $"{Values(count)} of {about} lie before 1980 or after 2067 and are not used.",
        nameof(FunnelRules.MissingDate) => $"{Records(count)} are at {about} or have been there by their status, without a date.",
        nameof(FunnelRules.NotEntered) => $"{Records(count)} reached no stage.",
        nameof(FunnelRules.RepeatedRecord) => $"{Rows(count)} have an id that had come before; they are not counted again.",
        nameof(FunnelRules.UnmatchedRow) => $"{Rows(count)} of {about} belong to no record.",
        nameof(FunnelRules.SeveralRows) => $"{Records(count)} have several rows in {about}.",
        nameof(FunnelRules.UnreadableAmount) => $"{Values(count)}{(about.Length == 0 ? string.Empty : " of " + about)} cannot be read as an amount and are not used.",
        nameof(FunnelRules.StageWithoutColumn) => $"There is no column for {about}; the stage is left out.",
        nameof(FunnelRules.AfterAsOf) => $"{Values(count)} of {about} lie after the as-of moment and count as not yet happened.",
        nameof(FunnelRules.UndatedRecord) => $"{Records(count)} have no date of entry and are in no period.",
        nameof(FunnelRules.Returned) => $"{Records(count)} left by an exit and came back.",
        nameof(FunnelRules.UnknownStatus) => $"{Records(count)} have the status '{about}', which is in no stage and no exit.",
        nameof(FunnelRules.ImmatureCohort) => $"{Records(count)} at {about} have not had the time in which most move on; the rate will still rise.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Name, "No sentence for this rule."),
    };

    private static string Records(string count) => count + " records";

    private static string Rows(string count) => count + " rows";

    private static string Values(string count) => count + " values";

    // Sentences are written for many.
    private static string One(string text)
    {
        foreach (var (many, one) in new[]
        {
            ("records have been", "record has been"), ("records have", "record has"), ("records are", "record is"), ("records", "record"), ("rows have", "row has"),
            ("rows belong", "row belongs"), ("values cannot", "value cannot"), ("values", "value"), ("they are not counted", "it is not counted"), ("and are not used", "and is not used"),
            ("and are in no", "and is in no"), (" lie ", " lies "), ("or have been", "or has been"), ("and count as", "and counts as"),
        }) text = text.Replace(many, one);
        return text;
    }
}
