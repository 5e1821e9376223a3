#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath 'routing-leads.csv'
    $script:Audit = @{ Policy = Get-ExamplePath 'mops.policy.json'; AsOf = '2026-11-24T17:00:00Z' }
    $rules = @(
        @{ name = 'California'; countries = @('US'); states = @('California'); owner = 'Ben' }
        @{ name = 'Munich'; countries = @('Germany'); postcodes = @('80000..81999'); owner = 'Cleo' }
        @{ name = 'Germany'; countries = @('Germany'); pool = @(@{ owner = 'Ada'; weight = 2 }, 'Dana') }
    )
    $script:Simple = @{ routing = @{ rules = $rules } }
}

Describe 'Test-MopsLeadRouting' {
    It 'loses no lead' {
        $result = Test-MopsLeadRouting -Path $script:Leads -Summary @script:Audit
        $result.Correct + $result.Misrouted + $result.Unassigned + $result.NoRule | Should -Be $result.Leads
        $result.Leads | Should -Be @(Import-MopsExport $script:Leads).Count
    }

    It 'reads <Country> <State> <Zip> as people write them: <Rule>' -ForEach @(
        @{ Country = 'USA'; State = 'Calif.'; Zip = ''; Rule = 'California' }
        @{ Country = 'Deutschland'; State = ''; Zip = 'D-80331'; Rule = 'Munich' }
        @{ Country = 'DE'; State = ''; Zip = '10115'; Rule = 'Germany' }
        @{ Country = 'France'; State = ''; Zip = ''; Rule = $null }
    ) {
        $lead = [pscustomobject]@{ Owner = 'Ada'; Country = $Country; State = $State; 'Postal Code' = $Zip }
        ($lead | Test-MopsLeadRouting -Policy $script:Simple).Rule | Should -Be $Rule
    }

    It 'expects the pool and not a person of it' {
        $leads = foreach ($owner in 'Ada', 'Dana', 'Cleo') { [pscustomobject]@{ Owner = $owner; Country = 'Germany'; State = ''; 'Postal Code' = '' } }
        $routes = @($leads | Test-MopsLeadRouting -Policy $script:Simple)
        $routes.Outcome | Should -Be @('Correct', 'Correct', 'Misrouted')
        $routes[0].Expected | Should -Be 'pool (Ada 2, Dana 1)'
    }

    It 'finds shadowed rules without leads' {
        $problem = (Test-MopsLeadRouting -RulesOnly @script:Audit).Problems | Where-Object Kind -eq 'Shadowed'
        $problem.Rule | Should -Be 'Austria'
        $problem.Others | Should -Contain 'DACH'
    }

    It 'shows what changed rules would move' {
        $change = Test-MopsLeadRouting -Path $script:Leads -WhatIfRule (Get-ExamplePath 'routing-change.json') @script:Audit
        ($change.Moves | Measure-Object -Property Leads -Sum).Sum | Should -Be $change.Moved
        $change.Moved | Should -BeGreaterThan 0
    }

    It 'names the fields that rules need' {
        Assert-ThrownError { [pscustomobject]@{ Owner = 'Ada' } | Test-MopsLeadRouting -Policy $script:Simple } 'MopsFieldNotFound,MopsPS.Routing.TestMopsLeadRoutingCommand' 'ObjectNotFound'
    }
}
