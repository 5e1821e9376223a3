#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
}

Describe 'Get-MopsPolicy' {
    It 'reads a file' {
        $policy = Get-MopsPolicy -Policy (Join-Path -Path $script:Examples -ChildPath 'mops.policy.json')
        $policy.Name | Should -Be 'example team'
        $policy.Utm.Sources.Value | Should -Contain 'linkedin'
    }

    It 'finds the nearest file upward from the current folder' {
        $folder = New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath 'nearest/inner') -Force
        Set-Content -LiteralPath (Join-Path -Path $TestDrive -ChildPath 'nearest/mops.policy.json') -Value '{ "name": "nearest" }'
        Push-Location -LiteralPath $folder.FullName
        try { (Get-MopsPolicy).Name | Should -Be 'nearest' }
        finally { Pop-Location }
    }

    It 'reads a hashtable over the default preset' {
        $policy = Get-MopsPolicy -Policy @{ name = 'mine'; kpiTargets = @{ UtmCompliance = 90 } }
        $policy.Name | Should -Be 'mine'
        $policy.KpiTargets['UtmCompliance'] | Should -Be 90
        $policy.Utm.Required | Should -Be @('source', 'medium', 'campaign')
    }

    It 'lists the presets' {
        (Get-MopsPolicy -List).Preset | Should -Contain 'b2b-saas'
    }

    It 'stops where there is no such file or preset' {
        { Get-MopsPolicy -Policy (Join-Path -Path $TestDrive -ChildPath 'none.json') } | Should -Throw -ErrorId 'MopsPolicyNotFound,MopsPS.Policy.GetMopsPolicyCommand'
    }

    It 'stops where the policy has mistakes' {
        { Get-MopsPolicy -Policy @{ sorces = @() } } | Should -Throw -ErrorId 'MopsPolicyInvalid,MopsPS.Policy.GetMopsPolicyCommand'
    }
}

Describe 'Test-MopsPolicy' {
    It 'finds nothing wrong with the example' {
        $result = Test-MopsPolicy -Policy (Join-Path -Path $script:Examples -ChildPath 'mops.policy.json')
        $result.IsCompliant | Should -BeTrue
        $result.ErrorCount | Should -Be 0
    }

    It 'says line, path and the nearest key of a mistake' {
        $file = Join-Path -Path $TestDrive -ChildPath 'wrong.json'
        Set-Content -LiteralPath $file -Value "{`n  `"utm`": { `"sorces`": [] }`n}"
        $problem = (Test-MopsPolicy -Policy $file).Problems | Select-Object -First 1
        $problem.Line | Should -Be 2
        $problem.JsonPath | Should -Be '$.utm.sorces'
        $problem.Suggestion | Should -Be 'sources'
    }
}

Describe 'New-MopsPolicy' {
    It 'writes a starter that has no mistakes' {
        $file = Join-Path -Path $TestDrive -ChildPath 'starter.json'
        (New-MopsPolicy -Path $file -Preset ga4).Preset | Should -Be 'ga4'
        (Test-MopsPolicy -Policy $file).Problems | Should -BeNullOrEmpty
    }

    It 'leaves an existing file alone' {
        $file = Join-Path -Path $TestDrive -ChildPath 'kept.json'
        Set-Content -LiteralPath $file -Value '{}'
        { New-MopsPolicy -Path $file } | Should -Throw -ErrorId 'MopsPolicyExists,MopsPS.Policy.NewMopsPolicyCommand'
        Get-Content -LiteralPath $file | Should -Be '{}'
    }

    It 'replaces it with -Force' {
        $file = Join-Path -Path $TestDrive -ChildPath 'replaced.json'
        Set-Content -LiteralPath $file -Value '{}'
        (New-MopsPolicy -Path $file -Force).Name | Should -Be 'my team'
    }

    It 'writes nothing with -WhatIf' {
        $file = Join-Path -Path $TestDrive -ChildPath 'whatif.json'
        New-MopsPolicy -Path $file -WhatIf
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'refuses an unknown preset' {
        { New-MopsPolicy -Path (Join-Path -Path $TestDrive -ChildPath 'x.json') -Preset 'none' } | Should -Throw -ErrorId 'MopsPolicyPresetNotFound,MopsPS.Policy.NewMopsPolicyCommand'
    }
}

Describe 'Get-MopsRule' {
    It 'takes ids, names and wildcards' {
        (Get-MopsRule -Id UTM001).Name | Should -Be 'MissingParameter'
        (Get-MopsRule -Id MissingParameter).Id | Should -Be 'UTM001'
        @(Get-MopsRule -Id 'UTM*').Count | Should -BeGreaterThan 20
    }

    It 'shows the severities of a policy' {
        (Get-MopsRule -Id UTM001 -Policy @{ rules = @{ UTM001 = @{ severity = 'Warning' } } }).Severity | Should -Be 'Warning'
    }
}
