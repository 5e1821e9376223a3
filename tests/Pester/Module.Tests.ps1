#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest -Path $script:Manifest -ErrorAction Stop).Name | Should -Be 'MopsPS'
    }

    It 'exports exactly the cmdlets of its manifest' {
        # It is not plain data: it chooses the build for this PowerShell.
        $text = [System.IO.File]::ReadAllText($script:Manifest)
        $listed = (& ([scriptblock]::Create($text))).CmdletsToExport | Sort-Object
        $exported = (Get-Command -Module MopsPS).Name | Sort-Object
        $exported | Should -Be $listed
    }

    It 'exports cmdlets only' {
        (Get-Command -Module MopsPS).CommandType | Sort-Object -Unique | Should -Be 'Cmdlet'
        (Get-Module -Name MopsPS).ExportedVariables.Count | Should -Be 0
        (Get-Module -Name MopsPS).ExportedAliases.Count | Should -Be 0
    }

    It 'imports without a warning about its names' {
        Import-Module -Name $script:Manifest -Force -WarningVariable warnings 3>$null
        $warnings | Should -BeNullOrEmpty
    }

    It 'keeps its cmdlets when it is imported again and again with -Force' {
        $before = @(Get-Command -Module MopsPS).Count
        Import-Module -Name $script:Manifest -Force -ErrorAction Stop
        Import-Module -Name $script:Manifest -Force -ErrorAction Stop
        @(Get-Command -Module MopsPS).Count | Should -Be $before
        @(Get-MopsRule -Id UTM001).Count | Should -Be 1
        ('Email', 'ada@example.com' | Import-MopsExport -Content).Email | Should -Be 'ada@example.com'
    }

    It 'can be removed and imported again' {
        Remove-Module -Name MopsPS
        Get-Command -Module MopsPS | Should -BeNullOrEmpty
        Import-Module -Name $script:Manifest -ErrorAction Stop
        ('Email', 'ada@example.com' | Import-MopsExport -Content).Email | Should -Be 'ada@example.com'
    }

    It 'works beside another module that has loaded an older CsvHelper' {
        $library = [System.IO.Path]::Combine("$TestDrive", 'CsvHelper.dll')
        $manifest = $script:Manifest
        $output = Start-Job -ScriptBlock {
            Add-Type -OutputAssembly $using:library -TypeDefinition 'namespace CsvHelper { public class CsvReader { public static string Owner = "theirs"; } }'
            $null = [System.Reflection.Assembly]::LoadFrom($using:library)
            Import-Module -Name $using:manifest -ErrorAction Stop
            ('Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content).Country
            [CsvHelper.CsvReader]::Owner
        } | Receive-Job -Wait -AutoRemoveJob
        $output | Should -Be @('Germany', 'theirs')
    }
}

Describe 'The build for Windows PowerShell' {
    It 'is what the module takes when it is asked to' {
        $manifest = $script:Manifest
        $output = Start-Job -ScriptBlock {
            $env:MOPSPS_FRAMEWORK = 'netstandard2.0'
            Import-Module -Name $using:manifest -ErrorAction Stop
            ('Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content).Country
            [System.IO.Path]::GetFileName([System.IO.Path]::GetDirectoryName((Get-Command -Name Import-MopsExport).ImplementingType.Assembly.Location))
        } | Receive-Job -Wait -AutoRemoveJob
        $output | Should -Be @('Germany', 'netstandard2.0')
    }

    It 'has a loader that finds the libraries beside it, the second time as well' {
        $base = [System.IO.Path]::GetDirectoryName($script:Manifest)
        $folder = [System.IO.Path]::Combine($base, 'bin', 'netstandard2.0')
        $output = Start-Job -ScriptBlock {
            $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($using:base, 'MopsPS.Model.dll'))
            Import-Module -Name ([System.IO.Path]::Combine($using:folder, 'MopsPS.Loader.dll'))
            Import-Module -Name ([System.IO.Path]::Combine($using:folder, 'MopsPS.Loader.dll')) -Force
            Import-Module -Name ([System.IO.Path]::Combine($using:folder, 'MopsPS.dll'))
            ('Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content).Country
        } | Receive-Job -Wait -AutoRemoveJob
        $output | Should -Be @('Germany')
    }
}

Describe 'Help' {
    It 'gives synopsis, description and three examples for each cmdlet' {
        foreach ($command in Get-Command -Module MopsPS) {
            $help = Get-Help -Name $command.Name -Full
            $help.Synopsis | Should -Not -BeNullOrEmpty -Because $command.Name
            $help.Synopsis | Should -Not -Match '\[\[?-' -Because "$($command.Name) has a synopsis of its own"
            "$($help.description.Text)" | Should -Not -BeNullOrEmpty -Because $command.Name
            @($help.examples.example).Count | Should -BeGreaterOrEqual 3 -Because $command.Name
            foreach ($example in $help.examples.example) {
                "$($example.code)" | Should -Match $command.Name -Because "$($command.Name), $($example.title)"
            }
        }
    }

    It 'describes each parameter of each cmdlet' {
        foreach ($command in Get-Command -Module MopsPS) {
            $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
            $names = $command.Parameters.Keys | Where-Object { $common -notcontains $_ } | Sort-Object
            $described = (Get-Help -Name $command.Name -Full).parameters.parameter
            $described.name | Where-Object { $common -notcontains $_ } | Sort-Object | Should -Be $names -Because $command.Name
            foreach ($parameter in $described) {
                "$($parameter.description.Text)" | Should -Not -BeNullOrEmpty -Because "$($command.Name) -$($parameter.name)"
            }
        }
    }

    It 'says what each cmdlet writes' {
        foreach ($command in Get-Command -Module MopsPS) {
            "$((Get-Help -Name $command.Name -Full).returnValues.returnValue.type.name)" | Should -Not -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'has each about page that the module ships' {
        $pages = Get-ChildItem -Path ([System.IO.Path]::Combine([System.IO.Path]::GetDirectoryName($script:Manifest), 'en-US', 'about_*.help.txt'))
        $pages.Count | Should -BeGreaterOrEqual 3
        foreach ($page in $pages) {
            $name = $page.Name -replace '\.help\.txt$', ''
            "$(Get-Help -Name $name)" | Should -Match $name
        }
    }
}

Describe 'The lists of results' {
    It 'give an item by its number' {
        $result = 'https://www.example.com/?utm_source=Google' | Test-MopsUtm -Policy default
        $result.Findings[0] | Should -BeOfType ([MopsPS.Finding])
        $result.Findings[0].RuleId | Should -Be @($result.Findings)[0].RuleId
        $result.Findings[-1].RuleId | Should -Be @($result.Findings)[-1].RuleId
    }

    It 'read as rule ids in a CSV file' {
        $row = 'https://www.example.com/?utm_source=Google' | Test-MopsUtm -Policy default | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $row.Findings | Should -Match '^UTM\d{3}(; UTM\d{3})*$'
        $row.Kpis | Should -BeNullOrEmpty
    }
}
