<#
.SYNOPSIS
    Measures the example's requests against the service levels of the policy, sorts those that wait, and writes a report.
.EXAMPLE
    mops examples/requests.ps1 -OutputPath requests.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'requests-report.html',

    # The moment at which clocks are read; the example's data ends here.
    [datetime] $AsOf = '2026-11-24T17:00:00Z'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$results = @(Measure-MopsRequest -Path "$PSScriptRoot/requests.csv" -Policy $policy -AsOf $AsOf -By 'Issue Type')
$new = @(Import-MopsExport -Path "$PSScriptRoot/requests.csv" | Where-Object Status -EQ 'To Do' | Resolve-MopsRequest -Policy $policy)

'Service'
$results

'Overdue'
$results[0].Breaches | Where-Object IsOpen

'New requests: category and open questions'
$new

'Report'
$results + $new | Export-MopsReport -Path $OutputPath -Title 'Requests' -Policy $policy
