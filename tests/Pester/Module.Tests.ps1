#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    $script:Manifest = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1'))
    Import-Module -Name $script:Manifest -Force -ErrorAction Stop
}

AfterAll {
    Remove-Module -Name MopsPS -ErrorAction SilentlyContinue
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest -Path $script:Manifest -ErrorAction Stop).Name | Should -Be 'MopsPS'
    }

    It 'exports exactly the cmdlets of its manifest' {
        $listed = (Import-PowerShellDataFile -LiteralPath $script:Manifest).CmdletsToExport | Sort-Object
        $exported = (Get-Command -Module MopsPS).Name | Sort-Object
        $exported | Should -Be $listed
    }

    It 'exports cmdlets only' {
        (Get-Command -Module MopsPS).CommandType | Sort-Object -Unique | Should -Be 'Cmdlet'
    }

    It 'keeps its cmdlets when it is imported again with -Force' {
        $before = @(Get-Command -Module MopsPS).Count
        Import-Module -Name $script:Manifest -Force -ErrorAction Stop
        @(Get-Command -Module MopsPS).Count | Should -Be $before
        @(Get-MopsRule UTM001).Count | Should -Be 1
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        foreach ($command in Get-Command -Module MopsPS) {
            $approved | Should -Contain $command.Verb
        }
    }
}

Describe 'Help' {
    It 'gives synopsis, description and three examples for each cmdlet' {
        foreach ($command in Get-Command -Module MopsPS) {
            $help = Get-Help -Name $command.Name -Full
            $help.Synopsis | Should -Not -BeNullOrEmpty -Because $command.Name
            $help.description | Should -Not -BeNullOrEmpty -Because $command.Name
            @($help.examples.example).Count | Should -BeGreaterOrEqual 3 -Because $command.Name
        }
    }

    It 'describes each parameter of each cmdlet' {
        foreach ($command in Get-Command -Module MopsPS) {
            foreach ($parameter in (Get-Help -Name $command.Name -Full).parameters.parameter) {
                $parameter.description | Should -Not -BeNullOrEmpty -Because "$($command.Name) -$($parameter.name)"
            }
        }
    }

    It 'has the page <_>' -ForEach 'about_MopsPS', 'about_MopsPS_Duplicates', 'about_MopsPS_Policy', 'about_MopsPS_Utm' {
        "$(Get-Help -Name $_)" | Should -Match $_
    }
}

Describe 'Completion' {
    It 'offers the presets for -Policy' {
        $line = 'Get-MopsPolicy -Policy '
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Contain 'strict'
    }

    It 'offers the severities' {
        $line = 'Get-MopsRule -Severity '
        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText | Should -Contain 'Warning'
    }
}
