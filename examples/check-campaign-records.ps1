<#
.SYNOPSIS
    Checks the example's campaign records against the policy and writes a report.
.EXAMPLE
    mops examples/check-campaign-records.ps1 -OutputPath campaigns.html
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'campaigns-report.html',

    # The day on which dates are judged; the example's data is of that time.
    [datetime] $AsOf = '2026-11-25'
)

$ErrorActionPreference = 'Stop'
$policy = "$PSScriptRoot/mops.policy.json"

$results = @(Test-MopsCampaign -Path "$PSScriptRoot/campaigns.csv" -MemberPath "$PSScriptRoot/campaign-member-statuses.csv" -Policy $policy -AsOf $AsOf -IncludeSummary)

'The campaigns'
$results | Where-Object { $_ -is [MopsPS.CampaignRecord] }

'What is wrong'
$results | ForEach-Object { $_.Findings }

'Report'
$results | Export-MopsReport -Path $OutputPath -Title 'Campaign records' -Policy $policy
