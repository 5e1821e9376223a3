#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Campaigns = Get-ExamplePath -Name 'campaigns'
    $script:Qa = @{ Policy = [System.IO.Path]::Combine($script:Campaigns, 'mops.policy.json'); Date = '2026-11-25' }
    $script:Faulty = [System.IO.Path]::Combine($script:Campaigns, 'autumn-webinar')
    $script:Clean = [System.IO.Path]::Combine($script:Campaigns, 'winter-guide')
}

Describe 'Invoke-MopsCampaignQA' {
    It 'says no go to the campaign with faults, with the rule and each check that failed' {
        $run = Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa
        $run.Decision | Should -Be 'NoGo'
        $run.DecisionRule | Should -Be 'FailedCheck'
        $run.Checks | Where-Object Status -EQ 'Fail' | Select-Object -First 8 | ForEach-Object { $run.DecisionReason | Should -BeLike "*$($_.CheckId)*" }
    }

    It 'gives evidence with file, line and position' {
        $evidence = (Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa).Checks | Where-Object CheckId -EQ 'CONTOSO001' | ForEach-Object Evidence | Where-Object -Not IsSuppressed
        $evidence.Target | Should -Be 'emails/invitation.html'
        $line = [System.IO.File]::ReadAllLines([System.IO.Path]::Combine($script:Faulty, 'emails', 'invitation.html'))[$evidence.Source.Line - 1]
        $line.Substring($evidence.Source.Character - 1) | Should -BeLike 'Contoso Labs*'
    }

    It 'lets a waiver pass what it names, for its time' {
        $run = Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa
        ($run.Findings | Where-Object { $_.RuleId -eq 'CONTOSO001' -and $_.IsSuppressed }).Target | Sort-Object | Should -Be @('emails/follow-up.html', 'emails/follow-up.txt')
        ($run.Checks | Where-Object CheckId -EQ 'CQA006').Status | Should -Be 'Warning'
        $later = Invoke-MopsCampaignQA -Path $script:Faulty -Policy $script:Qa.Policy -Date '2027-01-01'
        $later.Findings | Where-Object { $_.RuleId -eq 'CONTOSO001' -and $_.IsSuppressed } | Should -BeNullOrEmpty
    }

    It 'never takes what was not checked as a pass' {
        $run = Invoke-MopsCampaignQA -Path $script:Clean -Area Brief, Email @script:Qa
        $run.Decision | Should -Be 'Incomplete'
        $run.IsCompliant | Should -BeFalse
    }

    It 'routes the test leads of the campaign' {
        $misrouted = (Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa).Checks | Where-Object -Property Name -EQ 'MisroutedTestLead'
        $misrouted.Status | Should -Be 'Fail'
        $misrouted.Evidence[0].Suggestion | Should -Be 'queue Enterprise'
    }

    It 'fails the gate' {
        { Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa | Assert-MopsResult } | Should -Throw -ErrorId 'MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand'
    }

    It 'takes the rows of a launch calendar and compares them with the briefs' {
        $runs = Import-MopsExport -Path ([System.IO.Path]::Combine($script:Campaigns, 'launch-calendar.csv')) | Invoke-MopsCampaignQA -AssetRoot $script:Campaigns @script:Qa
        $runs.Campaign | Should -Be @('Winter Guide', 'Autumn Webinar')
        ($runs[1].Checks | Where-Object CheckId -EQ 'CQA012').Evidence.Suggestion | Should -Be '2026-12-01'
    }

    It 'keeps each run with the hashes of its inputs and says what changed since' {
        $null = New-MopsCampaign -Name 'Spring Launch' -Path "$TestDrive/spring" -Owner 'Demand' -LaunchDate '2027-03-31'
        $first = Invoke-MopsCampaignQA -Path "$TestDrive/spring" -Policy default -OutputPath "$TestDrive/runs" -Date '2026-11-25'
        foreach ($file in $first.Inputs) { $file.Sha256 | Should -Be (Get-FileHash -LiteralPath "$TestDrive/spring/$($file.Name)").Hash.ToLowerInvariant() }
        Add-Content -LiteralPath "$TestDrive/spring/emails/email.txt" -Value 'more'
        $second = Invoke-MopsCampaignQA -Path "$TestDrive/spring" -Policy default -OutputPath "$TestDrive/runs" -Date '2026-11-26'
        ($second.Changes | Where-Object Kind -EQ 'Input').Name | Should -Be 'emails/email.txt'
        (Get-ChildItem -Path "$TestDrive/runs").Count | Should -Be 4
    }

    It 'shows decision and checklist' {
        $run = Invoke-MopsCampaignQA -Path $script:Faulty @script:Qa
        $run | Out-String -Width 160 | Should -BeLike '*NoGo*Autumn Webinar*'
        $run.Checks | Out-String -Width 160 | Should -BeLike '*Campaign: Autumn Webinar*CQA009*BriefFileMissing*Fail*'
    }

    It 'is an error without input' {
        Assert-ThrownError { @() | Invoke-MopsCampaignQA -AssetRoot $script:Campaigns } -Id 'MopsCampaignNoInput,MopsPS.Campaigns.InvokeMopsCampaignQACommand' -Category InvalidData
    }
}

Describe 'New-MopsCampaign' {
    It 'makes a folder whole, and leaves one alone that is there' {
        $folder = New-MopsCampaign -Name 'Summer <School>' -Path "$TestDrive/summer" -Owner 'Events' -LaunchDate '2027-06-30'
        $folder.FullName | Should -Exist
        [System.IO.File]::ReadAllText("$TestDrive/summer/emails/email.html") | Should -BeLike '*Summer &lt;School&gt;*'
        Assert-ThrownError { New-MopsCampaign -Name 'Summer School' -Path "$TestDrive/summer" -Owner 'Events' -LaunchDate '2027-06-30' } -Id 'MopsCampaignExists,MopsPS.Campaigns.NewMopsCampaignCommand' -Category ResourceExists
    }

    It 'writes nothing with -WhatIf' {
        New-MopsCampaign -Name 'Other' -Path "$TestDrive/other" -Owner 'Events' -LaunchDate '2027-06-30' -WhatIf
        "$TestDrive/other" | Should -Not -Exist
    }
}

Describe 'Measure-MopsCampaignQA' {
    It 'measures time and defects over a folder of runs' {
        $measure = Measure-MopsCampaignQA -Path (Get-ExamplePath -Name 'campaign-runs') -Defects (Get-ExamplePath -Name 'campaign-defects.csv') -Policy $script:Qa.Policy -AsOf '2026-11-25'
        $measure.Kpis | ForEach-Object { "$($_.Id) $($_.Value)" } | Should -Be @('CampaignQAOnTime 50', 'CampaignQAFirstPass 25', 'CampaignDefectRate 50')
        $measure.EarlyDefects | Should -Be 1
        ($measure.Campaigns | Where-Object Campaign -EQ 'Data Day').IsOnTime | Should -BeFalse
    }

    It 'is an error without runs' {
        Assert-ThrownError { Measure-MopsCampaignQA -Path "$TestDrive" -Policy default } -Id 'MopsCampaignNoRun,MopsPS.Campaigns.MeasureMopsCampaignQACommand' -Category InvalidData
    }
}
