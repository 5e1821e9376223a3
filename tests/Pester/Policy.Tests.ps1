#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Example = Get-ExamplePath -Name 'mops.policy.json'
}

Describe 'Get-MopsPolicy' {
    It 'reads a file' {
        $policy = Get-MopsPolicy -Policy $script:Example
        $policy.Name | Should -Be 'example team'
        $policy.Utm.Sources.Value | Should -Contain 'linkedin'
    }

    It 'finds the nearest file upward from the current folder' {
        $null = Write-TestFile -Name 'nearest/mops.policy.json' -Line '{ "name": "nearest" }'
        $folder = New-Item -ItemType Directory -Path ([System.IO.Path]::Combine("$TestDrive", 'nearest', 'inner')) -Force
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

    It 'takes back what it gave' {
        (Get-MopsPolicy -Policy (Get-MopsPolicy -Policy ga4)).Preset | Should -Be 'ga4'
    }

    It 'lists the presets' {
        (Get-MopsPolicy -List).Preset | Should -Be @('b2b-saas', 'default', 'ga4', 'strict')
    }

    It 'stops where there is no such file or preset' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none.json')
        Assert-ThrownError -ScriptBlock { Get-MopsPolicy -Policy $file } -Id 'MopsPolicyNotFound,MopsPS.Policy.GetMopsPolicyCommand' -Category ObjectNotFound -Target $file
    }

    It 'stops where the policy has mistakes' {
        Assert-ThrownError -ScriptBlock { Get-MopsPolicy -Policy @{ sorces = @() } } -Id 'MopsPolicyInvalid,MopsPS.Policy.GetMopsPolicyCommand' -Category InvalidData -Target ([hashtable])
    }

    It 'stops where the value is no policy' {
        Assert-ThrownError -ScriptBlock { Get-MopsPolicy -Policy 7 } -Id 'MopsPolicyTypeNotSupported,MopsPS.Policy.GetMopsPolicyCommand' -Category InvalidType -Target 7
    }

    It 'binds -<Parameter> of the set <Set>: <Binding>' -ForEach @(
        @{ Parameter = 'Policy'; Set = 'Policy'; Binding = '0' }
        @{ Parameter = 'List'; Set = 'List'; Binding = 'mandatory' }
    ) {
        Get-Binding -Command Get-MopsPolicy -Parameter $Parameter -Set $Set | Should -Be $Binding
    }
}

Describe 'Test-MopsPolicy' {
    It 'finds nothing wrong with the example' {
        $result = Test-MopsPolicy -Policy $script:Example
        $result.IsCompliant | Should -BeTrue
        $result.ErrorCount | Should -Be 0
    }

    It 'says line, path and the nearest key of a mistake' {
        $file = Write-TestFile -Name 'wrong.json' -Line '{', '  "utm": { "sorces": [] }', '}'
        $problem = (Test-MopsPolicy -Policy $file).Problems[0]
        $problem.Line | Should -Be 2
        $problem.JsonPath | Should -Be '$.utm.sorces'
        $problem.Suggestion | Should -Be 'sources'
    }

    It 'reports each mistake, not the first alone' {
        (Test-MopsPolicy -Policy @{ sorces = @(); naming = @{ campaign = @{ separater = '_' } } }).ErrorCount | Should -BeGreaterThan 1
    }

    It 'takes files from the pipeline' {
        @(Get-Item -LiteralPath $script:Example | Test-MopsPolicy).IsCompliant | Should -BeTrue
    }

    It 'runs nothing that a policy says' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'ran.txt')
        $null = Test-MopsPolicy -Policy @{ name = "`$(Set-Content -LiteralPath '$file' -Value 1)" }
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'stops where there is no such file' {
        Assert-ThrownError -ScriptBlock { Test-MopsPolicy -Policy './none.json' } -Id 'MopsPolicyNotFound,MopsPS.Policy.TestMopsPolicyCommand' -Category ObjectNotFound -Target './none.json'
    }

    It 'binds -Policy by position and by value' {
        Get-Binding -Command Test-MopsPolicy -Parameter Policy | Should -Be '0 value'
    }
}

