#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Plan = Join-Path -Path $script:Examples -ChildPath 'merge-plan.csv'
}

Describe 'New-MopsMergePlan' {
    It 'writes what HubSpot imports for the approved groups' {
        $files = @(New-MopsMergePlan -Reviewed $script:Plan -Target HubSpot -Destination $TestDrive)
        $files.Name | Should -Be 'hubspot-contact-import.csv', 'hubspot-contact-merge.csv', 'hubspot-contact-rollback.csv'
        $pairs = @(Import-Csv -Path (Join-Path -Path $TestDrive -ChildPath 'hubspot-contact-merge.csv'))
        $pairs.Count | Should -Be 2
        $pairs[0].primaryObjectId | Should -Be '20001'
        $pairs[0].objectIdToMerge | Should -Be '20017'
    }

    It 'keeps the strictest consent and the reviewer''s correction' {
        $null = New-MopsMergePlan -Reviewed $script:Plan -Target HubSpot -Destination $TestDrive
        $import = @(Import-Csv -Path (Join-Path -Path $TestDrive -ChildPath 'hubspot-contact-import.csv'))
        $import[0].'Unsubscribed from all email' | Should -Be 'true'
        $import[1].company | Should -Be 'Blue Harbor, Inc.'
    }

    It 'writes nothing with -WhatIf' {
        $folder = Join-Path -Path $TestDrive -ChildPath 'none'
        New-MopsMergePlan -Reviewed $script:Plan -Target Marketo -Destination $folder -WhatIf
        Test-Path -Path $folder | Should -BeFalse
    }

    It 'names what is missing' {
        { New-MopsMergePlan -Reviewed (Join-Path -Path $TestDrive -ChildPath 'no.csv') -Target HubSpot -Destination $TestDrive -ErrorAction Stop } |
            Should -Throw -ErrorId 'MopsPathNotFound,MopsPS.Duplicates.NewMopsMergePlanCommand'
    }
}
