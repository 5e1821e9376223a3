<#
.SYNOPSIS
    Measures the example's e-mail by event and by send, lists who bounces again and again and which domains refuse, and writes a report.
.EXAMPLE
    mops examples/email-health.ps1 -OutputPath email.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'email-report.html'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$events = @(Measure-MopsEmail -Path "$PSScriptRoot/email-events.csv" -By Send -Policy $policy)
$sends = @(Measure-MopsEmail -Path "$PSScriptRoot/email-sends.csv" -By Segment -Period Month -Policy $policy)

'From the events of each recipient'
$events

'Bounce again and again (masked)'
$events[0].RepeatBouncers

'Refuse messages'
$events[0].BlockingDomains

'From the numbers of each send: what is beyond the norms'
$sends[0].Findings

'Report'
$sends + $events | Export-MopsReport -Path $OutputPath -Title 'E-mail health' -Policy $policy
