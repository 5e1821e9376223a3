param(
    # Which build to load: 'net8.0' or 'netstandard2.0'. Left empty, the one that suits this PowerShell.
    [ValidateSet('', 'net8.0', 'netstandard2.0')]
    [string] $Framework = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# The manifest brings the model, the adapter that shows the columns of records, and the views: without it, columns would be silently empty.
$isComplete = $null -ne ('MopsPS.MopsRecord' -as [type])
if ($isComplete) {
    $probe = [MopsPS.MopsRecord]::new([MopsPS.RecordSchema]::new([string[]]'Column', $null), [string[]]'value', 0, 0)
    $isComplete = $null -ne $probe.PSObject.Properties['Column']
}
if (-not $isComplete) {
    throw "MopsPS.psm1 is a part of the module. Import its folder or its manifest: Import-Module '$([System.IO.Path]::Combine($PSScriptRoot, 'MopsPS.psd1'))'"
}

if ($PSVersionTable.PSEdition -eq 'Core') {
    if ($PSVersionTable.PSVersion -lt [version]'7.4') {
        throw "MopsPS needs Windows PowerShell 5.1 or PowerShell 7.4 and later; this is PowerShell $($PSVersionTable.PSVersion). Install a current PowerShell and import the module again."
    }
    if (-not $Framework) { $Framework = 'net8.0' }
    # The load context keeps CsvHelper and the other libraries apart from the versions that other modules bring along.
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'MopsPS.Loader.dll'))
    $assembly = [MopsPS.Loader.ModuleLoadContext]::Load([System.IO.Path]::Combine($PSScriptRoot, 'bin', $Framework))
}
else {
    # Windows PowerShell has no load contexts: the loader answers for the assemblies in our own folder, and for nobody else's.
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'netstandard2.0')
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'MopsPS.Loader.dll'))
    $assembly = [MopsPS.Loader.ModuleFolder]::Load($folder)
}

$inner = Import-Module -Assembly $assembly -PassThru -Force

# A nested assembly import loses its cmdlets when the outer module is imported with -Force:
# https://github.com/PowerShell/PowerShell/issues/20710. Exporting them again is what that issue's workaround does.
$export = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
if ($null -ne $export) {
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) {
        $export.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
    }
}
