#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath -Name 'funnel-leads.csv'
    $script:Deals = Get-ExamplePath -Name 'funnel-deals.csv'
    $script:Quiet = @{ Policy = 'default'; WarningAction = 'SilentlyContinue' }
}

Describe 'Get-MopsFunnel' {
    It 'loses nobody on the way' {
        $stages = @(Get-MopsFunnel -Path $script:Leads @script:Quiet)
        $stages.Stage | Should -Be @('Lead', 'MQL', 'SAL', 'SQL', 'Opportunity', 'Won')
        foreach ($stage in $stages[0..4]) {
            $stage.ReachedNext + $stage.Open + $stage.Exited | Should -Be $stage.Entered
            $stage.RateLow | Should -BeLessOrEqual $stage.Rate
            $stage.RateHigh | Should -BeGreaterOrEqual $stage.Rate
        }
    }

    It 'counts as Group-Object does' {
        $rows = Import-Csv -LiteralPath $script:Leads | Group-Object -Property 'Lead ID' | ForEach-Object { $_.Group[0] } | Where-Object { $_.'Created Date' -notlike '1970*' -or $_.'MQL Date' }
        $stages = @(Get-MopsFunnel -Path $script:Leads -By 'Lead Source' @script:Quiet | Where-Object Order -EQ 1)
        foreach ($group in $rows | Group-Object -Property 'Lead Source') {
            ($stages | Where-Object { $_.By['Lead Source'] -eq $group.Name }).Entered | Should -Be $group.Count
        }
    }

    It 'gives the same through the pipeline as with a path' {
        $byPath = Get-MopsFunnel -Path $script:Leads -Period Month @script:Quiet | ForEach-Object { "$_ $($_.MedianDays)" }
        $byObject = Import-Csv -LiteralPath $script:Leads | Get-MopsFunnel -Period Month @script:Quiet | ForEach-Object { "$_ $($_.MedianDays)" }
        $byObject | Should -Be $byPath
    }

    It 'joins a second file by its key' {
        $join = @{ deals = @{ Path = $script:Deals; Key = 'Lead ID'; On = 'Lead ID' } }
        $stages = @(Get-MopsFunnel -Path $script:Leads -Stage ([ordered]@{ Lead = 'Created Date'; Won = 'deals.Won Date' }) -Join $join @script:Quiet)
        $stages[1].Entered | Should -Be (@(Import-Csv -LiteralPath $script:Deals).Count - 1)
    }

    It 'names periods of the fiscal year' {
        $periods = @(Get-MopsFunnel -Path $script:Leads -Period Quarter -FiscalYearStart 2 @script:Quiet).Period
        $periods | Should -Contain 'FY2027-Q1'
    }

    It 'says what it found' {
        $summary = Get-MopsFunnel -Path $script:Leads -Summary -Policy default
        $summary.Findings.RuleId | Should -Contain 'FUN001'
        $summary.Findings.RuleId | Should -Contain 'FUN009'
        $summary.Repeated | Should -Be 1
        $summary | Out-String | Should -Match 'Lead\s+\[##########\]'
    }

    It 'reports a date that cannot be read and does not guess' {
        $row = [pscustomobject]@{ A = '2026-01-01'; B = '03/04/2026' }
        $null = $row | Get-MopsFunnel -Stage ([ordered]@{ A = 'A'; B = 'B' }) @script:Quiet -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -Contain 'MopsFunnelUnreadableDate,MopsPS.Funnel.GetMopsFunnelCommand'
        ($row | Get-MopsFunnel -Stage ([ordered]@{ A = 'A'; B = 'B' }) -Culture en-GB @script:Quiet)[0].ReachedMedianDays | Should -Be 92
    }

    It 'refuses stages without an order' {
        { Get-MopsFunnel -Path $script:Leads -Stage @{ A = 'Created Date'; B = 'Won Date' } @script:Quiet } |
            Should -Throw -ErrorId 'MopsFunnelStagesNotOrdered,MopsPS.Funnel.GetMopsFunnelCommand'
    }
}

Describe 'Compare-MopsFunnel' {
    BeforeAll {
        $script:Quarters = Get-MopsFunnel -Path $script:Leads -By 'Lead Source' -Period Quarter @script:Quiet
    }

    It 'splits the difference without a rest' {
        $result = $script:Quarters | Compare-MopsFunnel -Reference 2026-Q1 -Difference 2026-Q2
        $result.VolumeEffect + $result.MixEffect + $result.RateEffect - $result.Change | Should -BeLessThan 1e-9
        ($result.Effects | Measure-Object -Property Effect -Sum).Sum - $result.Change | Should -BeLessThan 1e-9
    }

    It 'names no cause' {
        $result = $script:Quarters | Compare-MopsFunnel
        $result.Summary | Should -Match 'These are differences, not causes\.$'
        $result.Summary | Should -Not -Match 'because|caused|due to'
    }

    It 'compares segments' {
        $rows = Get-MopsFunnel -Path $script:Leads -By 'Lead Source', Country @script:Quiet
        $result = $rows | Compare-MopsFunnel -Reference @{ Country = 'Germany' } -Difference @{ Country = 'France' }
        $result.Difference | Should -Be 'Country = France'
    }

    It 'says which periods there are' {
        { $script:Quarters | Compare-MopsFunnel -Reference 2026-Q1 -Difference 2031-Q1 } |
            Should -Throw -ErrorId 'MopsFunnelSideNotFound,MopsPS.Funnel.CompareMopsFunnelCommand'
    }
}
