<#
.SYNOPSIS
    Turns the example's webinar into campaign members, writes the files for Salesforce and a report, and shows who needs a decision.
.EXAMPLE
    mops examples/event-members.ps1 -OutputPath event.html -Destination members
#>
param(
    # The report; its extension (.html, .md, .csv, .json) gives the format.
    [string] $OutputPath = 'event-report.html',

    # The folder for the import files.
    [string] $Destination = 'members',

    # The campaign.
    [string] $CampaignId = '7015e000000AbCdAAK'
)

$ErrorActionPreference = 'Stop'
$reports = "$PSScriptRoot/zoom-webinar.csv", "$PSScriptRoot/zoom-registrations.csv"
$common = @{
    Against    = "$PSScriptRoot/event-leads.csv", "$PSScriptRoot/event-contacts.csv"
    Existing   = "$PSScriptRoot/campaign-members.csv"
    CampaignId = $CampaignId
    Policy     = "$PSScriptRoot/mops.policy.json"
}

$members = @(ConvertTo-MopsCampaignMember -Path $reports @common -IncludeSummary)

'The event'
$members | Where-Object { $_ -is [MopsPS.EventSummary] }

'For review'
$members | Where-Object { $_.Match -eq 'Ambiguous' }

'Files for Salesforce'
ConvertTo-MopsCampaignMember -Path $reports @common -Destination $Destination

'Report'
$members | Export-MopsReport -Path $OutputPath -Title 'Webinar' -Policy $common.Policy