Describe 'New-MopsPolicy' {
    It 'writes a starter that has no mistakes on <_>' -ForEach 'b2b-saas', 'default', 'ga4', 'strict' {
        $file = [System.IO.Path]::Combine("$TestDrive", "starter-$_.json")
        (New-MopsPolicy -Path $file -Preset $_).Preset | Should -Be $_
        (Test-MopsPolicy -Policy $file).Problems | Should -BeNullOrEmpty
    }

    It 'leaves an existing file alone' {
        $file = Write-TestFile -Name 'kept.json' -Line '{}'
        Assert-ThrownError -ScriptBlock { New-MopsPolicy -Path $file } -Id 'MopsPolicyExists,MopsPS.Policy.NewMopsPolicyCommand' -Category ResourceExists -Target $file
        Get-Content -LiteralPath $file | Should -Be '{}'
    }

    It 'replaces it with -Force' {
        $file = Write-TestFile -Name 'replaced.json' -Line '{}'
        (New-MopsPolicy -Path $file -Force).Name | Should -Be 'my team'
    }

    It 'writes nothing with -WhatIf' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'whatif.json')
        New-MopsPolicy -Path $file -WhatIf
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'refuses an unknown preset' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'x.json')
        Assert-ThrownError -ScriptBlock { New-MopsPolicy -Path $file -Preset 'none' } -Id 'MopsPolicyPresetNotFound,MopsPS.Policy.NewMopsPolicyCommand' -Category ObjectNotFound -Target 'none'
    }

    It 'says that it cannot write into a folder that is not there' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none', 'x.json')
        Assert-ThrownError -ScriptBlock { New-MopsPolicy -Path $file } -Id 'MopsFileNotWritten,MopsPS.Policy.NewMopsPolicyCommand' -Category WriteError -Target $file
    }

    It 'binds -Path by position and completes presets with a tooltip' {
        Get-Binding -Command New-MopsPolicy -Parameter Path | Should -Be '0'
        (Get-Completion -Line 'New-MopsPolicy -Preset g')[0].ToolTip | Should -Be 'the preset ga4'
    }
}

Describe 'Get-MopsRule' {
    It 'takes ids, names and wildcards' {
        (Get-MopsRule -Id UTM001).Name | Should -Be 'MissingParameter'
        (Get-MopsRule -Id MissingParameter).Id | Should -Be 'UTM001'
        @(Get-MopsRule -Id 'UTM*').Count | Should -BeGreaterThan 20
    }

    It 'has one rule for each id and each name' {
        $rules = @(Get-MopsRule)
        @($rules.Id | Sort-Object -Unique).Count | Should -Be $rules.Count
        @($rules.Name | Sort-Object -Unique).Count | Should -Be $rules.Count
    }

    It 'says for each rule what it finds, what to do and where that comes from' {
        foreach ($rule in Get-MopsRule) {
            $rule.Summary | Should -Match '\.$' -Because $rule.Id
            $rule.Remedy | Should -Not -BeNullOrEmpty -Because $rule.Id
            $rule.Source | Should -Not -BeNullOrEmpty -Because $rule.Id
        }
    }

    It 'shows the severities and switches of a policy' {
        (Get-MopsRule -Id UTM001 -Policy @{ rules = @{ UTM001 = @{ severity = 'Warning' } } }).Severity | Should -Be 'Warning'
        (Get-MopsRule -Id UTM001 -Policy @{ rules = @{ UTM001 = @{ enabled = $false } } }).IsEnabled | Should -BeFalse
    }

    It 'takes areas and severities' {
        (Get-MopsRule -Area Utm -Severity Error).Severity | Sort-Object -Unique | Should -Be 'Error'
    }

    It 'completes ids, names and areas with a tooltip' {
        $offered = Get-Completion -Line 'Get-MopsRule -Id UTM00'
        $offered.CompletionText | Should -Contain 'UTM001'
        $offered[0].ToolTip | Should -Be "Error: $((Get-MopsRule -Id UTM001).Summary)"
        (Get-Completion -Line 'Get-MopsRule MissingParam').CompletionText | Should -Be 'MissingParameter'
        (Get-Completion -Line 'Get-MopsRule -Area U').CompletionText | Should -Contain 'Utm'
    }
}
