#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath -Name 'leads.csv'
    $script:By = 'MopsPS.Records.ImportMopsExportCommand'
}

Describe 'Import-MopsExport' {
    It 'reads a report without its footer' {
        $leads = @(Import-MopsExport -Path $script:Leads)
        $leads.Count | Should -Be 40
        $leads[0].'Lead ID' | Should -Be '00Q5e0000001EAAAAC'
        $leads[39].'First Name' | Should -Be 'Tara'
    }

    It 'reads the attendees of a webinar report' {
        $rows = @(Import-MopsExport -Path (Get-ExamplePath -Name 'webinar-attendees.csv'))
        $rows.Count | Should -Be 17
        $rows[0].Email | Should -Be 'bruno.haas@example.org'
    }

    It 'reads the section that -Section names' {
        $rows = @(Import-MopsExport -Path (Get-ExamplePath -Name 'webinar-attendees.csv') -Section 'Panelist Details')
        $rows.Email | Should -Be @('ada.abel@example.com', 'hugo.moreau@example.net')
    }

    It 'keeps leading zeros as text' {
        $lead = Import-MopsExport -Path $script:Leads -First 1
        $lead.'Zip/Postal Code' | Should -BeOfType [string]
        $lead.'Zip/Postal Code' | Should -Be '00412'
    }

    It 'finds out the separator <Name>' -ForEach @(
        @{ Name = 'semicolon'; Separator = ';' }
        @{ Name = 'tab'; Separator = "`t" }
        @{ Name = 'pipe'; Separator = '|' }
    ) {
        $file = Write-TestFile -Name "separator-$Name.csv" -Line ('Email', 'Country' -join $Separator), ('ada@example.com', 'Germany' -join $Separator)
        (Import-MopsExport -Path $file).Country | Should -Be 'Germany'
    }

    It 'reads the encoding <Name>' -ForEach @(
        @{ Name = 'utf-8' }
        @{ Name = 'utf-16' }
        @{ Name = 'iso-8859-1' }
    ) {
        $file = [System.IO.Path]::Combine("$TestDrive", "encoding-$Name.csv")
        [System.IO.File]::WriteAllText($file, "Name;City`nZo$([char]0xEB);K$([char]0xF6)ln`n", [System.Text.Encoding]::GetEncoding($Name))
        (Import-MopsExport -Path $file).City | Should -Be "K$([char]0xF6)ln"
    }

    It 'reads one file after the other by wildcard, and a file that is piped in' {
        $null = Write-TestFile -Name 'many/a.csv' -Line 'Email', 'a@example.com'
        $null = Write-TestFile -Name 'many/b.csv' -Line 'Email', 'b@example.com'
        $folder = [System.IO.Path]::Combine("$TestDrive", 'many')
        (Import-MopsExport -Path ([System.IO.Path]::Combine($folder, '*.csv'))).Email | Should -Be @('a@example.com', 'b@example.com')
        (Get-ChildItem -Path $folder | Sort-Object -Property Name | Import-MopsExport).Email | Should -Be @('a@example.com', 'b@example.com')
    }

    It 'takes brackets in a name as they are with -LiteralPath' {
        $file = Write-TestFile -Name 'leads [1].csv' -Line 'Email', 'ada@example.com'
        (Import-MopsExport -LiteralPath $file).Email | Should -Be 'ada@example.com'
    }

    It 'reads text from the pipeline' {
        $row = 'Email;Country', 'ada@example.com;Germany' | Import-MopsExport -Content
        $row.Country | Should -Be 'Germany'
    }

    It 'reads JSON and JSON Lines' {
        $json = Write-TestFile -Name 'a.json' -Line '[{"Email":"ada@example.com","Zip":"00412"}]'
        $lines = Write-TestFile -Name 'a.jsonl' -Line '{"Email":"ada@example.com","Zip":"00412"}'
        (Import-MopsExport -Path $json, $lines).Zip | Should -Be @('00412', '00412')
    }

    It 'reads the columns that are asked for, in that order' {
        $lead = Import-MopsExport -Path $script:Leads -Column Country, 'Lead*' -First 1
        $lead.PSObject.Properties.Name | Should -Be @('Country', 'Lead ID', 'Lead Source', 'Lead Status')
    }

    It 'leaves out rows with -Skip and stops after -First' {
        $rows = @(Import-MopsExport -Path $script:Leads -Skip 1 -First 2)
        $rows.'First Name' | Should -Be @('Bruno', 'Chiara')
    }

    It 'reports a ragged row, says where it stands, and keeps it' {
        $file = Write-TestFile -Name 'ragged.csv' -Line 'Email,Country', 'ada@example.com', 'bruno@example.org,France'
        $rows = @(Import-MopsExport -Path $file -ErrorAction SilentlyContinue -ErrorVariable problem)
        $rows.Count | Should -Be 2
        $problem.Count | Should -Be 1
        $problem[0].FullyQualifiedErrorId | Should -Be "MopsExportRaggedRow,$($script:By)"
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problem[0].TargetObject | Should -BeOfType ([MopsPS.RecordProblem])
        $problem[0].TargetObject.Source.Line | Should -Be 2
    }

    It 'leaves a ragged row out with -RaggedRow Skip, so that rows in are rows out and rows reported' {
        $file = Write-TestFile -Name 'skipped.csv' -Line 'Email,Country', 'ada@example.com', 'bruno@example.org,France'
        $rows = @(Import-MopsExport -Path $file -RaggedRow Skip -ProblemVariable problems -ErrorAction SilentlyContinue)
        $rows.Email | Should -Be 'bruno@example.org'
        @($problems).Count | Should -Be 1
        $problems[0].IsSkipped | Should -BeTrue
    }

    It 'renames a repeated header with a warning' {
        $file = Write-TestFile -Name 'twice.csv' -Line 'Email,Email', 'a@example.com,b@example.com'
        $row = Import-MopsExport -Path $file -WarningVariable warnings -WarningAction SilentlyContinue
        $row.Email_2 | Should -Be 'b@example.com'
        "$warnings" | Should -Match 'Email'
    }

    It 'goes on with the next file after one that is not there' {
        $missing = [System.IO.Path]::Combine("$TestDrive", 'missing.csv')
        $rows = @(Import-MopsExport -Path $missing, $script:Leads -ErrorAction SilentlyContinue -ErrorVariable problem)
        $rows.Count | Should -Be 40
        $problem[0].FullyQualifiedErrorId | Should -Be "MopsPathNotFound,$($script:By)"
    }
}

