using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Routing;
using MopsPS.Policy;
using MopsPS.Records;

namespace MopsPS.Routing;

/// <summary>Tests whether leads are where the policy's routing rules put them, and the rules themselves.</summary>
/// <remarks>
/// <para>The section routing of the policy has the rules in order; the first that fits a lead in all that it looks at decides: country, state, postcode, employees, industry,
/// language, named accounts, and the days on which it holds. Each lead comes out with the expected owner or queue, the rule that decided, and the owner that it has.</para>
/// <para>For a pool (a round robin) any member is right: who is next depends on a state that no export has. How evenly the pool was served is tested with -Summary.</para>
/// <para>With -Summary one result has the accuracy in all, by rule and by owner (target 98 %), what is stalled, inactive owners, and the check of the rules. -RulesOnly checks
/// the rules alone, exactly and without leads: rules that never decide, rules between which only the order decides, rules that change nothing, and leads that no rule fits, each with
/// a lead that shows it. -WhatIfRule shows what a changed policy would move. about_MopsPS_Routing has the rules and how values are read.</para>
/// </remarks>
/// <example>
/// <para>Lists the leads that are not where they should be.</para>
/// <code>Test-MopsLeadRouting ./routing-leads.csv -Policy ./mops.policy.json -AsOf 2026-11-24 | Where-Object -not IsCompliant</code>
/// </example>
/// <example>
/// <para>Measures the accuracy by rule and owner, and writes a report.</para>
/// <code>Test-MopsLeadRouting ./routing-leads.csv -Policy ./mops.policy.json -AsOf 2026-11-24 -Summary | Export-MopsReport ./routing.html</code>
/// </example>
/// <example>
/// <para>Checks the rules without leads.</para>
/// <code>(Test-MopsLeadRouting -RulesOnly -Policy ./mops.policy.json -AsOf 2026-11-24).Problems</code>
/// </example>
/// <example>
/// <para>Shows what changed rules would move.</para>
/// <code>(Test-MopsLeadRouting ./routing-leads.csv -Policy ./mops.policy.json -AsOf 2026-11-24 -WhatIfRule ./routing-change.json).Moves</code>
/// </example>
/// <example>
/// <para>Takes from an export of users who is active.</para>
/// <code>(Test-MopsLeadRouting ./routing-leads.csv -Policy ./mops.policy.json -AsOf 2026-11-24 -UserPath ./routing-users.csv -Summary).Owners</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsLeadRouting", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LeadRoute), typeof(RoutingResult), typeof(RoutingChange), ParameterSetName = [PathSet, LiteralSet, InputSet])]
[OutputType(typeof(RoutingRuleCheck), ParameterSetName = [RulesSet])]
public sealed class TestMopsLeadRoutingCommand : MopsDatedRecordCmdlet
{
    private const string RulesSet = "RulesOnly";

    private RoutingAnalysis? _analysis;

    /// <summary>Checks the rules alone, without leads.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RulesSet)]
    public SwitchParameter RulesOnly { get; set; }

    /// <summary>Writes one result in place of one for each lead; the fast way for large exports.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = InputSet)]
    public SwitchParameter Summary { get; set; }

    /// <summary>A policy with changed rules: a path, a hashtable or a policy. The result is what they would move, from where to where.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = InputSet)]
    [PolicyCompleter]
    public object? WhatIfRule { get; set; }

    /// <summary>An export of users with their names, ids or addresses, and whether they are active; they count beside the owners of the policy.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? UserPath { get; set; }

    /// <summary>How many leads -Summary and -WhatIfRule keep; all are counted.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidateRange(0, 10_000_000)]
    public int MaxLeads { get; set; } = 100;

    /// <summary>The moment at which waiting is read and from which on the rules are checked; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        var asOf = Moment(AsOf) ?? DateTime.UtcNow;
        var users = UserPath is null ? [] : ReadUsers(PathResolver.Output(this, UserPath));
        try
        {
            if (RulesOnly)
            {
                WriteObject(RoutingRuleChecks.Check(RoutingAnalysis.TableOf(TeamPolicy, users, asOf, Numbers), new RuleSet(TeamPolicy, DateTime.UtcNow), CancellationToken));
                return;
            }

            var changed = WhatIfRule is null ? null : PolicyParameter.Resolve(this, WhatIfRule).Routing;
            _analysis = new RoutingAnalysis(
                new RoutingOptions { AsOf = asOf, Users = users, WhatIf = changed, MaxLeads = MaxLeads }, TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report);
        }
        catch (RoutingException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsRoutingNoRules", ErrorCategory.InvalidData, TeamPolicy));
        }
        catch (RoutingRuleException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsRoutingRuleInvalid", ErrorCategory.InvalidData, TeamPolicy));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis!.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        if (_analysis!.Add(row, isWanted: !Summary && WhatIfRule is null) is { } route) WriteObject(route);
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        if (_analysis is null) return;
        try
        {
            if (WhatIfRule is not null) WriteObject(_analysis.FinishChange(CancellationToken));
            else if (Summary) WriteObject(_analysis.Finish(CancellationToken));
            else _analysis.Require();
        }
        catch (RoutingException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsRoutingNoData", ErrorCategory.InvalidData, null));
        }
    }

    private IReadOnlyList<RoutingOwner> ReadUsers(string path)
    {
        try
        {
            using var reader = ExportReader.Open(path, new ImportOptions { OnProblem = new ProblemSink(this).Report });
            return RoutingUsers.Read(reader, new ProblemSink(this).Report);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, path));
            return [];
        }
    }
}
