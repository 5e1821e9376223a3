#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Policy = Get-ExamplePath 'mops.policy.json'

    # A log with three entries under TestDrive.
    function Get-LogPath {
        $path = [System.IO.Path]::Combine("$TestDrive", [guid]::NewGuid().ToString('N'), 'changes.jsonl')
        $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($path))
        foreach ($i in 1..3) { $null = Add-MopsChange $path "change $i" -Policy default }
        $path
    }
}

Describe 'Add-MopsChange' {
    It 'links each entry to the one before' {
        $entries = @(Get-MopsChange (Get-LogPath) -Policy default)
        $entries.Sequence | Should -Be @(1, 2, 3)
        $entries[0].Previous | Should -Be ('0' * 64)
        $entries[1].Previous | Should -Be $entries[0].Hash
        $entries[2].Previous | Should -Be $entries[1].Hash
    }

    It 'asks for what the policy asks for' {
        $log = Join-Path -Path $TestDrive -ChildPath 'asked.jsonl'
        { Add-MopsChange $log 'x' -Category Routing -Policy $script:Policy } | Should -Throw -ErrorId 'MopsChangeNotAllowed,MopsPS.Changes.AddMopsChangeCommand'
        { Add-MopsChange $log 'x' -Category Routing -Ticket 7 -Approver 'Ada Abel' -Policy $script:Policy } | Should -Throw -ErrorId 'MopsChangeNotAllowed,*'
        { Add-MopsChange $log 'x' -Category Routing -Ticket OPS-7 -Approver 'Nobody' -Policy $script:Policy } | Should -Throw -ErrorId 'MopsChangeNotAllowed,*'
        (Add-MopsChange $log 'x' -Category Routing -Ticket OPS-7 -Approver 'Ada Abel' -Policy $script:Policy).Sequence | Should -Be 1
    }

    It 'writes nothing with -WhatIf' {
        $log = Join-Path -Path $TestDrive -ChildPath 'whatif.jsonl'
        Add-MopsChange $log 'x' -Policy default -WhatIf
        Test-Path -LiteralPath $log | Should -BeFalse
    }
}

Describe 'Get-MopsChange' {
    It 'finds what was changed, removed and moved' -ForEach @(
        @{ What = 'changed'; Rule = 'CHG001'; Tamper = { param($lines) $lines[0]; $lines[1].Replace('change 2', 'chance 2'); $lines[2] } }
        @{ What = 'removed'; Rule = 'CHG002'; Tamper = { param($lines) $lines[0]; $lines[2] } }
        @{ What = 'removed at the end'; Rule = 'CHG002'; Tamper = { param($lines) $lines[0]; $lines[1] } }
        @{ What = 'moved'; Rule = 'CHG003'; Tamper = { param($lines) $lines[1]; $lines[0]; $lines[2] } }
    ) {
        $log = Get-LogPath
        $lines = [System.IO.File]::ReadAllLines($log)
        [System.IO.File]::WriteAllText($log, (@(& $Tamper $lines) -join "`n") + "`n")
        $result = Get-MopsChange $log -Summary -Policy default
        $result.IsCompliant | Should -BeFalse
        @($result.Findings).RuleId | Should -Be $Rule
    }

    It 'takes an anchor that was kept elsewhere' {
        $log = Get-LogPath
        $anchor = (Get-MopsChange $log -Policy default)[1].Hash
        (Get-MopsChange $log -Summary -ExpectedHead $anchor -Policy default).EntriesSinceExpectedHead | Should -Be 1
        (Get-MopsChange $log -Summary -ExpectedHead ('a' * 64) -Policy default).Findings[0].RuleId | Should -Be 'CHG008'
    }

    It 'writes release notes' {
        $notes = Join-Path -Path $TestDrive -ChildPath 'notes.html'
        Get-MopsChange (Get-ExamplePath 'changes.jsonl') -Policy $script:Policy | Export-MopsReport $notes -Policy $script:Policy
        [System.IO.File]::ReadAllText($notes) | Should -Match 'Release notes'
    }
}

Describe '-ChangeLog' {
    It 'logs what a cmdlet wrote' {
        $log = Get-LogPath
        $file = [System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($log), 'out.csv')
        [pscustomobject]@{ A = 1 } | Export-MopsRecord $file -ChangeLog $log -Ticket OPS-1
        $entry = Get-MopsChange $log -Policy default -Last 1
        $entry.Command | Should -Be 'Export-MopsRecord'
        $entry.Ticket | Should -Be 'OPS-1'
        $entry.Files[0].Hash | Should -Be (Get-FileHash -LiteralPath $file).Hash
    }
}
