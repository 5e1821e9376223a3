@{
    # The build that suits this PowerShell. No script module: binding its calls of .NET cost half of the import's time.
    # MOPSPS_FRAMEWORK=netstandard2.0 takes the build for Windows PowerShell in PowerShell 7, as our tests do.
    RootModule             = if ($PSEdition -eq 'Core' -and $env:MOPSPS_FRAMEWORK -ne 'netstandard2.0') { 'bin/net8.0/MopsPS.dll' } else { 'bin/netstandard2.0/MopsPS.dll' }
    # Comes first and keeps CsvHelper and the other libraries apart from the versions that other modules bring along.
    NestedModules          = if ($PSEdition -eq 'Core') { @('MopsPS.Loader.dll') } else { @('bin/netstandard2.0/MopsPS.Loader.dll') }
    ModuleVersion          = '0.1.0'
    GUID                   = '6f2b1c0e-5f0b-4a7e-9a52-3d1a3a0f8c71'
    Author                 = 'The MopsPS authors'
    CompanyName            = 'MopsPS'
    Copyright              = '(c) 2026 The MopsPS authors. MIT licence.'
    Description            = 'Marketing operations in PowerShell: link audits, campaign checks, funnels, duplicates, hygiene and reports over the exports you already have.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    RequiredAssemblies     = @('MopsPS.Model.dll')
    TypesToProcess         = @('MopsPS.Types.ps1xml')
    FormatsToProcess       = @(
        'MopsPS.Format.ps1xml'
        'Formats/Anomalies.Format.ps1xml'
        'Formats/Attribution.Format.ps1xml'
        'Formats/Audience.Format.ps1xml'
        'Formats/CampaignRecords.Format.ps1xml'
        'Formats/Campaigns.Format.ps1xml'
        'Formats/Changes.Format.ps1xml'
        'Formats/DuplicateMeasures.Format.ps1xml'
        'Formats/Duplicates.Format.ps1xml'
        'Formats/Email.Format.ps1xml'
        'Formats/Events.Format.ps1xml'
        'Formats/Fields.Format.ps1xml'
        'Formats/Funnel.Format.ps1xml'
        'Formats/Hygiene.Format.ps1xml'
        'Formats/LinkCheck.Format.ps1xml'
        'Formats/Merge.Format.ps1xml'
        'Formats/Metrics.Format.ps1xml'
        'Formats/Policy.Format.ps1xml'
        'Formats/Reconciliation.Format.ps1xml'
        'Formats/Records.Format.ps1xml'
        'Formats/Reporting.Format.ps1xml'
        'Formats/Requests.Format.ps1xml'
        'Formats/Routing.Format.ps1xml'
        'Formats/Sla.Format.ps1xml'
        'Formats/Utm.Format.ps1xml'
    )
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Add-MopsChange'
        'Assert-MopsResult'
        'Compare-MopsFunnel'
        'Compare-MopsMetric'
        'Compare-MopsRecord'
        'ConvertTo-MopsCampaignMember'
        'Export-MopsRecord'
        'Export-MopsReport'
        'Find-MopsAnomaly'
        'Find-MopsDuplicate'
        'Get-MopsAttribution'
        'Get-MopsChange'
        'Get-MopsField'
        'Get-MopsFunnel'
        'Get-MopsPolicy'
        'Get-MopsRule'
        'Import-MopsExport'
        'Invoke-MopsCampaignQA'
        'Measure-MopsCampaignQA'
        'Measure-MopsDuplicate'
        'Measure-MopsEmail'
        'Measure-MopsRecord'
        'Measure-MopsRequest'
        'Measure-MopsSla'
        'New-MopsCampaign'
        'New-MopsMergePlan'
        'New-MopsPolicy'
        'New-MopsUtmLink'
        'Repair-MopsRecord'
        'Resolve-MopsRequest'
        'Test-MopsAudience'
        'Test-MopsCampaign'
        'Test-MopsLeadRouting'
        'Test-MopsLink'
        'Test-MopsPolicy'
        'Test-MopsUtm'
        'Undo-MopsRepair'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Marketing', 'MarketingOps', 'UTM', 'CRM', 'Salesforce', 'HubSpot', 'Marketo', 'CSV', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
