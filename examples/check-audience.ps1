<#
.SYNOPSIS
    Checks the example's audience before the send, writes the list that may be sent to, and a report.
.EXAMPLE
    mops examples/check-audience.ps1 -OutputPath audience.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'audience-report.html',

    # The list of those who may be sent to.
    [string] $SendList = 'send-list.csv',

    # The moment at which consent is to hold; the example's data ends here.
    [datetime] $AsOf = '2026-11-25T00:00:00Z'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$result = Test-MopsAudience -Path "$PSScriptRoot/audience.csv" -SuppressionPath "$PSScriptRoot/suppression.csv", "$PSScriptRoot/suppression-hashes.txt" -Policy $policy -AsOf $AsOf -MinimumSize 10 -OutputPath $SendList

'The audience'
$result

'Why rows were taken out'
$result.Exclusions | Where-Object AllRows -gt 0

'Consent by region'
$result.Regions

'Report'
$result | Export-MopsReport -Path $OutputPath -Title 'Audience of the spring launch' -Policy $policy
