<#
.SYNOPSIS
    Measures the example's leads against the service levels of the policy, lists who waits, and writes a report.
.EXAMPLE
    mops examples/lead-response.ps1 -OutputPath response.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'response-report.html',

    # The moment at which clocks are read; the example's data ends here.
    [datetime] $AsOf = '2026-11-24T17:00:00Z'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$results = @(Measure-MopsSla -Path "$PSScriptRoot/lead-response.csv" -Policy $policy -AsOf $AsOf -By Owner)

'Service levels'
$results

'Still waiting beyond the deadline'
$results | Where-Object { $null -eq $_.Segment } | ForEach-Object { $_.Breaches } | Where-Object IsOpen

'Report'
$results | Export-MopsReport -Path $OutputPath -Title 'Lead response' -Policy $policy
