<#
.SYNOPSIS
    Measures the health of the example's contacts, repairs them, and measures again: a report, the repaired records, the log and the rollback file.
.EXAMPLE
    mops examples/clean-contacts.ps1 -OutputFolder clean
#>
param(
    # Where the repaired records, the log, the rollback file and the report go. The rollback file holds exact values: it is personal data.
    [string] $OutputFolder = '.'
)

$ErrorActionPreference = 'Stop'
$contacts = "$PSScriptRoot/messy-contacts.csv"
$common = @{ Policy = "$PSScriptRoot/mops.policy.json"; Culture = 'en-US' }

'Before'
$before = Measure-MopsRecord -Path $contacts -AsOf 2026-11-25 @common
$before
$before.Columns

'What is repaired, and what needs a person'
$changes = @(Repair-MopsRecord -Path $contacts @common -OutputPath "$OutputFolder/contacts-clean.csv" -ChangePath "$OutputFolder/contacts-changes.csv" -RollbackPath "$OutputFolder/contacts-rollback.csv" -Force)
$changes

'After'
$after = Measure-MopsRecord -Path "$OutputFolder/contacts-clean.csv" -AsOf 2026-11-25 @common
$after.Kpis

'The way back: what would come back, value by value; -OutputPath writes the file'
Undo-MopsRepair -Path "$OutputFolder/contacts-clean.csv" -RollbackPath "$OutputFolder/contacts-rollback.csv" -Summary

'Report'
@($before) + $changes | Export-MopsReport -Path "$OutputFolder/contacts-health.html" -Title 'Contacts' -Policy "$PSScriptRoot/mops.policy.json"
