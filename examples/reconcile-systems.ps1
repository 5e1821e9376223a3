<#
.SYNOPSIS
    Compares the marketing system of the example with its CRM, and the forms with the leads, and writes a report.
.EXAMPLE
    mops examples/reconcile-systems.ps1 -OutputPath sync.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'sync-report.html'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"
$crm = "$PSScriptRoot/sync-crm.csv"

$sync = @(Compare-MopsRecord -Path "$PSScriptRoot/sync-marketing.csv" -Against $crm -Purpose Sync -Compare @{ Budget = 'Expected Budget' } -ChangedField 'Updated At' -SyncedField 'Last Sync' -Policy $policy -IncludeSummary)

'Marketing system against CRM'
$sync

'Form submissions without a lead'
$forms = @(Compare-MopsRecord -Path "$PSScriptRoot/form-submissions.csv" -Against $crm -Purpose Forms -Policy $policy -IncludeSummary)
$forms | Where-Object { $_.Kind -eq 'Missing' }

'Report'
$sync + $forms | Export-MopsReport -Path $OutputPath -Title 'Sync' -Policy $policy
