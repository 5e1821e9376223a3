<#
.SYNOPSIS
    Counts the funnel of the example leads, compares the last two quarters that are over, and writes a report.
.EXAMPLE
    mops examples/lead-funnel.ps1 -OutputPath funnel.html
    Shows the funnel by lead source and what differs between the quarters, and writes the report to funnel.html.
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'funnel-report.html'
)

# A date that cannot be used is an error of its record and no reason to stop.
$ErrorActionPreference = 'Continue'
$leads = "$PSScriptRoot/funnel-leads.csv"
$policy = "$PSScriptRoot/mops.policy.json"

'The funnel by lead source'
Get-MopsFunnel -Path $leads -By 'Lead Source' -Policy $policy

$summary = Get-MopsFunnel -Path $leads -By 'Lead Source' -Period Quarter -Policy $policy -Summary -ErrorAction SilentlyContinue
'What was found'
$summary.Findings | ForEach-Object { "$($_.RuleId) $($_.Message)" }

'What differs between the last two quarters, at equal time'
$comparison = $summary | Compare-MopsFunnel -Matured
$comparison.Summary

$summary, $comparison | Export-MopsReport -Path $OutputPath -Title 'Lead funnel' -Policy $policy
"Report: $OutputPath"
