# For BeforeAll of each suite: imports the built module and says where the examples are.
# A suite must run in Windows PowerShell 5.1 and in PowerShell 7, without a network, and writes under TestDrive only.

$script:Root = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$script:Manifest = [System.IO.Path]::Combine($script:Root, 'output', 'MopsPS', 'MopsPS.psd1')
$script:Examples = [System.IO.Path]::Combine($script:Root, 'examples')

if (-not (Test-Path -LiteralPath $script:Manifest)) {
    throw "The module is not built: $($script:Manifest). Run 'dotnet build' first."
}
Import-Module -Name $script:Manifest -Force -ErrorAction Stop

# The file of an example.
function Get-ExamplePath {
    param([string] $Name)
    [System.IO.Path]::Combine($script:Examples, $Name)
}

# Writes a file under TestDrive as UTF-8 without a byte order mark (which Windows PowerShell's Set-Content cannot) and gives its path.
function Write-TestFile {
    param([string] $Name, [string[]] $Line)
    $path = [System.IO.Path]::Combine("$TestDrive", $Name)
    $null = [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($path))
    [System.IO.File]::WriteAllText($path, ($Line -join "`n") + "`n", (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    $path
}

# All errors of a script block, those that end it as well as those that do not.
function Get-ThrownError {
    param([scriptblock] $ScriptBlock)
    $ErrorActionPreference = 'Continue'
    try {
        & $ScriptBlock 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
    }
    catch {
        $_
    }
}

# Asserts the one error of a script block: id with the cmdlet, category and target together.
function Assert-ThrownError {
    param([scriptblock] $ScriptBlock, [string] $Id, [string] $Category, [object] $Target)
    $errors = @(Get-ThrownError -ScriptBlock $ScriptBlock)
    if ($errors.Count -ne 1) { throw "Expected the one error $Id, but got $($errors.Count): $($errors.FullyQualifiedErrorId -join '; ')" }
    $found = $errors[0]
    if ($found.FullyQualifiedErrorId -ne $Id) { throw "Expected the error $Id, but got $($found.FullyQualifiedErrorId): $found" }
    if ("$($found.CategoryInfo.Category)" -ne $Category) { throw "Expected the category $Category of $Id, but got $($found.CategoryInfo.Category)" }
    if ($PSBoundParameters.ContainsKey('Target')) {
        $value = $found.TargetObject
        $isSame = if ($Target -is [type]) { $value -is $Target } else { "$value" -eq "$Target" }
        if (-not $isSame) { throw "Expected the target '$Target' of $Id, but got '$value'" }
    }
}

# What tab completion offers at the end of a line.
function Get-Completion {
    param([string] $Line)
    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches
}

# How a parameter binds in a parameter set: 'mandatory 0 value name' has a position and takes the pipeline by value and by property name.
function Get-Binding {
    param([string] $Command, [string] $Parameter, [string] $Set = '__AllParameterSets')
    $attribute = (Get-Command -Name $Command).Parameters[$Parameter].Attributes |
        Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] -and $_.ParameterSetName -eq $Set }
    if (-not $attribute) { return "-$Parameter is not in the set $Set" }
    $words = @(
        if ($attribute.Mandatory) { 'mandatory' }
        if ($attribute.Position -ge 0) { $attribute.Position }
        if ($attribute.ValueFromPipeline) { 'value' }
        if ($attribute.ValueFromPipelineByPropertyName) { 'name' }
    )
    $words -join ' '
}
