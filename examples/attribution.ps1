<#
.SYNOPSIS
    Attributes the example's conversions by all models, compares them and writes a report.
.EXAMPLE
    mops examples/attribution.ps1 -OutputPath attribution.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'attribution-report.html'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$result = Get-MopsAttribution -Path "$PSScriptRoot/touchpoints.csv" -Policy $policy

'All models'
$result

'Side by side'
$result.Comparison

'Credit, cost and return by the Markov chain'
$result.Credits | Where-Object Model -eq Markov

'Report'
$result | Export-MopsReport -Path $OutputPath -Title 'Attribution' -Policy $policy
