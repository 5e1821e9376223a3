# Checks all campaigns of the launch calendar, keeps the runs, and writes one page: what is not in order, where, and who says go.
param(
    [string] $Calendar = "$PSScriptRoot/campaigns/launch-calendar.csv",
    [string] $Runs = './qa-runs',
    [string] $ReportPath = './campaigns.html',
    [datetimeoffset] $Date = [datetimeoffset]::Now
)

$results = Import-MopsExport $Calendar |
    Invoke-MopsCampaignQA -AssetRoot "$PSScriptRoot/campaigns" -Policy "$PSScriptRoot/campaigns/mops.policy.json" -OutputPath $Runs -Date $Date

$results
$results | ForEach-Object { $_.Checks } | Where-Object Status -In 'Fail', 'Warning', 'NotRun', 'Manual'
$results | Export-MopsReport $ReportPath -Title 'Campaigns before the launch' -Date $Date
