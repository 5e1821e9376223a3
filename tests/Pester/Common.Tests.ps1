#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Missing = [System.IO.Path]::Combine("$TestDrive", 'missing.csv')
    $script:Id = 'MopsPathNotFound,MopsPS.Records.ImportMopsExportCommand'
}

Describe 'Assert-ThrownError' {
    It 'passes the error that is meant' {
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing } -Id $script:Id -Category ObjectNotFound -Target $script:Missing } | Should -Not -Throw
    }

    It 'fails where there is no error' {
        { Assert-ThrownError -ScriptBlock { Get-MopsRule } -Id $script:Id -Category ObjectNotFound } | Should -Throw -ExpectedMessage '*but got 0*'
    }

    It 'fails on another id' {
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing } -Id 'Other' -Category ObjectNotFound } | Should -Throw -ExpectedMessage '*Expected the error Other*'
    }

    It 'fails on another category' {
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing } -Id $script:Id -Category InvalidData } | Should -Throw -ExpectedMessage '*Expected the category*'
    }

    It 'fails on another target' {
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing } -Id $script:Id -Category ObjectNotFound -Target 'other' } | Should -Throw -ExpectedMessage '*Expected the target*'
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing } -Id $script:Id -Category ObjectNotFound -Target ([int]) } | Should -Throw -ExpectedMessage '*Expected the target*'
    }

    It 'fails on a second error' {
        { Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Missing, $script:Missing } -Id $script:Id -Category ObjectNotFound } | Should -Throw -ExpectedMessage '*but got 2*'
    }
}

Describe 'Get-Binding' {
    It 'tells a parameter of the set from one that is not in it' {
        Get-Binding -Command Import-MopsExport -Parameter Path -Set Path | Should -Be 'mandatory 0 value name'
        Get-Binding -Command Import-MopsExport -Parameter Path -Set Content | Should -Be '-Path is not in the set Content'
    }
}
