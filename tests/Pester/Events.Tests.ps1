#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Webinar = @{
        Path    = Get-ExamplePath 'zoom-webinar.csv'
        Against = (Get-ExamplePath 'event-leads.csv'), (Get-ExamplePath 'event-contacts.csv')
        Policy  = Get-ExamplePath 'mops.policy.json'
    }
}

Describe 'ConvertTo-MopsCampaignMember' {
    It 'merges the joins of one person and counts time on two devices once' {
        $ada = ConvertTo-MopsCampaignMember @script:Webinar | Where-Object Email -EQ 'ada.abel@example.com'
        $ada.Minutes | Should -Be 50
        $ada.Joins | Should -Be 2
        $ada.Status | Should -Be 'Attended'
        $ada.LeadId | Should -Be '00Q5e0000001EAAEA2'
    }

    It 'leaves out staff and own people and counts them' {
        $summary = ConvertTo-MopsCampaignMember @script:Webinar -Summary
        $summary.Staff | Should -Be 2
        $summary.Internal | Should -Be 1
        $summary.Attended + $summary.LeftEarly + $summary.OnDemand + $summary.NoShow + $summary.Registered + $summary.Cancelled | Should -Be $summary.Members
    }

    It 'guesses nobody' {
        $hugo = ConvertTo-MopsCampaignMember @script:Webinar | Where-Object LastName -EQ 'Hansen'
        $hugo.Match | Should -Be 'Ambiguous'
        $hugo.LeadId | Should -BeNullOrEmpty
        $hugo.Candidates.Count | Should -Be 2
    }

    It 'never lets a status go back' {
        $members = ConvertTo-MopsCampaignMember @script:Webinar -CampaignId '7015e000000AbCdAAK' -Existing (Get-ExamplePath 'campaign-members.csv')
        ($members | Where-Object LastName -EQ 'Abel').Status | Should -Be 'Responded'
        ($members | Where-Object LastName -EQ 'Moreau').Status | Should -Be 'Attended'
    }

    It 'writes the files that Salesforce imports, and none with -WhatIf' {
        $folder = Join-Path -Path $TestDrive -ChildPath 'members'
        ConvertTo-MopsCampaignMember @script:Webinar -CampaignId '7015e000000AbCdAAK' -Destination $folder -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $folder | Should -BeFalse
        $files = @(ConvertTo-MopsCampaignMember @script:Webinar -CampaignId '7015e000000AbCdAAK' -Destination $folder)
        $insert = Import-Csv -LiteralPath ($files | Where-Object Path -Like '*campaignmember-insert.csv').Path
        @($insert).Count | Should -Be 3
        @($insert | Where-Object { $_.LeadId -and $_.ContactId }).Count | Should -Be 0
    }

    It 'reads a Teams report in UTF-16' {
        $members = @(ConvertTo-MopsCampaignMember (Get-ExamplePath 'teams-meeting.csv') -Policy default)
        $members.Name | Should -Be @('Kira Keller', 'Luca Lopez')
        $members[0].Minutes | Should -Be 40
    }

    It 'says what is no report' {
        $file = Write-TestFile -Name 'other.csv' -Line @('A,B', '1,2')
        $errors = @(Get-ThrownError { ConvertTo-MopsCampaignMember $file -Policy default })
        $errors[0].FullyQualifiedErrorId | Should -Be 'MopsEventNoTable,MopsPS.Events.ConvertToMopsCampaignMemberCommand'
    }
}
