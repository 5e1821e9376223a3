#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Campaigns = Join-Path -Path $script:Examples -ChildPath 'campaigns.csv'
    $script:Check = @{
        MemberPath = Join-Path -Path $script:Examples -ChildPath 'campaign-member-statuses.csv'
        Policy     = Join-Path -Path $script:Examples -ChildPath 'mops.policy.json'
        AsOf       = '2026-11-25'
    }
}

Describe 'Test-MopsCampaign' {
    It 'gives one result for each campaign' {
        @(Test-MopsCampaign -Path $script:Campaigns @script:Check).Count | Should -Be 12
    }

    It 'names the part of the name that is wrong' {
        $finding = Test-MopsCampaign -Path $script:Campaigns @script:Check | ForEach-Object -MemberName Findings | Where-Object -Property RuleId -EQ 'CMP004'
        $finding.Message | Should -BeLike "*The part 'region' is 'latam'*"
    }

    It 'finds circles of parents' {
        $circle = Test-MopsCampaign -Path $script:Campaigns @script:Check | Where-Object { $_.Findings.RuleId -contains 'CMP018' }
        $circle.Id | Should -Be @('C009', 'C010')
    }

    It 'measures completeness against 98 percent' {
        $kpi = (Test-MopsCampaign -Path $script:Campaigns @script:Check -Summary).Kpis[0]
        $kpi.Target | Should -Be 98
        $kpi.Value | Should -BeLessThan 98
        $kpi.Status | Should -Be 'Missed'
    }

    It 'gives the same for the pipeline of Import-Csv' {
        $byPath = Test-MopsCampaign -Path $script:Campaigns @script:Check | ForEach-Object { "$_" }
        $byPipe = Import-Csv -Path $script:Campaigns | Test-MopsCampaign @script:Check | ForEach-Object { "$_" }
        $byPipe | Should -Be $byPath
    }

    It 'fails the gate' {
        { Test-MopsCampaign -Path $script:Campaigns @script:Check | Assert-MopsResult } |
            Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }
}
