#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Metrics = @{
        Path   = (Get-ExamplePath 'metrics-crm.csv'), (Get-ExamplePath 'metrics-dashboard.csv')
        Alias  = @{ Leads = 'New Leads' }
        By     = 'Region', 'Country'
        Policy = Get-ExamplePath 'mops.policy.json'
    }
}

Describe 'Compare-MopsMetric' {
    It 'follows a difference to the place in which it sits' {
        $leads = Compare-MopsMetric @script:Metrics -Metric Leads
        $leads.Difference | Should -Be 30
        $leads.FirstLevel | Should -Be 'Total'
        @($leads.Parts | Where-Object IsCause).Path | Sort-Object | Should -Be @('AMER / United States', 'EMEA / France', 'EMEA / Spain')
    }

    It 'sees differences that cancel out' {
        @((Compare-MopsMetric @script:Metrics -Metric Leads).Parts | Where-Object IsOffsetting).Path | Should -Be 'EMEA'
    }

    It 'lets pass what does not matter' {
        (Compare-MopsMetric @script:Metrics -Metric Leads -Absolute 100 -Relative 0).FirstLevel | Should -BeNullOrEmpty
    }

    It 'measures how fresh the sources are' {
        $sources = @(Compare-MopsMetric @script:Metrics -Metric Leads -DateField Date -AsOf '2026-11-25T08:00:00Z' -Summary)
        $sources.Kpis.Status | Should -Be @('Met', 'Missed')
        [math]::Round($sources[1].AgeHours) | Should -Be 56
    }

    It 'wants two sources' {
        Assert-ThrownError { Compare-MopsMetric (Get-ExamplePath 'metrics-crm.csv') -Metric Leads -Policy default } -Id 'MopsMetricOneSource,MopsPS.Metrics.CompareMopsMetricCommand' -Category InvalidData
    }
}
