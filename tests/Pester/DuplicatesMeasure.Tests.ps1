#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Contacts = Get-ExamplePath 'contacts-duplicates.csv'
    $script:Truth = Get-ExamplePath 'contacts-truth.csv'
}

Describe 'Measure-MopsDuplicate' {
    It 'measures against a truth at each threshold' {
        $measures = @(Measure-MopsDuplicate $script:Contacts -Truth $script:Truth -Threshold 0.3, 0.5, 0.9)
        $measures.Count | Should -Be 3
        $measures[1].F1 | Should -Be 1
        $measures[1].BCubedF1 | Should -Be 1
        $measures[1].Records | Should -Be 28
    }

    It 'gives the same for records and for found groups' {
        $byPath = Measure-MopsDuplicate $script:Contacts -Truth $script:Truth
        $byGroup = Find-MopsDuplicate $script:Contacts | Measure-MopsDuplicate -Truth $script:Truth
        $byGroup.CorrectPairs | Should -Be $byPath.CorrectPairs
        $byGroup.TruePairs | Should -Be $byPath.TruePairs
    }

    It 'lists wrong pairs by their keys and without values' {
        $errors = @((Measure-MopsDuplicate $script:Contacts -Truth $script:Truth -Threshold 0.9999).Errors)
        $errors.Count | Should -BeGreaterThan 0
        "$($errors[0].Kind)" | Should -Be 'Missing'
        $errors[0].Left | Should -Match '^C-\d+$'
        $errors | ConvertTo-Json -Depth 4 | Should -Not -Match 'ashdown'
    }

    It 'counts the duplicate rate by month' {
        $rate = Measure-MopsDuplicate $script:Contacts -Since '2026-01-01'
        $rate.Duplicates | Should -Be 7
        $rate.NewDuplicates | Should -Be 5
        ($rate.ByMonth | Measure-Object -Property Records -Sum).Sum | Should -Be 28
        $rate.Kpis[0].Status | Should -Be 'Missed'
    }

    It 'asks questions and learns from the answers' {
        $file = Join-Path -Path $TestDrive -ChildPath 'questions.csv'
        Measure-MopsDuplicate $script:Contacts -Suggest -MaxCount 3 | Export-MopsRecord $file
        $rows = @(Import-Csv -LiteralPath $file)
        $rows.Count | Should -Be 3
        foreach ($row in $rows) { $row.Same = 'no' }
        $rows | Export-Csv -LiteralPath $file -NoTypeInformation
        $lesson = Measure-MopsDuplicate $script:Contacts -Reviewed $file
        $lesson.Answers | Should -Be 3
        $lesson.Unknown | Should -Be 0
    }

    It 'does not measure against the records of another file' {
        $other = Write-TestFile 'other.csv' "id,cluster`nnobody,1"
        Assert-ThrownError -ScriptBlock { Measure-MopsDuplicate $script:Contacts -Truth $other -ErrorAction Stop } -Id 'MopsTruthNoRecord,MopsPS.Duplicates.MeasureMopsDuplicateCommand' -Category InvalidData
    }
}
