<#
.SYNOPSIS
    Watches deliveries, bounces and unsubscribes of the example's days and writes a report with the alarms.
.EXAMPLE
    mops examples/watch-email.ps1 -OutputPath email.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'email-report.html'
)

$ErrorActionPreference = 'Stop'
$days = "$PSScriptRoot/email-days.csv"

$results = @(
    Find-MopsAnomaly -Path $days -ValueColumn Delivered -Policy default
    Find-MopsAnomaly -Path $days -ValueColumn Bounces -DenominatorColumn Delivered -TwiceBaseline -Policy default
    Find-MopsAnomaly -Path $days -ValueColumn Unsubscribes -DenominatorColumn Delivered -TwiceBaseline -Policy default
)

'Alarms and changes'
$results

'Report'
$results | Export-MopsReport -Path $OutputPath -Title 'E-mail days'
