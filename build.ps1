<#
.SYNOPSIS
    A thin front for dotnet: builds, tests, analyzes and packs MopsPS.
.DESCRIPTION
    Uses no network of its own and installs nothing. A tool that is missing is an error that names the command to install it.
    Works in Windows PowerShell 5.1 and in PowerShell 7.
.EXAMPLE
    ./build.ps1 -Task Build, Test
.EXAMPLE
    pwsh ./build.ps1 -Task Build,Test
    From another shell, which hands over the list as one text.
#>
[CmdletBinding()]
param(
    # Build, Test, Analyze, Pester, Pack.
    [ArgumentCompleter({ param($command, $parameter, $word) $null = $command, $parameter; 'Build', 'Test', 'Analyze', 'Pester', 'Pack' -like "$word*" })]
    [ValidatePattern('^\s*(Build|Test|Analyze|Pester|Pack)(\s*,\s*(Build|Test|Analyze|Pester|Pack))*\s*$')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Native {
    param([string] $Command, [string[]] $Argument)
    & $Command @Argument
    if ($LASTEXITCODE -ne 0) {
        throw "'$Command $($Argument -join ' ')' ended with exit code $LASTEXITCODE."
    }
}

function Import-Tool {
    param([string] $Name, [version] $MinimumVersion)
    $found = Get-Module -Name $Name -ListAvailable | Where-Object { $_.Version -ge $MinimumVersion }
    if (-not $found) {
        throw "$Name $MinimumVersion or later is not installed. Install it with: Install-Module $Name -MinimumVersion $MinimumVersion -Scope CurrentUser"
    }
    Import-Module -Name $Name -MinimumVersion $MinimumVersion
}

$root = $PSScriptRoot
$output = Join-Path -Path $root -ChildPath 'output'
$module = Join-Path -Path $output -ChildPath 'MopsPS'

try {
    foreach ($step in $Task -split ',') {
        switch ($step.Trim()) {
            'Build' {
                Invoke-Native -Command 'dotnet' -Argument 'build', (Join-Path -Path $root -ChildPath 'MopsPS.sln'), '--configuration', $Configuration
            }
            'Test' {
                Invoke-Native -Command 'dotnet' -Argument 'test', (Join-Path -Path $root -ChildPath 'MopsPS.sln'), '--configuration', $Configuration
            }
            'Analyze' {
                Import-Tool -Name 'PSScriptAnalyzer' -MinimumVersion '1.21.0'
                $settings = Join-Path -Path $root -ChildPath 'PSScriptAnalyzerSettings.psd1'
                $results = foreach ($part in 'build.ps1', 'module', 'examples', 'tests/Pester') {
                    $path = Join-Path -Path $root -ChildPath $part
                    if (Test-Path -LiteralPath $path) { Invoke-ScriptAnalyzer -Path $path -Recurse -Settings $settings }
                }
                if ($results) {
                    foreach ($result in $results) { Write-Warning "$($result.ScriptName):$($result.Line): $($result.RuleName): $($result.Message)" }
                    throw "PSScriptAnalyzer found $(@($results).Count) problem(s)."
                }
            }
            'Pester' {
                Import-Tool -Name 'Pester' -MinimumVersion '5.3.0'
                if (-not (Test-Path -LiteralPath $module)) { throw "The module is not built: $module. Run ./build.ps1 -Task Build first." }
                $run = Invoke-Pester -Path (Join-Path -Path $root -ChildPath 'tests/Pester') -Output Detailed -PassThru
                if ($run.Result -ne 'Passed') { throw "Pester: $($run.FailedCount) of $($run.TotalCount) tests failed." }
            }
            'Pack' {
                if (-not (Test-Path -LiteralPath $module)) { throw "The module is not built: $module. Run ./build.ps1 -Task Build first." }
                $manifest = Test-ModuleManifest -Path (Join-Path -Path $module -ChildPath 'MopsPS.psd1')
                $archive = Join-Path -Path $output -ChildPath "MopsPS-$($manifest.Version).zip"
                Compress-Archive -Path $module -DestinationPath $archive -Force
                Write-Output "Packed $archive"
            }
        }
    }
}
catch {
    [Console]::Error.WriteLine("build.ps1: $($_.Exception.Message)")
    exit 1
}
exit 0
