#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Contacts = Join-Path -Path $script:Examples -ChildPath 'contacts-duplicates.csv'
    $script:Leads = Join-Path -Path $script:Examples -ChildPath 'new-leads.csv'
    function Get-GroupId {
        param($Group)
        @($Group | ForEach-Object { @($_.Members.Id) -join ' ' })
    }
}

Describe 'Find-MopsDuplicate' {
    It 'finds the same person under a nickname and with typos' {
        $groups = @(Find-MopsDuplicate $script:Contacts)
        Get-GroupId -Group $groups | Should -Contain 'C-1001 C-1002 C-1003'
        $groups[0].Band | Should -Be 'Match'
        $groups[0].Survivor.Id | Should -Be 'C-1001'
        $groups[0].SurvivorReason | Should -Not -BeNullOrEmpty
    }

    It 'keeps colleagues, a family, a junior and a senior apart' {
        $ids = Get-GroupId -Group (Find-MopsDuplicate $script:Contacts)
        $ids -match 'C-1004|C-1005|C-1007|C-1012|C-1014|C-1015' | Should -BeNullOrEmpty
    }

    It 'gives the same through the pipeline as with a path' {
        $byPath = Get-GroupId -Group (Find-MopsDuplicate $script:Contacts)
        $byRecord = Get-GroupId -Group (Import-MopsExport $script:Contacts | Find-MopsDuplicate)
        $byObject = Get-GroupId -Group (Import-Csv -LiteralPath $script:Contacts | Find-MopsDuplicate)
        $byRecord | Should -Be $byPath
        $byObject | Should -Be $byPath
    }

    It 'explains a pair: the steps add up to its weight' {
        $pair = @(Find-MopsDuplicate $script:Contacts -Pair -Explain)[0]
        $pair.Evidence[0].Field | Should -Be 'Prior'
        [Math]::Abs(($pair.Evidence | Measure-Object -Property Weight -Sum).Sum - $pair.Weight) | Should -BeLessThan 0.01
    }

    It 'compares a new list with known records only' {
        $groups = @(Find-MopsDuplicate $script:Leads -Against $script:Contacts)
        $groups.Count | Should -BeGreaterThan 0
        foreach ($group in $groups) { @($group.Members | Where-Object -Property IsKnown -EQ -Value $false).Count | Should -BeGreaterThan 0 }
    }

    It 'saves a model without values and reuses it' {
        $file = Join-Path -Path $TestDrive -ChildPath 'contacts.model.json'
        $learned = Get-GroupId -Group (Find-MopsDuplicate $script:Contacts -SaveModel $file)
        Get-Content -LiteralPath $file -Raw | Should -Not -Match 'ashdown|northgate'
        $summary = Find-MopsDuplicate $script:Contacts -Model $file -Summary
        $summary.Model | Should -Be 'File'
        Get-GroupId -Group (Find-MopsDuplicate $script:Contacts -Model $file) | Should -Be $learned
    }

    It 'sums up with the duplicate rate' {
        $summary = Find-MopsDuplicate $script:Contacts -Summary
        $summary.Records | Should -Be 28
        $summary.Kpis[0].Id | Should -Be 'DuplicateRate'
        $summary.Kpis[0].Status | Should -Be 'Missed'
    }

    It 'rolls up to accounts' {
        $accounts = @(Find-MopsDuplicate $script:Contacts -RollUp Account)
        ($accounts | Where-Object -Property Name -EQ -Value 'northgate.example').Count | Should -Be 5
    }

    It 'does not pass where there is nothing to compare' {
        { [pscustomobject]@{ Owner = 'Sam'; Status = 'Open' } | Find-MopsDuplicate -ErrorAction Stop } |
            Should -Throw -ErrorId 'MopsNoMatchField,MopsPS.Duplicates.FindMopsDuplicateCommand'
    }

    It 'writes a report with masked values' {
        $file = Join-Path -Path $TestDrive -ChildPath 'duplicates.html'
        $null = Find-MopsDuplicate $script:Contacts -Explain -IncludeSummary | Export-MopsReport -Path $file
        $page = Get-Content -LiteralPath $file -Raw
        $page | Should -Match '<svg class="'
        $page | Should -Not -Match 'ashdown'
    }
}
