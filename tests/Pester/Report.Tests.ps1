#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Good = Test-MopsPolicy -Policy @{ name = 'good' }
    $script:Bad = Test-MopsPolicy -Policy @{ sorces = @() }
    $script:Missed = [MopsPS.Kpi]::Percentage('UtmCompliance', 'UTM compliance', 80, 100, 95, 'HigherIsBetter')
    $script:Report = 'MopsPS.Reporting.ExportMopsReportCommand'
    $script:Gate = 'MopsPS.Reporting.AssertMopsResultCommand'
}

Describe 'Export-MopsReport' {
    It 'writes <_>' -ForEach 'html', 'md', 'csv', 'json' {
        $file = [System.IO.Path]::Combine("$TestDrive", "report.$_")
        ($script:Bad, $script:Missed | Export-MopsReport -Path $file).FullName | Should -Be $file
        Get-Content -LiteralPath $file -Raw | Should -Match 'sorces'
    }

    It 'writes a page that loads nothing and runs nothing' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'page.html')
        $null = $script:Bad, $script:Missed | Export-MopsReport -Path $file -Title 'A <b> & c'
        $page = Get-Content -LiteralPath $file -Raw
        $page | Should -Not -Match '<script|<link |@import|src="http'
        $page | Should -Match 'A &lt;b&gt; &amp; c'
    }

    It 'has a section with a chart for a summary of links' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'sections.html')
        $summary = Test-MopsUtm -InputObject 'https://www.example.com/?utm_source=google&utm_medium=cpc&utm_campaign=a' -Summary -By Source -Policy default
        $null = $summary | Export-MopsReport -Path $file
        Get-Content -LiteralPath $file -Raw | Should -Match '<svg class="bars"'
    }

    It 'shows records by their columns, with what a script added, and masks them with -Mask' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'rows.md')
        Import-MopsExport -Path (Get-ExamplePath -Name 'leads.csv') -First 1 -Column Email, Country |
            Add-Member -NotePropertyName Score -NotePropertyValue 5 -PassThru |
            Export-MopsReport -Path $file -Mask |
            Should -Not -BeNullOrEmpty
        $text = Get-Content -LiteralPath $file -Raw
        $text | Should -Match '\| Email \| Country \| Score \|'
        $text | Should -Not -Match 'ada.?abel'
    }

    It 'writes the same bytes for the same input and date' {
        $files = foreach ($name in 'one.html', 'two.html') { [System.IO.Path]::Combine("$TestDrive", $name) }
        foreach ($file in $files) { $null = $script:Bad | Export-MopsReport -Path $file -Date '2026-11-24T12:00:00Z' }
        (Get-FileHash -LiteralPath $files[0]).Hash | Should -Be (Get-FileHash -LiteralPath $files[1]).Hash
    }

    It 'hands the input on with -PassThru' {
        ($script:Good | Export-MopsReport -Path ([System.IO.Path]::Combine("$TestDrive", 'pass.html')) -PassThru).IsCompliant | Should -BeTrue
    }

    It 'makes a missing folder with -Force' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'made', 'report.html')
        ($script:Good | Export-MopsReport -Path $file -Force).FullName | Should -Be $file
    }

    It 'writes nothing with -WhatIf' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'whatif.html')
        $script:Good | Export-MopsReport -Path $file -WhatIf
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'binds -<Parameter>: <Binding>' -ForEach @(
        @{ Parameter = 'Path'; Binding = 'mandatory 0' }
        @{ Parameter = 'InputObject'; Binding = 'mandatory value' }
    ) {
        Get-Binding -Command Export-MopsReport -Parameter $Parameter | Should -Be $Binding
    }
}

Describe 'The errors of Export-MopsReport' {
    It 'refuses an extension that names no format' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'report.pdf')
        Assert-ThrownError -ScriptBlock { $script:Good | Export-MopsReport -Path $file } -Id "MopsFormatUnknown,$($script:Report)" -Category InvalidArgument -Target $file
    }

    It 'says that no input is not a pass' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'empty.html')
        Assert-ThrownError -ScriptBlock { @() | Export-MopsReport -Path $file } -Id "MopsReportNoInput,$($script:Report)" -Category InvalidData -Target $file
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'does not replace a file with -NoClobber' {
        $file = Write-TestFile -Name 'kept.html' -Line 'kept'
        Assert-ThrownError -ScriptBlock { $script:Good | Export-MopsReport -Path $file -NoClobber } -Id "MopsFileExists,$($script:Report)" -Category ResourceExists -Target $file
        Get-Content -LiteralPath $file | Should -Be 'kept'
    }

    It 'refuses a folder that is not there' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none', 'report.html')
        Assert-ThrownError -ScriptBlock { $script:Good | Export-MopsReport -Path $file } -Id "MopsFolderNotFound,$($script:Report)" -Category ObjectNotFound -Target $file
    }

    It 'does not count the copy of a result that a job or a file hands over' {
        $copy = [System.IO.Path]::Combine("$TestDrive", 'copy.xml')
        $script:Bad | Export-Clixml -LiteralPath $copy
        $file = [System.IO.Path]::Combine("$TestDrive", 'copy.html')
        $errors = @(Get-ThrownError -ScriptBlock { Import-Clixml -LiteralPath $copy | Export-MopsReport -Path $file })
        $errors.FullyQualifiedErrorId | Should -Be @("MopsReportInputIsCopy,$($script:Report)", "MopsReportNoInput,$($script:Report)")
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidType'
        @(Get-ThrownError -ScriptBlock { Import-Clixml -LiteralPath $copy | Assert-MopsResult })[0] | Should -Match 'PolicyTestResult is a copy'
    }

    It 'says that a template is not valid Liquid' {
        $template = Write-TestFile -Name 'bad.liquid' -Line '{% if %}'
        $file = [System.IO.Path]::Combine("$TestDrive", 'template.html')
        Assert-ThrownError -ScriptBlock { $script:Good | Export-MopsReport -Path $file -Template $template } -Id "MopsReportTemplateInvalid,$($script:Report)" -Category ParserError -Target $template
    }
}

