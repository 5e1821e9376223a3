#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll { . "$PSScriptRoot/common.ps1" }

Describe 'Measure-MopsEmail' {
    BeforeAll {
        $script:Events = Get-ExamplePath -Name 'email-events.csv'
        $script:Sends = Get-ExamplePath -Name 'email-sends.csv'
    }

    It 'counts as Group-Object does' {
        $rows = @(Import-Csv -Path $script:Events)
        $sent = @($rows | Where-Object 'Event Type' -EQ 'Sent').Count
        $hard = @($rows | Where-Object 'Bounce Reason' -Like '*5.1.1*').Count
        $result = Measure-MopsEmail -Path $script:Events -Policy default
        $result.Sent | Should -Be $sent
        $result.Counts.HardBounces | Should -Be $hard
    }

    It 'adds up over sends' {
        $results = @(Measure-MopsEmail -Path $script:Sends -By Send -Policy default)
        ($results | Where-Object Segment | Measure-Object -Property Sent -Sum).Sum | Should -Be $results[0].Sent
    }

    It 'finds the bought list and the price change' {
        $findings = (Measure-MopsEmail -Path $script:Sends -Policy default).Findings
        ($findings | Where-Object RuleId -EQ 'EMH001').Target | Should -Be 'Purchased list blast'
        ($findings | Where-Object RuleId -EQ 'EMH003').Target | Should -Be 'Price change notice'
    }

    It 'masks who bounces unless asked' {
        (Measure-MopsEmail -Path $script:Events -Policy default).RepeatBouncers[0].Recipient | Should -Match '\*'
        (Measure-MopsEmail -Path $script:Events -Policy default -ShowRecipient).RepeatBouncers[0].Recipient | Should -Not -Match '\*'
    }

    It 'takes the rows of Import-Csv' {
        $byPipe = Import-Csv -Path $script:Sends | Measure-MopsEmail -Policy default
        "$byPipe" | Should -Be "$(Measure-MopsEmail -Path $script:Sends -Policy default)"
    }

    It 'has no complaint rate without complaints in the export' {
        $row = [pscustomobject]@{ 'Email Name' = 'A'; Sent = '100'; 'Hard Bounces' = '1' }
        $result = $row | Measure-MopsEmail -Policy default
        $result.ComplaintRate | Should -BeNullOrEmpty
        ($result.Kpis | Where-Object Id -EQ 'EmailComplaintRate').Status | Should -Be 'Unknown'
    }

    It 'fails the gate when norms are broken' {
        { Measure-MopsEmail -Path $script:Sends -Policy default | Assert-MopsResult } |
            Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }
}
