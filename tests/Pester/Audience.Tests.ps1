#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Audience = Join-Path -Path $script:Examples -ChildPath 'audience.csv'
    $script:Check = @{
        SuppressionPath = 'suppression.csv', 'suppression-hashes.txt' | ForEach-Object { Join-Path -Path $script:Examples -ChildPath $_ }
        Policy          = Join-Path -Path $script:Examples -ChildPath 'mops.policy.json'
        AsOf            = '2026-11-25'
    }
}

Describe 'Test-MopsAudience' {
    It 'loses no row' {
        $result = Test-MopsAudience -Path $script:Audience @script:Check
        $result.Kept + $result.Excluded + $result.Unreadable | Should -Be $result.Rows
        ($result.Exclusions | Measure-Object -Property Rows -Sum).Sum | Should -Be $result.Excluded
    }

    It 'gives the same for the pipeline of Import-Csv' {
        $byPath = Test-MopsAudience -Path $script:Audience @script:Check
        $byPipe = Import-Csv -Path $script:Audience | Test-MopsAudience @script:Check
        "$($byPipe.Exclusions.Rows)" | Should -Be "$($byPath.Exclusions.Rows)"
    }

    It 'takes people out by hashes of their addresses' {
        $result = Test-MopsAudience -Path $script:Audience @script:Check
        ($result.Suppressions | Where-Object -Property Sha256 -GT 0).Matches | Should -Be 1
    }

    It 'writes a list that passes its own check' {
        $send = Join-Path -Path $TestDrive -ChildPath 'send.csv'
        $result = Test-MopsAudience -Path $script:Audience @script:Check -OutputPath $send
        @(Import-Csv -Path $send).Count | Should -Be $result.Kept
        (Test-MopsAudience -Path $send @script:Check).IsCompliant | Should -BeTrue
    }

    It 'writes nothing with -WhatIf' {
        $send = Join-Path -Path $TestDrive -ChildPath 'nothing.csv'
        $null = Test-MopsAudience -Path $script:Audience @script:Check -OutputPath $send -WhatIf
        $send | Should -Not -Exist
    }

    It 'takes what is expected from the brief of a campaign' {
        $campaign = Join-Path -Path $script:Examples -ChildPath 'campaigns/winter-guide'
        $policy = Join-Path -Path $script:Examples -ChildPath 'campaigns/mops.policy.json'
        $result = Test-MopsAudience -Path (Join-Path -Path $campaign -ChildPath 'audience/receivers.csv') -Brief $campaign -Policy $policy
        $result.MinimumSize, $result.MaximumSize | Should -Be 10, 20
        $result.Suppressions.Count | Should -Be 2
        $result.Segment.Count | Should -Be 1
    }

    It 'names the rows of one mailbox' {
        $result = Test-MopsAudience -Path $script:Audience @script:Check
        ($result.Findings | Where-Object -Property RuleId -EQ 'AUD014').Source.Row | Should -BeGreaterThan 0
    }

    It 'logs the lists that it wrote' {
        $log = Join-Path -Path $TestDrive -ChildPath 'changes.jsonl'
        $null = Test-MopsAudience -Path $script:Audience @script:Check -OutputPath (Join-Path -Path $TestDrive -ChildPath 'logged.csv') -ChangeLog $log -Ticket 'OPS-7'
        $entry = Get-MopsChange -Path $log
        $entry.Ticket | Should -Be 'OPS-7'
        $entry.Files[0].Path | Should -Be 'logged.csv'
    }

    It 'shows no address in its results' {
        $text = Test-MopsAudience -Path $script:Audience @script:Check | ConvertTo-Json -Depth 6
        $text | Should -Not -Match '@[a-z-]+\.example'
    }

    It 'fails the gate' {
        { Test-MopsAudience -Path $script:Audience @script:Check | Assert-MopsResult } |
            Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }
}
