#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Requests = Get-ExamplePath -Name 'requests.csv'
    $script:Team = @{ Policy = Get-ExamplePath -Name 'mops.policy.json' }
}

Describe 'Measure-MopsRequest' {
    It 'loses no request' {
        $all = Measure-MopsRequest -Path $script:Requests -AsOf '2026-11-24T17:00:00Z' @script:Team
        $all.Requests | Should -Be @(Import-Csv -Path $script:Requests).Count
        $all.Met + $all.Late + $all.Overdue + $all.Waiting + $all.WithoutLevel + $all.NotMeasured + $all.Dropped | Should -Be $all.Requests
    }

    It 'lists the overdue ones first' {
        $breaches = (Measure-MopsRequest -Path $script:Requests -AsOf '2026-11-24T17:00:00Z' @script:Team).Breaches
        $breaches[0].IsOpen | Should -BeTrue
        $breaches[0].LateHours | Should -BeGreaterThan 0
    }

    It 'reads the dates of Jira' {
        $issue = [pscustomobject]@{ 'Issue key' = 'A-1'; 'Issue Type' = 'Task'; Created = '16/Nov/26 9:00 AM'; Resolved = '16/Nov/26 11:30 AM' }
        ($issue | Measure-MopsRequest -Policy default).MedianHours | Should -Be 2.5
    }

    It 'fails the gate when requests are overdue' {
        { Measure-MopsRequest -Path $script:Requests -AsOf '2026-11-24T17:00:00Z' @script:Team | Assert-MopsResult } |
            Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }
}

Describe 'Resolve-MopsRequest' {
    It 'sorts each request once' {
        $sorted = @(Import-Csv -Path $script:Requests | Resolve-MopsRequest -Policy default)
        $sorted.Count | Should -Be @(Import-Csv -Path $script:Requests).Count
        ($sorted | Where-Object Summary -EQ 'Upload the trade show list' | Select-Object -First 1).Category | Should -Be 'List import'
    }

    It 'asks what is not said' {
        $request = [pscustomobject]@{ Summary = 'Send out the invitation'; Description = '' } | Resolve-MopsRequest -Policy default
        $request.IsCompliant | Should -BeFalse
        $request.Questions | Should -Contain 'By when is it needed?'
    }

    It 'does not guess' {
        $request = [pscustomobject]@{ Summary = 'Something is odd'; Description = '' } | Resolve-MopsRequest -Policy default
        $request.Category | Should -BeNullOrEmpty
        $request.Findings.RuleId | Should -Contain 'REQ010'
    }
}
