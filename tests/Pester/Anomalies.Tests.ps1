#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Days = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'email-days.csv'))
}

Describe 'Find-MopsAnomaly' {
    It 'finds the day of the bounces and says what was expected' {
        $alarm = @((Find-MopsAnomaly -Path $script:Days -ValueColumn Bounces -DenominatorColumn Delivered -Policy default).Anomalies)
        $alarm.Count | Should -Be 1
        $alarm[0].Date | Should -Be ([datetime]'2026-09-07')
        $alarm[0].Kind | Should -Be 'Spike'
        $alarm[0].Value | Should -BeGreaterThan $alarm[0].Upper
    }

    It 'sees the season of the week and the step of the volume' {
        $result = Find-MopsAnomaly -Path $script:Days -ValueColumn Delivered -Policy default
        $result.Season | Should -Be 7
        @($result.Changes).Count | Should -Be 1
        $result.Changes[0].Date | Should -Be ([datetime]'2026-07-31')
    }

    It 'gives the same through the pipeline as with a path' {
        $byPath = (Find-MopsAnomaly -Path $script:Days -ValueColumn Delivered -Policy default).Points | ConvertTo-Json
        $byCsv = (Import-Csv -LiteralPath $script:Days | Find-MopsAnomaly -ValueColumn Delivered -Policy default).Points | ConvertTo-Json
        $byCsv | Should -Be $byPath
    }

    It 'raises no alarm for a handful of counts' {
        $rows = foreach ($day in 1..20) { foreach ($i in 1..(1 + $day % 3)) { [pscustomobject]@{ Date = '2026-03-{0:00}' -f $day; Row = $i } } }
        ($rows | Find-MopsAnomaly -Measure Count -Policy default).Anomalies | Should -BeNullOrEmpty
    }

    It 'does not judge a few points' {
        $rows = foreach ($day in 1..5) { [pscustomobject]@{ Date = "2026-03-0$day"; Leads = $day * 100 } }
        ($rows | Find-MopsAnomaly -ValueColumn Leads -Policy default).Findings.RuleId | Should -Be 'ANO004'
    }
}
