#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

# What every cmdlet of the module promises to the command line, checked on whatever cmdlets the module has.
BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    $script:Commands = @(Get-Command -Module MopsPS)

    function Get-OwnParameter {
        param([System.Management.Automation.CmdletInfo] $Command)
        $Command.Parameters.Values | Where-Object { $script:Common -notcontains $_.Name }
    }

    function Get-SetAttribute {
        param([System.Management.Automation.ParameterMetadata] $Parameter)
        $Parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }
    }
}

Describe 'Each cmdlet' {
    It 'has an approved verb and a noun that starts with Mops' {
        $approved = (Get-Verb).Verb
        foreach ($command in $script:Commands) {
            $approved | Should -Contain $command.Verb -Because $command.Name
            $command.Noun | Should -MatchExactly '^Mops[A-Z][A-Za-z]+$' -Because $command.Name
            $command.Noun | Should -Not -Match '(?<!s)s$' -Because "the noun of $($command.Name) is singular"
        }
    }

    It 'says what it writes' {
        foreach ($command in $script:Commands) {
            $command.OutputType | Should -Not -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'writes no type of another library' {
        foreach ($command in $script:Commands) {
            foreach ($type in $command.OutputType) {
                $type.Name | Should -Match '^(MopsPS|System)\.' -Because $command.Name
            }
        }
    }

    It 'has a default parameter set that exists, where it has several' {
        foreach ($command in $script:Commands) {
            if ($command.ParameterSets.Count -gt 1) {
                $command.ParameterSets.Name | Should -Contain $command.DefaultParameterSet -Because $command.Name
            }
        }
    }

    It 'takes one parameter at most from the pipeline by value in each parameter set' {
        foreach ($command in $script:Commands) {
            foreach ($set in $command.ParameterSets) {
                @($set.Parameters | Where-Object { $_.ValueFromPipeline }).Count | Should -BeLessOrEqual 1 -Because "$($command.Name), set $($set.Name)"
            }
        }
    }

    It 'has no two parameters at one position of a parameter set' {
        foreach ($command in $script:Commands) {
            foreach ($set in $command.ParameterSets) {
                $positions = @($set.Parameters | Where-Object { $_.Position -ge 0 } | ForEach-Object { $_.Position })
                @($positions | Sort-Object -Unique).Count | Should -Be $positions.Count -Because "$($command.Name), set $($set.Name)"
            }
        }
    }

    It 'takes what -InputObject is from the pipeline by value' {
        foreach ($command in $script:Commands) {
            if ($command.Parameters.ContainsKey('InputObject')) {
                (Get-SetAttribute -Parameter $command.Parameters['InputObject']).ValueFromPipeline | Should -Not -Contain $false -Because $command.Name
            }
        }
    }

    It 'has -LiteralPath, also for PSPath, where it reads the files of -Path' {
        foreach ($command in $script:Commands) {
            if ($command.Parameters.ContainsKey('Path') -and $command.Parameters['Path'].ParameterType -eq [string[]]) {
                $command.Parameters.ContainsKey('LiteralPath') | Should -BeTrue -Because $command.Name
                $command.Parameters['LiteralPath'].Aliases | Should -Contain 'PSPath' -Because $command.Name
            }
        }
    }

    It 'asks before it writes a file, and only then' {
        foreach ($command in $script:Commands) {
            $savesModel = $command.Parameters.ContainsKey('SaveModel')
            $isWriter = $savesModel -or $command.Parameters.ContainsKey('OutputPath') -or $command.Parameters.ContainsKey('OutFile') -or $command.Verb -eq 'Export' -or ($command.Verb -eq 'New' -and $command.Parameters.ContainsKey('Path'))
            if ($isWriter) { $command.Parameters.ContainsKey('WhatIf') | Should -BeTrue -Because $command.Name }
            # Test-MopsLink asks before it opens anything over the network.
            elseif ($command.Name -ne 'Test-MopsLink' -and @('Get', 'Test', 'Import', 'Measure', 'Find', 'Assert') -contains $command.Verb) { $command.Parameters.ContainsKey('WhatIf') | Should -BeFalse -Because $command.Name }
        }
    }

    It 'has no switch with a position' {
        foreach ($command in $script:Commands) {
            foreach ($parameter in Get-OwnParameter -Command $command | Where-Object { $_.SwitchParameter }) {
                foreach ($attribute in Get-SetAttribute -Parameter $parameter) {
                    $attribute.Position | Should -BeLessThan 0 -Because "$($command.Name) -$($parameter.Name)"
                }
            }
        }
    }

    It 'names its parameters in PascalCase' {
        foreach ($command in $script:Commands) {
            foreach ($parameter in Get-OwnParameter -Command $command) {
                $parameter.Name | Should -MatchExactly '^[A-Z][a-z]+([A-Z][a-z]+)*$' -Because $command.Name
            }
        }
    }

    It 'completes the presets for -Policy' {
        foreach ($command in $script:Commands | Where-Object { $_.Parameters.ContainsKey('Policy') }) {
            (Get-Completion -Line "$($command.Name) -Policy ").CompletionText | Should -Contain 'b2b-saas' -Because $command.Name
        }
    }

    It 'completes the values of each enumeration' {
        foreach ($command in $script:Commands) {
            foreach ($parameter in Get-OwnParameter -Command $command) {
                $type = $parameter.ParameterType
                if ($type.IsArray) { $type = $type.GetElementType() }
                # Windows PowerShell offers nothing for an enumeration that may be null.
                if ([System.Nullable]::GetUnderlyingType($type) -and $PSVersionTable.PSEdition -eq 'Core') { $type = [System.Nullable]::GetUnderlyingType($type) }
                if ($type.IsEnum) {
                    $offered = (Get-Completion -Line "$($command.Name) -$($parameter.Name) ").CompletionText | Sort-Object
                    $offered | Should -Be ([System.Enum]::GetNames($type) | Sort-Object) -Because "$($command.Name) -$($parameter.Name)"
                }
            }
        }
    }
}
