#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath -Name 'leads.csv'
    $script:By = 'MopsPS.Records.ExportMopsRecordCommand'
}

Describe 'Export-MopsRecord' {
    It 'round-trips <_>' -ForEach 'csv', 'tsv', 'json', 'jsonl', 'csv.gz' {
        $file = [System.IO.Path]::Combine("$TestDrive", "round.$_")
        $before = @(Import-MopsExport -Path $script:Leads)
        $before | Export-MopsRecord -Path $file
        $after = @(Import-MopsExport -Path $file)
        $after.Count | Should -Be $before.Count
        $after | ConvertTo-Csv -NoTypeInformation | Should -Be ($before | ConvertTo-Csv -NoTypeInformation)
    }

    It 'round-trips a workbook, in which an empty text is an empty cell' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'round.xlsx')
        $before = @(Import-MopsExport -Path $script:Leads)
        $before | Export-MopsRecord -Path $file
        $after = @(Import-MopsExport -Path $file)
        $after[0].PSObject.Properties.Name | Should -Be $before[0].PSObject.Properties.Name
        $after | ForEach-Object { $_.PSObject.Properties.Value -join '|' } | Should -Be ($before | ForEach-Object { $_.PSObject.Properties.Value -join '|' })
    }

    It 'makes formulas harmless, and they come back as they were' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'formula.csv')
        [pscustomobject]@{ Name = '=1+1' } | Export-MopsRecord -Path $file
        Get-Content -LiteralPath $file | Select-Object -Last 1 | Should -Match "^`"?'=1\+1`"?$"
        (Import-MopsExport -Path $file).Name | Should -Be '=1+1'
    }

    It 'writes the properties that a script added to a record' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'added.csv')
        Import-MopsExport -Path $script:Leads -First 2 -Column Email |
            ForEach-Object { $_ | Add-Member -NotePropertyName Score -NotePropertyValue $_.Email.Length -PassThru } |
            Export-MopsRecord -Path $file
        $rows = @(Import-MopsExport -Path $file)
        $rows.Score | Should -Be @('20', '24')
        $rows.Email | Should -Be @('ada.abel@example.com', 'bruno.moreau@example.org')
    }

    It 'writes all columns of objects that differ' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'union.csv')
        [pscustomobject]@{ A = '1' }, [pscustomobject]@{ B = '2' } | Export-MopsRecord -Path $file
        $rows = @(Import-MopsExport -Path $file)
        $rows[0].A | Should -Be '1'
        $rows[1].B | Should -Be '2'
    }

    It 'writes numbers and dates the same in every culture' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'culture.csv')
        $culture = [System.Globalization.CultureInfo]::CurrentCulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = [System.Globalization.CultureInfo]::GetCultureInfo('de-DE')
            [pscustomobject]@{ Cost = 1.5; Day = [datetime]'2026-11-24' } | Export-MopsRecord -Path $file
        }
        finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        $row = Import-MopsExport -Path $file
        $row.Cost | Should -Be '1.5'
        $row.Day | Should -Match '^2026-11-24'
    }

    It 'hands on the file with -PassThru, as Get-Item does, so that it can be read again' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'pass.csv')
        $written = [pscustomobject]@{ Email = 'ada@example.com' } | Export-MopsRecord -Path $file -PassThru
        $written | Should -BeOfType ([System.IO.FileInfo])
        $written.PSPath | Should -Not -BeNullOrEmpty
        ($written | Import-MopsExport).Email | Should -Be 'ada@example.com'
    }

    It 'writes nothing with -WhatIf' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'whatif.csv')
        [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file -WhatIf
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'leaves the old file when the pipeline ends with an error' {
        $file = Write-TestFile -Name 'old.csv' -Line 'old'
        { 1..3 | ForEach-Object { if ($_ -eq 3) { throw 'no' } else { [pscustomobject]@{ A = $_ } } } | Export-MopsRecord -Path $file } | Should -Throw -ExpectedMessage 'no'
        Get-Content -LiteralPath $file | Should -Be 'old'
        @(Get-ChildItem -Path "$TestDrive" -Filter 'old.csv*').Count | Should -Be 1
    }
}

Describe 'The errors of Export-MopsRecord' {
    It 'does not replace a file with -NoClobber' {
        $file = Write-TestFile -Name 'kept.csv' -Line 'kept'
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file -NoClobber } -Id "MopsFileExists,$($script:By)" -Category ResourceExists -Target $file
        Get-Content -LiteralPath $file | Should -Be 'kept'
    }

    It 'refuses a name that names no format' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'a.unknown')
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file } -Id "MopsFormatUnknown,$($script:By)" -Category InvalidArgument -Target $file
    }

    It 'refuses a folder that is not there' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none', 'a.csv')
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file } -Id "MopsFolderNotFound,$($script:By)" -Category ObjectNotFound -Target $file
    }

    It 'refuses a read-only file, and replaces it with -Force' {
        $file = Write-TestFile -Name 'readonly.csv' -Line 'kept'
        (Get-Item -LiteralPath $file).IsReadOnly = $true
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file } -Id "MopsFileReadOnly,$($script:By)" -Category PermissionDenied -Target $file
        [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file -Force
        (Import-MopsExport -Path $file).A | Should -Be '1'
    }

    It 'refuses a character that the encoding lacks' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'lacks.csv')
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = [string][char]0x4E2D } | Export-MopsRecord -Path $file -Encoding windows-1252 } -Id "MopsCharacterNotEncodable,$($script:By)" -Category InvalidData -Target $file
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'refuses an unknown encoding' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'encoding.csv')
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file -Encoding 'utf-9' } -Id "MopsEncodingUnknown,$($script:By)" -Category InvalidArgument -Target 'utf-9'
    }
}

Describe 'The command line of Export-MopsRecord' {
    It 'binds -<Parameter>: <Binding>' -ForEach @(
        @{ Parameter = 'Path'; Binding = 'mandatory 0' }
        @{ Parameter = 'InputObject'; Binding = 'mandatory value' }
    ) {
        Get-Binding -Command Export-MopsRecord -Parameter $Parameter | Should -Be $Binding
    }

    It 'completes encodings' {
        (Get-Completion -Line 'Export-MopsRecord ./a.csv -Encoding utf-').CompletionText | Should -Contain 'utf-8'
    }
}
