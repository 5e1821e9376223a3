using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Policy;

/// <summary>The rules as one policy sets them on one day: what runs, how severe it is and what is suppressed.</summary>
public sealed class RuleSet
{
    private readonly Dictionary<string, RuleInfo> _rules;
    private readonly IReadOnlyList<RuleInfo> _own;
    private readonly Dictionary<string, Suppression[]> _suppressions;

    /// <summary>Applies a policy to the rules.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="todayUtc">The day on which suppressions are judged; an expired one no longer holds.</param>
    public RuleSet(MopsPolicy policy, DateTime todayUtc)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        _own = TextChecker.Rules(policy.CampaignQA);
        _rules = RuleCatalog.All.Concat(_own).ToDictionary(rule => rule.Id, rule => Apply(rule, policy), StringComparer.Ordinal);
        _suppressions = policy.Suppressions
            .Where(suppression => suppression.Expires.Date >= todayUtc.Date)
            .Select(suppression => (Rule: RuleCatalog.Find(suppression.Rule), suppression))
            .Where(pair => pair.Rule is not null)
            .GroupBy(pair => pair.Rule!.Id, pair => pair.suppression, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The rules as set, in the order of their ids, and after them the campaign checks of the team's own.</summary>
    public IEnumerable<RuleInfo> Rules => RuleCatalog.All.Concat(_own).Select(rule => _rules[rule.Id]);

    /// <summary>Whether what is suppressed depends on what was checked, so that findings of two alike links may differ.</summary>
    internal bool SuppressesByTarget => _suppressions.Values.Any(list => list.Any(suppression => suppression.Target is not null));

    /// <summary>Whether a rule runs.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsEnabled(RuleInfo rule) => _rules[rule.Id].IsEnabled;

    /// <summary>The severity that the policy gives a rule.</summary>
    /// <param name="rule">The rule.</param>
    public Severity SeverityOf(RuleInfo rule) => _rules[rule.Id].Severity;

    /// <summary>Makes a finding with the severity and the suppression that the policy gives.</summary>
    /// <param name="rule">The rule; it is for the caller to ask <see cref="IsEnabled"/> before the work.</param>
    /// <param name="message">One sentence that says what is wrong.</param>
    /// <param name="target">What was checked.</param>
    /// <param name="field">The field or parameter.</param>
    /// <param name="value">The value found, masked where it is personal data.</param>
    /// <param name="suggestion">What to put instead, or null.</param>
    /// <param name="source">Where it stands.</param>
    /// <returns>The finding.</returns>
    public Finding Create(
        RuleInfo rule, string message, string? target = null, string? field = null, string? value = null, string? suggestion = null,
        SourcePosition? source = null)
    {
        var suppression = FindSuppression(rule, target, value);
        return new Finding(rule.Id, _rules[rule.Id].Severity, message)
        {
            Target = target,
            Field = field,
            Value = value,
            Suggestion = suggestion,
            Source = source,
            HelpUri = rule.HelpUri,
            IsSuppressed = suppression is not null,
            Reason = suppression?.Reason,
        };
    }

    private static RuleInfo Apply(RuleInfo rule, MopsPolicy policy) =>
        policy.Rules.TryGetValue(rule.Id, out var setting) || policy.Rules.TryGetValue(rule.Name, out setting)
            ? rule.With(setting.Severity ?? rule.DefaultSeverity, setting.Enabled ?? rule.IsEnabledByDefault)
            : rule;

    private Suppression? FindSuppression(RuleInfo rule, string? target, string? value) =>
        _suppressions.TryGetValue(rule.Id, out var suppressions)
            ? suppressions.FirstOrDefault(s => Wildcard.IsMatch(s.Target, target) && Wildcard.IsMatch(s.Value, value))
            : null;
}
