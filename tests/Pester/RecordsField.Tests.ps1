#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath -Name 'leads.csv'
    $script:By = 'MopsPS.Records.GetMopsFieldCommand'

    function Get-Column {
        param([object[]] $Field, [string] $Name)
        ($Field | Where-Object -Property Field -EQ -Value $Name).Column
    }
}

Describe 'Get-MopsField' {
    It 'finds the fields of a Salesforce report' {
        $fields = Get-MopsField -Path $script:Leads
        Get-Column -Field $fields -Name Email | Should -Be 'Email'
        Get-Column -Field $fields -Name LeadSource | Should -Be 'Lead Source'
    }

    It 'says the same of <Name>' -ForEach @(
        @{ Name = 'records'; Script = { Import-MopsExport -Path $args[0] | Get-MopsField } }
        @{ Name = 'a file that is piped in'; Script = { Get-Item -LiteralPath $args[0] | Get-MopsField } }
        @{ Name = 'a literal path'; Script = { Get-MopsField -LiteralPath $args[0] } }
    ) {
        $byPath = Get-MopsField -Path $script:Leads | ForEach-Object { "$_" }
        & $Script $script:Leads | ForEach-Object { "$_" } | Should -Be $byPath
    }

    It 'masks sample values' {
        $fields = Import-MopsExport -Path $script:Leads | Get-MopsField
        ($fields | Where-Object -Property Field -EQ -Value 'Email').Sample | Should -Not -Match 'ada\.abel'
        $fields | ConvertTo-Json | Should -Not -Match 'ada\.abel'
    }

    It 'takes objects of Import-Csv' {
        $fields = [pscustomobject]@{ 'E-mail Address' = 'ada@example.com'; Note = 'x' } | Get-MopsField
        Get-Column -Field $fields -Name Email | Should -Be 'E-mail Address'
    }

    It 'lets the caller say which column it is' {
        $fields = [pscustomobject]@{ Contact = 'ada@example.com'; Note = 'x' } | Get-MopsField -FieldMap @{ Email = 'Contact' }
        ($fields | Where-Object -Property Field -EQ -Value 'Email').Evidence | Should -Be 'Override'
    }

    It 'lists the canonical fields' {
        $list = Get-MopsField -List
        $list | Should -BeOfType ([MopsPS.CanonicalField])
        ($list | Where-Object -Property Name -EQ -Value 'Email').IsPersonal | Should -BeTrue
    }
}

Describe 'The errors of Get-MopsField' {
    It 'refuses a column that is not there' {
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Get-MopsField -FieldMap @{ Email = 'Mail' } } -Id "MopsFieldNotFound,$($script:By)" -Category ObjectNotFound -Target 'Email'
    }

    It 'says that there is no such file' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none.csv')
        Assert-ThrownError -ScriptBlock { Get-MopsField -Path $file } -Id "MopsPathNotFound,$($script:By)" -Category ObjectNotFound -Target $file
    }

    It 'refuses a field that is no canonical one' {
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Get-MopsField -FieldMap @{ ShoeSize = 'A' } } -Id "MopsFieldMapInvalid,$($script:By)" -Category InvalidArgument -Target ([hashtable])
    }
}

Describe 'The command line of Get-MopsField' {
    It 'binds -<Parameter> of the set <Set>: <Binding>' -ForEach @(
        @{ Parameter = 'Path'; Set = 'Path'; Binding = 'mandatory 0' }
        @{ Parameter = 'LiteralPath'; Set = 'LiteralPath'; Binding = 'mandatory' }
        @{ Parameter = 'InputObject'; Set = 'InputObject'; Binding = 'mandatory value' }
        @{ Parameter = 'List'; Set = 'List'; Binding = 'mandatory' }
    ) {
        Get-Binding -Command Get-MopsField -Parameter $Parameter -Set $Set | Should -Be $Binding
    }
}
