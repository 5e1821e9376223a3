#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

# What the documentation shows must run, in a copy of examples/ as the reader's folder.
BeforeAll {
    . "$PSScriptRoot/common.ps1"

    function Copy-Example {
        $folder = [System.IO.Path]::Combine("$TestDrive", [guid]::NewGuid().ToString('n'))
        Copy-Item -LiteralPath $script:Examples -Destination $folder -Recurse
        $folder
    }

    # The errors of a piece of code that is run in a folder.
    function Get-RunError {
        param([string] $Code, [string] $Folder)
        Push-Location -LiteralPath $Folder
        try {
            Get-ThrownError -ScriptBlock ([scriptblock]::Create($Code)) | ForEach-Object { "$($_.FullyQualifiedErrorId): $_ in: $Code" }
        }
        finally {
            Pop-Location
        }
    }
}

Describe 'The documentation' {
    It 'notices code that does not run' {
        Get-RunError -Code 'Import-MopsExport ./none.csv' -Folder (Copy-Example) | Should -Match '^MopsPathNotFound'
        Get-RunError -Code 'throw 1' -Folder (Copy-Example) | Should -Not -BeNullOrEmpty
    }

    It 'has examples in Get-Help that run' {
        foreach ($command in Get-Command -Module MopsPS) {
            foreach ($example in (Get-Help -Name $command.Name -Full).examples.example) {
                Get-RunError -Code $example.code -Folder (Copy-Example) | Should -BeNullOrEmpty
            }
        }
    }

    It 'has snippets in the README that run' {
        $text = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($script:Root, 'README.md')).Replace("`r`n", "`n")
        $snippets = [regex]::Matches($text, '(?ms)^(<!-- not run[^\n]*\n)?```powershell\n(.*?)^```')
        @($snippets | Where-Object { -not $_.Groups[1].Success }).Count | Should -BeGreaterThan 0
        foreach ($snippet in $snippets | Where-Object { -not $_.Groups[1].Success }) {
            Get-RunError -Code $snippet.Groups[2].Value -Folder (Copy-Example) | Should -BeNullOrEmpty
        }
    }

    It 'has example scripts that run' {
        $scripts = @(Get-ChildItem -LiteralPath $script:Examples -Filter '*.ps1')
        $scripts.Count | Should -BeGreaterThan 0
        foreach ($script in $scripts) {
            $folder = Copy-Example
            Get-RunError -Code "& '$([System.IO.Path]::Combine($folder, $script.Name))'" -Folder $folder | Should -BeNullOrEmpty
        }
    }
}
