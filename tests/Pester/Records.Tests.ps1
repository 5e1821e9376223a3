#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
}

Describe 'Import-MopsExport' {
    It 'reads a report without its footer' {
        $leads = @(Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv'))
        $leads.Count | Should -Be 40
        $leads[0].'Lead ID' | Should -Be '00Q5e0000001EAAAAC'
        $leads[39].'First Name' | Should -Be 'Tara'
    }

    It 'keeps leading zeros as text' {
        $lead = Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv') -First 1
        $lead.'Zip/Postal Code' | Should -BeOfType [string]
        $lead.'Zip/Postal Code' | Should -Be '00412'
    }

    It 'works with Where-Object, Select-Object and Group-Object' {
        $groups = Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv') |
            Where-Object -Property Country -EQ -Value 'Germany' |
            Group-Object -Property 'Company / Account'
        $groups.Name | Should -Be 'Acme GmbH'
        $groups.Count | Should -Be 8
    }

    It 'reads the attendees of a webinar report' {
        $rows = @(Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'webinar-attendees.csv'))
        $rows.Count | Should -Be 17
        $rows[0].Email | Should -Be 'bruno.haas@example.org'
    }

    It 'reads text from the pipeline' {
        $row = 'Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content
        $row.Country | Should -Be 'Germany'
    }
}

Describe 'Export-MopsRecord' {
    It 'round-trips <_>' -ForEach 'csv', 'tsv', 'jsonl', 'csv.gz' {
        $file = Join-Path -Path $TestDrive -ChildPath "round.$_"
        $before = @(Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv'))
        $before | Export-MopsRecord -Path $file
        $after = @(Import-MopsExport -Path $file)
        $after.Count | Should -Be $before.Count
        $after | ConvertTo-Csv -NoTypeInformation | Should -Be ($before | ConvertTo-Csv -NoTypeInformation)
    }

    It 'makes formulas harmless' {
        $file = Join-Path -Path $TestDrive -ChildPath 'formula.csv'
        [pscustomobject]@{ Name = '=1+1' } | Export-MopsRecord -Path $file
        Get-Content -LiteralPath $file | Select-Object -Last 1 | Should -Match "^`"?'=1\+1`"?$"
    }

    It 'does not replace a file with -NoClobber' {
        $file = Join-Path -Path $TestDrive -ChildPath 'kept.csv'
        Set-Content -LiteralPath $file -Value 'kept'
        { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path $file -NoClobber } | Should -Throw -ErrorId 'MopsFileExists,MopsPS.Records.ExportMopsRecordCommand'
        Get-Content -LiteralPath $file | Should -Be 'kept'
    }

    It 'refuses a name that names no format' {
        { [pscustomobject]@{ A = 1 } | Export-MopsRecord -Path (Join-Path -Path $TestDrive -ChildPath 'a.unknown') } |
            Should -Throw -ErrorId 'MopsFormatUnknown,MopsPS.Records.ExportMopsRecordCommand'
    }
}

Describe 'Get-MopsField' {
    It 'finds the fields of a Salesforce report' {
        $fields = Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv') | Get-MopsField
        ($fields | Where-Object -Property Field -EQ -Value 'Email').Column | Should -Be 'Email'
        ($fields | Where-Object -Property Field -EQ -Value 'LeadSource').Column | Should -Be 'Lead Source'
    }

    It 'masks sample values' {
        $fields = Import-MopsExport -Path (Join-Path -Path $script:Examples -ChildPath 'leads.csv') | Get-MopsField
        ($fields | Where-Object -Property Field -EQ -Value 'Email').Sample | Should -Not -Match 'ada\.abel'
    }

    It 'takes objects of Import-Csv' {
        $fields = [pscustomobject]@{ 'E-mail Address' = 'ada@example.com'; Note = 'x' } | Get-MopsField
        ($fields | Where-Object -Property Field -EQ -Value 'Email').Column | Should -Be 'E-mail Address'
    }

    It 'refuses a column that is not there' {
        { [pscustomobject]@{ A = 1 } | Get-MopsField -FieldMap @{ Email = 'Mail' } } | Should -Throw -ErrorId 'MopsFieldNotFound,MopsPS.Records.GetMopsFieldCommand'
    }
}
