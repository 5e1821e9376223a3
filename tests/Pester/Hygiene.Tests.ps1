#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Contacts = Get-ExamplePath -Name 'messy-contacts.csv'
    $script:Common = @{ Policy = Get-ExamplePath -Name 'mops.policy.json'; Culture = 'en-US' }
}

Describe 'Repair-MopsRecord' {
    It 'says of every value what it was, what it is and how sure that is' {
        $changes = @(Repair-MopsRecord -Path $script:Contacts @script:Common)
        $country = @($changes | Where-Object { $_.Column -eq 'Country' -and $_.Row -eq 2 })
        $country.Count | Should -Be 1
        $country[0].Before | Should -Be 'Deutschland'
        $country[0].After | Should -Be 'Germany'
        $country[0].Confidence | Should -Be 1
    }

    It 'never changes what is not sure, and says why' {
        $declined = @(Repair-MopsRecord -Path $script:Contacts @script:Common | Where-Object { -not $_.IsRepaired })
        $declined.Count | Should -Be 11
        foreach ($change in $declined) {
            $change.Reason | Should -Not -BeNullOrEmpty
            $change.Findings.Count | Should -Be 1
        }
    }

    It 'shows no personal value' {
        $text = Repair-MopsRecord -Path $script:Contacts @script:Common | Out-String -Width 300
        $text | Should -Not -Match 'OBRIEN|ada\.obrien|5550100'
    }

    It 'writes the repaired records with all columns, the log and the rollback file' {
        $clean = Join-Path -Path $TestDrive -ChildPath 'clean.csv'
        $rollback = Join-Path -Path $TestDrive -ChildPath 'rollback.csv'
        $result = Repair-MopsRecord -Path $script:Contacts @script:Common -OutputPath $clean -RollbackPath $rollback -Summary
        $before = @(Import-Csv -LiteralPath $script:Contacts -Encoding UTF8)
        $after = @(Import-Csv -LiteralPath $clean -Encoding UTF8)
        $after.Count | Should -Be $before.Count
        @($after[0].psobject.Properties.Name) | Should -Be @($before[0].psobject.Properties.Name)
        $after[0].Country | Should -Be 'United States'
        $lines = @(Import-Csv -LiteralPath $rollback -Encoding UTF8)
        $lines.Count | Should -Be $result.Repaired
        # The rollback file takes every change back.
        foreach ($line in $lines) {
            $row = [int] $line.Row - 1
            $after[$row].($line.Column) | Should -BeExactly $line.After
            $before[$row].($line.Column) | Should -BeExactly $line.Before
        }
    }

    It 'writes nothing with -WhatIf' {
        $clean = Join-Path -Path $TestDrive -ChildPath 'whatif.csv'
        $null = Repair-MopsRecord -Path $script:Contacts @script:Common -OutputPath $clean -Summary -WhatIf
        Test-Path -LiteralPath $clean | Should -BeFalse
    }

    It 'repairs the objects of Import-Csv, too' {
        $fixed = Import-Csv -LiteralPath $script:Contacts -Encoding UTF8 | Repair-MopsRecord @script:Common -Field Country -PassThru
        @($fixed | Where-Object { $_.Country -eq 'Germany' }).Count | Should -Be 2
    }

    It 'keeps a file that is there with -NoClobber' {
        $file = Write-TestFile -Name 'old.csv' -Line 'old'
        Assert-ThrownError -Id 'MopsFileExists,MopsPS.Hygiene.RepairMopsRecordCommand' -Category 'ResourceExists' -ScriptBlock {
            Repair-MopsRecord -Path $script:Contacts -OutputPath $file -NoClobber
        }
    }

    It 'completes fields and countries' {
        (Get-Completion -Line 'Repair-MopsRecord x.csv -Field Postal').CompletionText | Should -Contain 'PostalCode'
        (Get-Completion -Line 'Repair-MopsRecord x.csv -DefaultCountry Germ').CompletionText | Should -Be 'DE'
    }
}

