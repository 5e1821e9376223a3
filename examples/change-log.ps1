<#
.SYNOPSIS
    Logs changes of the example team, shows that the log knows when it is tampered with, and writes release notes.
.EXAMPLE
    mops examples/change-log.ps1 -OutputPath release-notes.md
#>
param(
    # The release notes; the extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'release-notes.html',

    # The log.
    [string] $LogPath = 'team-changes.jsonl'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"
$approval = @{ Approver = 'Ada Abel'; Policy = $policy }

'Three changes, the last by a cmdlet that writes'
Add-MopsChange $LogPath 'Leads from Austria go to the DACH team' -Category Routing -Target mops.policy.json -Ticket OPS-118 @approval
$anchor = (Add-MopsChange $LogPath 'Raised the target for links' -Category KPI -Target UtmCompliance -Before 90 -After 95 -Ticket OPS-120 @approval).Hash
Get-MopsRule -Policy $policy | Export-MopsReport ./rules.md -Policy $policy -ChangeLog $LogPath -Ticket OPS-121 -Approver 'Ada Abel'

'The log is whole, and the anchor is in it'
Get-MopsChange $LogPath -Policy $policy -Summary -ExpectedHead $anchor

'Somebody changes an entry in a copy'
$file = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($LogPath)
$copy = "$file.copy"
[System.IO.File]::WriteAllText($copy, [System.IO.File]::ReadAllText($file).Replace('"after":"95"', '"after":"99"'))
(Get-MopsChange $copy -Policy $policy -Summary).Findings

'Release notes'
Get-MopsChange $LogPath -Policy $policy | Export-MopsReport -Path $OutputPath -Title 'What changed' -Policy $policy
