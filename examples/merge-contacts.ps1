<#
.SYNOPSIS
    Turns the example's reviewed merge plan into the files that HubSpot imports, and says what each one is for. Nothing is merged.
.EXAMPLE
    mops examples/merge-contacts.ps1 -Destination merge-files
#>
param(
    # The folder for the import files; it is made where it is missing.
    [string] $Destination = 'merge-files'
)

$ErrorActionPreference = 'Stop'
$files = New-MopsMergePlan -Reviewed "$PSScriptRoot/merge-plan.csv" -Target HubSpot -Destination $Destination -Policy "$PSScriptRoot/mops.policy.json"
foreach ($file in $files) { '{0} ({1} rows): {2}' -f $file.Name, $file.Rows, $file.Purpose }