Describe 'Undo-MopsRepair' {
    BeforeAll {
        $script:Clean = Join-Path -Path $TestDrive -ChildPath 'repaired.csv'
        $script:Rollback = Join-Path -Path $TestDrive -ChildPath 'undo.csv'
        $script:Repair = Repair-MopsRecord -Path $script:Contacts @script:Common -OutputPath $script:Clean -RollbackPath $script:Rollback -Summary
    }

    It 'takes every value back' {
        $restored = Join-Path -Path $TestDrive -ChildPath 'restored.csv'
        $result = Undo-MopsRepair -Path $script:Clean -RollbackPath $script:Rollback -OutputPath $restored -Summary
        $result.Restored | Should -Be $script:Repair.Repaired
        $result.IsCompliant | Should -BeTrue
        $before = @(Import-Csv -LiteralPath $script:Contacts -Encoding UTF8 | ForEach-Object { $_.psobject.Properties.Value -join '|' })
        @(Import-Csv -LiteralPath $restored -Encoding UTF8 | ForEach-Object { $_.psobject.Properties.Value -join '|' }) | Should -BeExactly $before
    }

    It 'leaves a value that was changed since, and says so' {
        $rows = @(Import-Csv -LiteralPath $script:Clean -Encoding UTF8)
        $line = @(Import-Csv -LiteralPath $script:Rollback -Encoding UTF8 | Where-Object { $_.Column -eq 'Country' })[0]
        $rows[[int] $line.Row - 1].Country = 'Atlantis'
        $undone = @($rows | Undo-MopsRepair -RollbackPath $script:Rollback)
        @($undone | Where-Object { -not $_.IsCompliant }).Count | Should -BeGreaterThan 0
        @($undone.Findings.RuleId | Sort-Object -Unique) | Should -Contain 'HYG018'
    }

    It 'does no harm the second time' {
        $result = Undo-MopsRepair -Path $script:Contacts -RollbackPath $script:Rollback -Summary
        $result.Restored | Should -Be 0
        $result.AlreadyUndone | Should -Be $script:Repair.Repaired
    }
}

Describe 'Measure-MopsRecord' {
    It 'gives KPIs, findings and a profile of each column' {
        $health = Measure-MopsRecord -Path $script:Contacts -AsOf 2026-11-25 @script:Common
        $health.Rows | Should -Be 12
        $health.Columns.Count | Should -Be 17
        $health.Kpis.Id | Should -Contain 'FieldCompleteness'
        $health.Findings.RuleId | Should -Contain 'HYG016'
        ($health.Columns | Where-Object Column -eq 'Industry').Drift | Should -Be 5
    }

    It 'counts as Group-Object does' {
        $expected = @(Import-Csv -LiteralPath $script:Contacts -Encoding UTF8 | Group-Object -Property Employees | Sort-Object -Property Count -Descending)[0]
        $top = ((Measure-MopsRecord -Path $script:Contacts -Policy default).Columns | Where-Object Column -eq 'Employees').Top[0]
        $top.Value | Should -Be $expected.Name
        $top.Count | Should -Be $expected.Count
    }

    It 'masks personal values' {
        $values = (Measure-MopsRecord -Path $script:Contacts @script:Common).Columns | Where-Object Field -eq 'Email' | ForEach-Object { $_.Top }
        foreach ($value in $values) { $value.Value | Should -Match '\*\*\*' }
    }

    It 'is healthier after the repair' {
        $clean = Join-Path -Path $TestDrive -ChildPath 'healthy.csv'
        $null = Repair-MopsRecord -Path $script:Contacts @script:Common -OutputPath $clean -Summary
        $before = (Measure-MopsRecord -Path $script:Contacts @script:Common).Kpis | Where-Object Id -eq 'PicklistConformity'
        $after = (Measure-MopsRecord -Path $clean @script:Common).Kpis | Where-Object Id -eq 'PicklistConformity'
        $after.Value | Should -BeGreaterThan $before.Value
    }
}