Describe 'The errors of Import-MopsExport' {
    It 'says that there is no such file' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none.csv')
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $file } -Id "MopsPathNotFound,$($script:By)" -Category ObjectNotFound -Target $file
    }

    It 'says that nothing matches a wildcard' {
        $pattern = [System.IO.Path]::Combine("$TestDrive", 'none-*.csv')
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $pattern } -Id "MopsPathNotFound,$($script:By)" -Category ObjectNotFound -Target $pattern
    }

    It 'refuses a folder' {
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path "$TestDrive" } -Id "MopsPathIsFolder,$($script:By)" -Category InvalidArgument -Target "$TestDrive"
    }

    It 'refuses what is not in the file system' {
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path 'Env:PATH' } -Id "MopsPathNotFileSystem,$($script:By)" -Category InvalidArgument -Target 'Env:PATH'
    }

    It 'refuses an unknown encoding' {
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Leads -Encoding 'utf-9' } -Id "MopsEncodingUnknown,$($script:By)" -Category InvalidArgument -Target 'utf-9'
    }

    It 'says that a column is not there' {
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $script:Leads -Column 'Shoe Size' } -Id "MopsExportColumnNotFound,$($script:By)" -Category ObjectNotFound -Target $script:Leads
    }

    It 'says that a section is not there' {
        $file = Get-ExamplePath -Name 'webinar-attendees.csv'
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $file -Section 'None' } -Id "MopsExportSectionNotFound,$($script:By)" -Category ObjectNotFound -Target $file
    }

    It 'says that a file is empty' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'empty.csv')
        [System.IO.File]::WriteAllText($file, '')
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $file } -Id "MopsExportEmptyFile,$($script:By)" -Category InvalidData -Target $file
    }

    It 'stops at a ragged row with -RaggedRow Stop' {
        $file = Write-TestFile -Name 'stop.csv' -Line 'Email,Country', 'ada@example.com', 'bruno@example.org,France'
        Assert-ThrownError -ScriptBlock { Import-MopsExport -Path $file -RaggedRow Stop } -Id "MopsExportRaggedRow,$($script:By)" -Category InvalidData -Target $file
    }
}

Describe 'The command line of Import-MopsExport' {
    It 'binds -<Parameter> of the set <Set>: <Binding>' -ForEach @(
        @{ Parameter = 'Path'; Set = 'Path'; Binding = 'mandatory 0 value name' }
        @{ Parameter = 'LiteralPath'; Set = 'LiteralPath'; Binding = 'mandatory name' }
        @{ Parameter = 'Content'; Set = 'Content'; Binding = 'mandatory' }
        @{ Parameter = 'InputObject'; Set = 'Content'; Binding = 'mandatory value' }
    ) {
        Get-Binding -Command Import-MopsExport -Parameter $Parameter -Set $Set | Should -Be $Binding
    }

    It 'completes the columns of the file with a tooltip' {
        $offered = Get-Completion -Line "Import-MopsExport '$($script:Leads)' -Column Lead"
        $offered.CompletionText | Should -Be @("'Lead ID'", "'Lead Source'", "'Lead Status'")
        $offered[0].ToolTip | Should -Be 'the column Lead ID'
    }

    It 'offers no column of a file that is not there' {
        (Get-Completion -Line 'Import-MopsExport ./none.csv -Column Lead').CompletionText | Should -Not -Contain "'Lead ID'"
    }

    It 'completes encodings with a tooltip' {
        $offered = Get-Completion -Line 'Import-MopsExport ./leads.csv -Encoding windows-125'
        $offered.CompletionText | Should -Contain 'windows-1252'
        ($offered | Where-Object -Property CompletionText -EQ -Value 'windows-1252').ToolTip | Should -Match 'Western Europe'
    }
}
