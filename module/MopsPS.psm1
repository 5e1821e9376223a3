param(
    # Which build to load: 'net8.0' or 'netstandard2.0'. Left empty, the one that suits this PowerShell.
    [ValidateSet('', 'net8.0', 'netstandard2.0')]
    [string] $Framework = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if ($PSVersionTable.PSEdition -eq 'Core') {
    if ($PSVersionTable.PSVersion -lt [version]'7.4') {
        throw "MopsPS needs Windows PowerShell 5.1 or PowerShell 7.4 and later; this is PowerShell $($PSVersionTable.PSVersion). Install a current PowerShell and import the module again."
    }
    if (-not $Framework) { $Framework = 'net8.0' }
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', $Framework)
    # The load context keeps CsvHelper and the other libraries apart from the versions that other modules bring along.
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'MopsPS.Loader.dll'))
    $assembly = [MopsPS.Loader.ModuleLoadContext]::Load($folder)
}
else {
    $folder = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'netstandard2.0')
    # Windows PowerShell has no load contexts: answer for the assemblies in our own folder only, by name, and for nobody else's.
    $known = @{}
    foreach ($file in [System.IO.Directory]::GetFiles($folder, '*.dll')) {
        $known[[System.IO.Path]::GetFileNameWithoutExtension($file)] = $file
    }
    $resolver = [System.ResolveEventHandler] {
        param($origin, $request)
        $null = $origin
        $name = ([System.Reflection.AssemblyName]$request.Name).Name
        if ($known.ContainsKey($name)) { return [System.Reflection.Assembly]::LoadFrom($known[$name]) }
        return $null
    }.GetNewClosure()
    [System.AppDomain]::CurrentDomain.add_AssemblyResolve($resolver)
    $ExecutionContext.SessionState.Module.OnRemove = {
        [System.AppDomain]::CurrentDomain.remove_AssemblyResolve($resolver)
    }.GetNewClosure()
    $assembly = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($folder, 'MopsPS.dll'))
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
