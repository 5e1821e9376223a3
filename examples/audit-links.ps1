<#
.SYNOPSIS
    Audits the links of the example exports: tables of what is wrong, the compliance KPI, and a report to mail or archive.
.EXAMPLE
    mops examples/audit-links.ps1 -OutputPath links.html -Gate
    Writes the report to links.html and ends with exit code 1 when a link breaks a rule of severity Error.
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'audit-report.html',

    # Ends with exit code 0 (passed), 1 (failed) or 2 (could not be judged), for a scheduled task or a build.
    [switch] $Gate
)

$ErrorActionPreference = 'Stop'
$files = "$PSScriptRoot/ads.csv", "$PSScriptRoot/newsletter.html"
$policy = "$PSScriptRoot/mops.policy.json"

$results = @(Test-MopsUtm -Path $files -Policy $policy)
$summary = Test-MopsUtm -Path $files -Policy $policy -Summary -By Source

'Links with findings'
$results | Where-Object { $_.Findings.Count -gt 0 }

'Findings'
$results | ForEach-Object { $_.Findings }

'Summary by source'
$summary
$summary.Kpis | ForEach-Object { "$_" }

'Report'
@($summary) + $results | Export-MopsReport -Path $OutputPath -Title 'Link audit' -Policy $policy

if ($Gate) { $results | Assert-MopsResult -SetExitCode }
