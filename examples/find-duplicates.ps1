<#
.SYNOPSIS
    Finds the duplicates of an export: groups, why they are the same, the duplicate rate, accounts and households, and a report.
.EXAMPLE
    mops examples/find-duplicates.ps1 -OutputPath duplicates.html -Gate
    Writes the report to duplicates.html and ends with exit code 1 when the duplicate rate is above the target.
#>
param(
    # The export to look through.
    [string] $Path = "$PSScriptRoot/contacts-duplicates.csv",

    # A new list, compared with the export.
    [string] $NewList = "$PSScriptRoot/new-leads.csv",

    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'duplicates-report.html',

    # Ends with exit code 0 (passed), 1 (failed) or 2 (could not be judged), for a scheduled task or a build.
    [switch] $Gate
)

$ErrorActionPreference = 'Stop'

$found = @(Find-MopsDuplicate $Path -Explain -IncludeSummary)
$groups = @($found | Where-Object { $_ -is [MopsPS.DuplicateGroup] })
$summary = $found[-1]

'Groups'
$groups

'Why they are the same'
$groups | ForEach-Object { $_.Pairs } | ForEach-Object { "$_ because of $($_.Reason)" }

'In the new list'
Find-MopsDuplicate $NewList -Against $Path

'Accounts'
Find-MopsDuplicate $Path -RollUp Account | ForEach-Object { "$($_.Name): $($_.Count) records, $($_.Reason)" }

'Summary'
"$summary"
$summary.Kpis | ForEach-Object { "$_" }

'Report'
$found | Export-MopsReport -Path $OutputPath -Title 'Duplicates'

if ($Gate) { $summary | Assert-MopsResult -SetExitCode }
