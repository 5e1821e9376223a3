#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Sync = @{
        Against = Get-ExamplePath 'sync-crm.csv'
        Policy  = Get-ExamplePath 'mops.policy.json'
    }
}

Describe 'Compare-MopsRecord' {
    It 'finds the planted differences of two systems and no other' {
        $found = @(Compare-MopsRecord -Path (Get-ExamplePath 'sync-marketing.csv') @script:Sync -Purpose Sync -Compare @{ Budget = 'Expected Budget' })
        @($found | Where-Object Kind -EQ 'Different').Field | Sort-Object | Should -Be @('Budget', 'Company', 'Phone')
        @($found | Where-Object Kind -EQ 'Missing').Count | Should -Be 1
        @($found | Where-Object Kind -EQ 'Extra').Key | Should -Be 'new.person@example.com'
        @($found | Where-Object Kind -EQ 'Repeated').RightCount | Should -Be 2
    }

    It 'measures the tracking of forms and excludes test addresses' {
        $summary = Import-Csv -LiteralPath (Get-ExamplePath 'form-submissions.csv') | Compare-MopsRecord @script:Sync -Purpose Forms -Summary
        $summary.LeftExcluded | Should -Be 1
        $kpi = $summary.Kpis | Where-Object Id -EQ 'TrackingCompleteness'
        $kpi.Target | Should -Be 99
        $kpi.Status | Should -Be 'Missed'
        $kpi.Denominator - $kpi.Numerator | Should -Be ($summary.Missing)
    }

    It 'agrees with Compare-Object on which keys are missing and extra' {
        $left = Write-TestFile -Name 'left.csv' -Line (@('Email,A') + @(1..200 | ForEach-Object { "p${_}@x.example,$_" }))
        $right = Write-TestFile -Name 'right.csv' -Line (@('Email,A') + @(3..203 | ForEach-Object { "p${_}@x.example,$_" }))
        $expected = Compare-Object -ReferenceObject (Import-Csv $left).Email -DifferenceObject (Import-Csv $right).Email
        $found = Compare-MopsRecord $left -Against $right -Policy default
        @($found | Where-Object Kind -EQ 'Missing').Key | Sort-Object | Should -Be @(($expected | Where-Object SideIndicator -EQ '<=').InputObject | Sort-Object)
        @($found | Where-Object Kind -EQ 'Extra').Key | Sort-Object | Should -Be @(($expected | Where-Object SideIndicator -EQ '=>').InputObject | Sort-Object)
    }

    It 'does not take no records for no differences' {
        $empty = Write-TestFile -Name 'empty.csv' -Line @('Email')
        Assert-ThrownError { Compare-MopsRecord $empty @script:Sync } -Id 'MopsCompareNoRecords,MopsPS.Reconciliation.CompareMopsRecordCommand' -Category InvalidData
    }

    It 'offers the columns of the left side with Tab' {
        (Get-Completion "Compare-MopsRecord -Path '$(Get-ExamplePath 'sync-marketing.csv')' -Key Em").CompletionText | Should -Be "'Email'"
    }
}
