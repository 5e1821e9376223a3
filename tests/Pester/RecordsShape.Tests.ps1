#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

# A record is its columns and nothing else, for every command of PowerShell that takes objects.
BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Leads = Get-ExamplePath -Name 'leads.csv'
    $script:Names = (Get-Content -LiteralPath $script:Leads -TotalCount 1).Replace('"', '') -split ','

    function Get-Lead {
        param([int] $First = 40)
        Import-MopsExport -Path $script:Leads -First $First
    }
}

Describe 'A record' {
    It 'has the columns as properties, in file order' {
        (Get-Lead -First 1).PSObject.Properties.Name | Should -Be $script:Names
        (Get-Lead -First 1 | Get-Member -MemberType Properties).Name | Should -Be ($script:Names | Sort-Object)
    }

    It 'answers to a column without regard to case and to nothing else' {
        $lead = Get-Lead -First 1
        $lead.'lead source' | Should -Be 'Web'
        $lead.Row | Should -BeNullOrEmpty
        $lead.Schema | Should -BeNullOrEmpty
    }

    It 'is an error in strict mode for a column that is not there' {
        $lead = Get-Lead -First 1
        { Set-StrictMode -Version Latest; $lead.'Shoe Size' } | Should -Throw -ErrorId 'PropertyNotFoundStrict'
    }

    It 'takes a new value as text' {
        $lead = Get-Lead -First 1
        $lead.'Lead ID' = 7
        $lead.'Lead ID' | Should -BeOfType [string]
        $lead.'Lead ID' | Should -Be '7'
    }

    It 'refuses a value for a column that is not there' {
        $lead = Get-Lead -First 1
        { $lead.'Shoe Size' = 44 } | Should -Throw
    }

    It 'is copied by PSObject.Copy' {
        $lead = Get-Lead -First 1
        $copy = $lead.PSObject.Copy()
        $copy.Email = 'other@example.com'
        $lead.Email | Should -Be 'ada.abel@example.com'
        $copy.Email | Should -Be 'other@example.com'
    }

    It 'says its place and none of its values as text' {
        "$(Get-Lead -First 1)" | Should -Be 'MopsRecord leads.csv, row 1, line 2'
    }
}

