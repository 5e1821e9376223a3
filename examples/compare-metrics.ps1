<#
.SYNOPSIS
    Compares the leads and opportunities of the example's CRM and dashboard, shows where they part and how old they are, and writes a report.
.EXAMPLE
    mops examples/compare-metrics.ps1 -OutputPath metrics.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'metrics-report.html',

    # The moment at which the age of the data is read; the example's data ends here.
    [datetime] $AsOf = '2026-11-25T08:00:00Z'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$results = @(Compare-MopsMetric -Path "$PSScriptRoot/metrics-crm.csv", "$PSScriptRoot/metrics-dashboard.csv" -Metric Leads, Opportunities -By Region, Country -Alias @{ Leads = 'New Leads' } -DateField Date -AsOf $AsOf -Policy $policy -IncludeSummary)

'Metrics'
$results | Where-Object { $_ -is [MopsPS.MetricComparison] }

'Where they part'
$results | Where-Object { $_ -is [MopsPS.MetricComparison] } | ForEach-Object { $_.Parts } | Where-Object IsCause

'Report'
$results | Export-MopsReport -Path $OutputPath -Title 'Metrics' -Policy $policy
