#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Good = Test-MopsPolicy -Policy @{ name = 'good' }
    $script:Bad = Test-MopsPolicy -Policy @{ sorces = @() }
    $script:Missed = [MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 80, 100, 95, 'HigherIsBetter')
}

Describe 'Export-MopsReport' {
    It 'writes <_>' -ForEach 'html', 'md', 'csv', 'json' {
        $file = Join-Path -Path $TestDrive -ChildPath "report.$_"
        ($script:Bad, $script:Missed | Export-MopsReport -Path $file).FullName | Should -Be ([System.IO.Path]::GetFullPath($file))
        Get-Content -LiteralPath $file -Raw | Should -Match 'sorces'
    }

    It 'writes a page that loads nothing' {
        $file = Join-Path -Path $TestDrive -ChildPath 'page.html'
        $null = $script:Bad, $script:Missed | Export-MopsReport -Path $file -Title 'A <b> & c'
        $page = Get-Content -LiteralPath $file -Raw
        $page | Should -Not -Match '<script|<link |@import|src="http'
        $page | Should -Match 'A &lt;b&gt; &amp; c'
    }

    It 'has a section with a chart for a summary of links' {
        $file = Join-Path -Path $TestDrive -ChildPath 'sections.html'
        $summary = Test-MopsUtm -InputObject 'https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=a' -Summary -By Source -Policy default
        $null = $summary | Export-MopsReport -Path $file
        Get-Content -LiteralPath $file -Raw | Should -Match '<svg class="bars"'
    }

    It 'hands the input on with -PassThru' {
        ($script:Good | Export-MopsReport -Path (Join-Path -Path $TestDrive -ChildPath 'pass.html') -PassThru).IsCompliant | Should -BeTrue
    }

    It 'refuses an extension that names no format' {
        { $script:Good | Export-MopsReport -Path (Join-Path -Path $TestDrive -ChildPath 'report.pdf') } |
            Should -Throw -ErrorId 'MopsFormatUnknown,MopsPS.Reporting.ExportMopsReportCommand'
    }

    It 'says that no input is not a pass' {
        { @() | Export-MopsReport -Path (Join-Path -Path $TestDrive -ChildPath 'empty.html') } |
            Should -Throw -ErrorId 'MopsReportNoInput,MopsPS.Reporting.ExportMopsReportCommand'
    }

    It 'does not replace a file with -NoClobber' {
        $file = Join-Path -Path $TestDrive -ChildPath 'kept.html'
        Set-Content -LiteralPath $file -Value 'kept'
        { $script:Good | Export-MopsReport -Path $file -NoClobber } | Should -Throw -ErrorId 'MopsFileExists,MopsPS.Reporting.ExportMopsReportCommand'
    }

    It 'writes nothing with -WhatIf' {
        $file = Join-Path -Path $TestDrive -ChildPath 'whatif.html'
        $script:Good | Export-MopsReport -Path $file -WhatIf
        Test-Path -LiteralPath $file | Should -BeFalse
    }
}

Describe 'Assert-MopsResult' {
    It 'passes what is good' {
        $gate = $script:Good | Assert-MopsResult
        $gate.Passed | Should -BeTrue
        $gate.ExitCode | Should -Be 0
    }

    It 'fails on an error' {
        { $script:Bad | Assert-MopsResult } | Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }

    It 'fails on a missed KPI where that is asked' {
        { $script:Good, $script:Missed | Assert-MopsResult -FailOnMissedKpi } | Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }

    It 'cannot run without input' {
        { @() | Assert-MopsResult } | Should -Throw -ErrorId 'MopsGateCouldNotRun,MopsPS.Reporting.AssertMopsResultCommand'
    }

    It 'does not understand other objects' {
        { 'text' | Assert-MopsResult -ErrorAction Stop } | Should -Throw -ErrorId 'MopsGateInputNotUnderstood,MopsPS.Reporting.AssertMopsResultCommand'
    }
}