Describe 'A record behaves in' {
    It 'Where-Object' {
        @(Get-Lead | Where-Object -Property Country -EQ -Value 'Germany').Count | Should -Be 8
        @(Get-Lead | Where-Object { $_.Country -eq 'Germany' }).Count | Should -Be 8
    }

    It 'ForEach-Object' {
        Get-Lead -First 2 | ForEach-Object -MemberName 'First Name' | Should -Be @('Ada', 'Bruno')
        Get-Lead -First 2 | ForEach-Object { $_.'First Name' } | Should -Be @('Ada', 'Bruno')
    }

    It 'Select-Object' {
        (Get-Lead -First 1 | Select-Object -Property Lead*).PSObject.Properties.Name | Should -Be @('Lead ID', 'Lead Source', 'Lead Status')
        (Get-Lead -First 1 | Select-Object -Property * -ExcludeProperty Email).PSObject.Properties.Name | Should -Be ($script:Names | Where-Object { $_ -ne 'Email' })
        (Get-Lead -First 1 | Select-Object -Property @{ Name = 'Where'; Expression = { $_.Country } }).Where | Should -Be 'Germany'
        Get-Lead -First 2 | Select-Object -ExpandProperty Email | Should -Be @('ada.abel@example.com', 'bruno.moreau@example.org')
        @(Get-Lead | Select-Object -Property Country -Unique).Count | Should -Be 5
    }

    It 'Sort-Object' {
        $countries = @(Get-Lead | Sort-Object -Property Country, Email).Country
        $countries | Should -Be ($countries | Sort-Object)
        @(Get-Lead | Sort-Object -Property Country -Unique).Count | Should -Be 5
    }

    It 'Group-Object' {
        $groups = Get-Lead | Group-Object -Property Country
        ($groups | Where-Object -Property Name -EQ -Value 'Germany').Count | Should -Be 8
        @((Get-Lead | Group-Object -Property Country -AsHashTable -AsString)['Germany']).Count | Should -Be 8
    }

    It 'Measure-Object' {
        (Get-Lead | Measure-Object).Count | Should -Be 40
        (Get-Lead | Measure-Object -Property 'Zip/Postal Code' -Maximum).Maximum | Should -Be 5755
    }

    It 'Compare-Object' {
        $difference = Compare-Object -ReferenceObject (Get-Lead -First 3) -DifferenceObject (Get-Lead -First 2) -Property Email
        $difference.Email | Should -Be 'chiara.laine@example.net'
    }

    It 'Export-Csv' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'records.csv')
        Get-Lead | Export-Csv -LiteralPath $file -NoTypeInformation -Encoding UTF8
        $rows = @(Import-Csv -LiteralPath $file)
        $rows.Count | Should -Be 40
        $rows[0].PSObject.Properties.Name | Should -Be $script:Names
        $rows[0].'Zip/Postal Code' | Should -Be '00412'
    }

    It 'ConvertTo-Json' {
        $back = Get-Lead -First 1 | ConvertTo-Json | ConvertFrom-Json
        $back.PSObject.Properties.Name | Should -Be $script:Names
        $back.Email | Should -Be 'ada.abel@example.com'
    }

    It 'ConvertTo-Html and ConvertTo-Xml' {
        "$(Get-Lead -First 1 | ConvertTo-Html -Fragment)" | Should -Match '<td>ada\.abel@example\.com</td>'
        (Get-Lead -First 1 | ConvertTo-Xml).Objects.Object.Property.Name | Should -Be $script:Names
    }

    It 'Format-Table and Format-List' {
        $table = (Get-Lead -First 1 | Format-Table -Property Email, 'Lead Source' | Out-String -Width 100) -replace '\x1b\[[0-9;]*m', ''
        $table | Should -Match 'Email\s+Lead Source'
        $table | Should -Match 'ada\.abel@example\.com\s+Web'
        (Get-Lead -First 1 | Out-String -Width 200) -replace '\x1b\[[0-9;]*m', '' | Should -Match 'Zip/Postal Code\s*:\s*00412'
    }

    It 'Export-Clixml, from which it comes back as input' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'records.xml')
        Get-Lead -First 2 | Export-Clixml -LiteralPath $file
        $back = Import-Clixml -LiteralPath $file
        $back.Email | Should -Be @('ada.abel@example.com', 'bruno.moreau@example.org')
        @($back | Get-MopsField | Where-Object -Property Field -EQ -Value 'Email').Column | Should -Be 'Email'
    }
}

Describe 'A record elsewhere' {
    It 'comes back from a job as input, without the properties that the job adds' {
        $manifest = $script:Manifest
        $leads = $script:Leads
        $back = Start-Job -ScriptBlock {
            Import-Module -Name $using:manifest
            Import-MopsExport -Path $using:leads -First 2
        } | Receive-Job -Wait -AutoRemoveJob
        $file = [System.IO.Path]::Combine("$TestDrive", 'job.csv')
        $back | Export-MopsRecord -Path $file
        (Import-MopsExport -Path $file)[1].PSObject.Properties.Name | Should -Be $script:Names
        (Import-MopsExport -Path $file).Email | Should -Be @('ada.abel@example.com', 'bruno.moreau@example.org')
    }

    It 'has its columns in a job that it is handed to' {
        $lead = Get-Lead -First 1
        Start-Job -ScriptBlock { ($using:lead).Email } | Receive-Job -Wait -AutoRemoveJob | Should -Be 'ada.abel@example.com'
    }

    It 'has its columns in a runspace that has not imported the module' {
        $shell = [powershell]::Create().AddScript('param($Lead) $Lead.Email; ($Lead | Where-Object Country -EQ Germany).Country; ($Lead | Select-Object -Property Email).Email').AddArgument((Get-Lead -First 1))
        try { $shell.Invoke() | Should -Be @('ada.abel@example.com', 'Germany', 'ada.abel@example.com') }
        finally { $shell.Dispose() }
    }

    It 'has its columns in ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Get-Lead -First 3 | ForEach-Object -Parallel { $_.'First Name' } | Sort-Object | Should -Be @('Ada', 'Bruno', 'Chiara')
    }

    It 'is read by a cmdlet in ForEach-Object -Parallel that imports the module' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $manifest = $script:Manifest
        $policy = Get-ExamplePath -Name 'mops.policy.json'
        $links = Import-MopsExport -Path (Get-ExamplePath -Name 'link-plan.csv') -First 8 |
            ForEach-Object -Parallel { Import-Module -Name $using:manifest; $_ | New-MopsUtmLink -Policy $using:policy }
        @($links).Count | Should -Be 8
    }
}
