<#
.SYNOPSIS
    Checks the example team's routing rules, tests where leads are, shows what changed rules would move, and writes a report.
.EXAMPLE
    mops examples/lead-routing.ps1 -OutputPath routing.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'routing-report.html',

    # The moment at which waiting is read; the example's data ends here.
    [datetime] $AsOf = '2026-11-24T17:00:00Z'
)

$ErrorActionPreference = 'Stop'
$audit = @{ Policy = "$PSScriptRoot/mops.policy.json"; AsOf = $AsOf }
$leads = "$PSScriptRoot/routing-leads.csv"

'The rules alone'
(Test-MopsLeadRouting -RulesOnly @audit).Problems

'Where leads are'
$result = Test-MopsLeadRouting -Path $leads -Summary @audit
$result
$result.Rules

'Who has leads that belong to others'
$result.Moves

'What the proposed rules would move'
$change = Test-MopsLeadRouting -Path $leads -WhatIfRule "$PSScriptRoot/routing-change.json" @audit
$change.Moves

'Report'
$result, $change | Export-MopsReport -Path $OutputPath -Title 'Lead routing' -Policy $audit.Policy
