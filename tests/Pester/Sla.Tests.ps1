#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Leads = Join-Path -Path $script:Examples -ChildPath 'lead-response.csv'
    $script:Sla = @{ Policy = Join-Path -Path $script:Examples -ChildPath 'mops.policy.json'; AsOf = '2026-11-24T17:00:00Z' }
}

Describe 'Measure-MopsSla' {
    It 'measures both service levels and loses no record' {
        $results = @(Measure-MopsSla -Path $script:Leads @script:Sla)
        $results.Measure | Should -Be @('SpeedToLead', 'Processing')
        foreach ($result in $results) { $result.Met + $result.Late + $result.Overdue + $result.Waiting + $result.NotMeasured | Should -Be $result.Records }
    }

    It 'lists breaches with owner and age, the open ones first' {
        $breaches = (Measure-MopsSla -Path $script:Leads -Measure Processing @script:Sla).Breaches
        $breaches[0].IsOpen | Should -BeTrue
        $breaches[0].Owner | Should -Not -BeNullOrEmpty
        $breaches[0].AgeMinutes | Should -BeGreaterThan 240
    }

    It 'does not count the weekend' {
        $lead = [pscustomobject]@{ Id = 1; 'Engagement Date' = '2026-11-20T16:58:00Z'; 'First Touch Date' = '2026-11-23T09:02:00Z' }
        $result = $lead | Measure-MopsSla -Policy default -AsOf '2026-11-24T17:00:00Z'
        $result.MedianMinutes | Should -Be 4
        $result.Attainment | Should -Be 100
    }

    It 'never counts a lead that waits within the limit as met' {
        $lead = [pscustomobject]@{ Id = 1; 'Engagement Date' = '2026-11-24T16:58:00Z'; 'First Touch Date' = '' }
        $result = $lead | Measure-MopsSla -Policy default -AsOf '2026-11-24T17:00:00Z'
        $result.Waiting | Should -Be 1
        $result.Attainment | Should -BeNullOrEmpty
    }

    It 'fails the gate when leads are overdue' {
        { Measure-MopsSla -Path $script:Leads @script:Sla | Assert-MopsResult } |
            Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }
}