Describe 'Assert-MopsResult' {
    It 'passes what is good' {
        $gate = $script:Good | Assert-MopsResult
        $gate.Passed | Should -BeTrue
        $gate.ExitCode | Should -Be 0
    }

    It 'writes what it decided before it fails' {
        $decided = $null
        try { $script:Bad | Assert-MopsResult -OutVariable decided } catch { $null = $_ }
        $decided[0].ExitCode | Should -Be 1
        $decided[0].Reasons[0] | Should -Match 'Error'
    }

    It 'fails on an error' {
        Assert-ThrownError -ScriptBlock { $script:Bad | Assert-MopsResult } -Id "MopsGateFailed,$($script:Gate)" -Category InvalidResult -Target ([MopsPS.GateResult])
    }

    It 'fails on a missed KPI where that is asked' {
        Assert-ThrownError -ScriptBlock { $script:Good, $script:Missed | Assert-MopsResult -FailOnMissedKpi } -Id "MopsGateFailed,$($script:Gate)" -Category InvalidResult -Target ([MopsPS.GateResult])
    }

    It 'fails where too little is compliant' {
        Assert-ThrownError -ScriptBlock { $script:Good, $script:Bad | Assert-MopsResult -MinimumCompliance 80 } -Id "MopsGateFailed,$($script:Gate)" -Category InvalidResult -Target ([MopsPS.GateResult])
    }

    It 'cannot run without input' {
        Assert-ThrownError -ScriptBlock { @() | Assert-MopsResult } -Id "MopsGateCouldNotRun,$($script:Gate)" -Category InvalidData -Target ([MopsPS.GateResult])
    }

    It 'does not understand other objects, and does not pass them' {
        $errors = @(Get-ThrownError -ScriptBlock { 'text' | Assert-MopsResult })
        $errors.FullyQualifiedErrorId | Should -Be @("MopsGateInputNotUnderstood,$($script:Gate)", "MopsGateCouldNotRun,$($script:Gate)")
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidType'
        $errors[0].TargetObject | Should -Be 'text'
    }

    It 'ends a process with exit code <Code> for <Name>' -ForEach @(
        @{ Name = 'what is good'; Code = 0; Policy = "@{ name = 'good' }" }
        @{ Name = 'an error'; Code = 1; Policy = '@{ sorces = @() }' }
    ) {
        # In a runspace of its own: the exit code would end this one.
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module -Name '$($script:Manifest)'; Test-MopsPolicy -Policy $Policy | Assert-MopsResult -SetExitCode")
            ($shell.Invoke() | Select-Object -Last 1).ExitCode | Should -Be $Code
            $shell.HadErrors | Should -BeFalse
        }
        finally {
            $shell.Dispose()
        }
    }

    It 'annotates a build of <Name>' -ForEach @(
        @{ Name = 'GitHub'; Start = '::error' }
        @{ Name = 'AzureDevOps'; Start = '##vso[task.logissue type=error' }
    ) {
        $notes = $null
        try { $script:Bad | Assert-MopsResult -Format $Name -InformationVariable notes 6>$null } catch { $null = $_ }
        "$($notes[0])".StartsWith($Start) | Should -BeTrue -Because "$($notes[0])"
    }

    It 'leaves a <Name> file, and none with -WhatIf' -ForEach @(
        @{ Name = 'SARIF'; File = 'gate.sarif'; Expected = '"version": "2.1.0"' }
        @{ Name = 'JUnit'; File = 'gate.xml'; Expected = '<testsuites' }
    ) {
        $path = [System.IO.Path]::Combine("$TestDrive", $File)
        try { $script:Bad | Assert-MopsResult -OutFile $path -WhatIf } catch { $null = $_ }
        Test-Path -LiteralPath $path | Should -BeFalse
        try { $script:Bad | Assert-MopsResult -OutFile $path } catch { $null = $_ }
        [System.IO.File]::ReadAllText($path).Contains($Expected) | Should -BeTrue
    }

    It 'binds -InputObject by position and by value' {
        Get-Binding -Command Assert-MopsResult -Parameter InputObject | Should -Be '0 value'
    }
}
