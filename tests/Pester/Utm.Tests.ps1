#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    . "$PSScriptRoot/common.ps1"
    $script:Ads = Get-ExamplePath -Name 'ads.csv'
    $script:PolicyFile = Get-ExamplePath -Name 'mops.policy.json'
    $script:Policy = Get-MopsPolicy -Policy $script:PolicyFile
    $script:Clean = 'https://www.example.com/launch?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_autumn-launch'
    $script:Test = 'MopsPS.Utm.TestMopsUtmCommand'
    $script:New = 'MopsPS.Utm.NewMopsUtmLinkCommand'
}

Describe 'Test-MopsUtm' {
    It 'finds nothing in a clean link and says its channel' {
        $result = $script:Clean | Test-MopsUtm -Policy $script:Policy
        $result.IsCompliant | Should -BeTrue
        $result.Findings | Should -BeNullOrEmpty
        $result.Source | Should -Be 'google'
        $result.Channel | Should -Be 'Paid Search'
    }

    It 'names the rule of a finding and corrects what is certain' {
        $result = $script:Clean -replace '=google', '=Google' | Test-MopsUtm -Policy $script:Policy
        $result.IsCompliant | Should -BeFalse
        $result.Findings.RuleId | Should -Contain 'UTM003'
        $result.CorrectedUrl | Should -Be $script:Clean
    }

    It 'takes a link as <Name>' -ForEach @(
        @{ Name = 'an argument'; Script = { Test-MopsUtm $args[0] -Policy $args[1] } }
        @{ Name = 'a text'; Script = { $args[0] | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'a Uri'; Script = { [uri]$args[0] | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'a property'; Script = { [pscustomobject]@{ 'Final URL' = $args[0]; Cost = '12.50' } | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'an entry of a hashtable'; Script = { @{ Url = $args[0] } | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'a property that -Column names'; Script = { [pscustomobject]@{ Where = $args[0] } | Test-MopsUtm -Column Where -Policy $args[1] } }
    ) {
        $result = & $Script $script:Clean $script:Policy
        $result.Source | Should -Be 'google'
        $result.IsCompliant | Should -BeTrue
    }

    It 'gives one result for each ad of the example' {
        @(Test-MopsUtm -Path $script:Ads -Policy $script:Policy).Count | Should -Be 41
    }

    It 'gives the same through <Name> as with a path' -ForEach @(
        @{ Name = 'Import-Csv'; Script = { Import-Csv -LiteralPath $args[0] | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'Import-MopsExport'; Script = { Import-MopsExport -Path $args[0] | Test-MopsUtm -Policy $args[1] } }
        @{ Name = 'Get-Item'; Script = { Get-Item -LiteralPath $args[0] | Test-MopsUtm -Policy $args[1] } }
        @{ Name = '-LiteralPath'; Script = { Test-MopsUtm -LiteralPath $args[0] -Policy $args[1] } }
    ) {
        $byPath = Test-MopsUtm -Path $script:Ads -Policy $script:Policy | ForEach-Object { "$_ $($_.Findings.RuleId)" }
        & $Script $script:Ads $script:Policy | ForEach-Object { "$_ $($_.Findings.RuleId)" } | Should -Be $byPath
    }

    It 'takes the owner of a piped object' {
        $result = [pscustomobject]@{ Url = $script:Clean; Owner = 'Ada Abel' } | Test-MopsUtm -Policy $script:Policy
        $result.Owner | Should -Be 'Ada Abel'
    }

    It 'sums up by owner as it does through the pipeline' {
        $ads = Join-Path -Path $script:Examples -ChildPath 'ads.csv'
        $byPath = Test-MopsUtm -Path $ads -Policy $script:Policy -Summary -By Owner
        $byObject = Import-Csv -LiteralPath $ads | Test-MopsUtm -Policy $script:Policy -Summary -By Owner
        $byPath.Segments.Count | Should -BeGreaterThan 1
        "$($byPath.Segments)" | Should -Be "$($byObject.Segments)"
        "$byPath" | Should -Be "$byObject"
    }

    It 'reads a page in the encoding that its bytes show' {
        $page = Join-Path -Path $TestDrive -ChildPath 'page.html'
        [System.IO.File]::WriteAllBytes($page, [System.Text.Encoding]::GetEncoding(28591).GetBytes("<a href='$($script:Clean)&amp;utm_content=caf$([char]0xE9)'>x</a>"))
        (Test-MopsUtm -Path $page -Policy $script:Policy).Content | Should -Be "caf$([char]0xE9)"
    }

    It 'finds the links of <_>' -ForEach 'newsletter.html', 'links.md' {
        $results = @(Test-MopsUtm -Path (Get-ExamplePath -Name $_) -Policy $script:Policy)
        $results.Count | Should -BeGreaterThan 3
        $results[0].Position.Line | Should -BeGreaterThan 0
    }

    It 'says who owns a link' {
        (Test-MopsUtm -Path $script:Ads -OwnerField Owner -Policy $script:Policy)[0].Owner | Should -Be 'Ada Abel'
    }

    It 'sums up with the compliance KPI, by source' {
        $summary = Test-MopsUtm -Path $script:Ads -Policy $script:Policy -Summary -By Source
        $summary.Links | Should -Be 41
        $summary.Kpis[0].Id | Should -Be 'UtmCompliance'
        $summary.Kpis[0].Target | Should -Be 95
        ($summary.Segments | Measure-Object -Property Links -Sum).Sum | Should -Be 41
        ($summary | Out-String) -replace '\x1b\[[0-9;]*m', '' | Should -Match 'UTM compliance: \d'
    }

    It 'masks personal data wherever a result is shown' {
        $result = "$($script:Clean)&email=ada.abel%40example.org" | Test-MopsUtm -Policy $script:Policy
        $result.Findings.RuleId | Should -Contain 'UTM017'
        $result | ConvertTo-Json -Depth 5 | Should -Not -Match 'ada\.abel'
        $result | ConvertTo-Csv -NoTypeInformation | Out-String | Should -Not -Match 'ada\.abel'
        $result | Format-List -Property * | Out-String | Should -Not -Match 'ada\.abel'
    }

    It 'is a row of a CSV file' {
        $row = Test-MopsUtm -Path $script:Ads -Policy $script:Policy | Where-Object -Property Source -CEQ -Value 'Facebook' | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $row.Findings | Should -Be 'UTM003'
        $row.Position | Should -Match '^ads\.csv, row \d+, line \d+'
    }
}

Describe 'The errors of Test-MopsUtm' {
    It 'says that there is no such file' {
        $file = [System.IO.Path]::Combine("$TestDrive", 'none.csv')
        Assert-ThrownError -ScriptBlock { Test-MopsUtm -Path $file -Policy default } -Id "MopsPathNotFound,$($script:Test)" -Category ObjectNotFound -Target $file
    }

    It 'says that an object has no link' {
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ Cost = 1 } | Test-MopsUtm -Policy default } -Id "MopsUtmNoUrlColumn,$($script:Test)" -Category ObjectNotFound -Target ([pscustomobject])
    }

    It 'says that a file has no column of links' {
        $file = Write-TestFile -Name 'nolinks.csv' -Line 'Email,Country', 'ada@example.com,Germany'
        Assert-ThrownError -ScriptBlock { Test-MopsUtm -Path $file -Policy default } -Id "MopsUtmNoUrlColumn,$($script:Test)" -Category ObjectNotFound -Target $file
    }

    It 'says that the owner column is not there' {
        $errors = @(Get-ThrownError -ScriptBlock { Test-MopsUtm -Path $script:Ads -OwnerField Boss -Policy default })
        $errors[0].FullyQualifiedErrorId | Should -Be "MopsUtmColumnNotFound,$($script:Test)"
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }
}

Describe 'The command line of Test-MopsUtm' {
    It 'binds -<Parameter> of the set <Parameter>: <Binding>' -ForEach @(
        @{ Parameter = 'InputObject'; Binding = 'mandatory 0 value' }
        @{ Parameter = 'Path'; Binding = 'mandatory' }
        @{ Parameter = 'LiteralPath'; Binding = 'mandatory' }
    ) {
        Get-Binding -Command Test-MopsUtm -Parameter $Parameter -Set $Parameter | Should -Be $Binding
    }

    It 'completes the columns of the file' {
        (Get-Completion -Line "Test-MopsUtm -Path '$($script:Ads)' -Column Fin").CompletionText | Should -Be "'Final URL'"
        (Get-Completion -Line "Test-MopsUtm -Path '$($script:Ads)' -OwnerField O").CompletionText | Should -Be "'Owner'"
    }
}

Describe 'New-MopsUtmLink' {
    It 'builds a link that passes' {
        $link = New-MopsUtmLink -Url 'https://www.example.com/launch' -Source google -Medium cpc -Campaign 2026q4_emea_autumn-launch -Policy $script:Policy
        $link.Url | Should -Be $script:Clean
        ($link.Url | Test-MopsUtm -Policy $script:Policy).IsCompliant | Should -BeTrue
    }

    It 'keeps query and fragment, and builds the same again' {
        $part = @{ Source = 'newsletter'; Medium = 'email'; Campaign = '2026q4_emea_autumn-launch'; Policy = $script:Policy }
        $once = (New-MopsUtmLink -Url 'https://www.example.com/launch?lang=de#plans' @part).Url
        $once | Should -Be 'https://www.example.com/launch?lang=de&utm_source=newsletter&utm_medium=email&utm_campaign=2026q4_emea_autumn-launch#plans'
        (New-MopsUtmLink -Url $once @part).Url | Should -Be $once
    }

    It 'builds a plan and refuses the rows that do not fit, read by <Name>' -ForEach @(
        @{ Name = 'Import-Csv'; Script = { Import-Csv -LiteralPath $args[0] } }
        @{ Name = 'Import-MopsExport'; Script = { Import-MopsExport -Path $args[0] } }
    ) {
        $plan = & $Script (Get-ExamplePath -Name 'link-plan.csv')
        $links = @($plan | New-MopsUtmLink -Policy $script:Policy -ErrorAction SilentlyContinue -ErrorVariable refused)
        $links.Count | Should -Be 8
        $refused.FullyQualifiedErrorId | Should -Contain "MopsUtmUnknownValue,$($script:New)"
        $refused.FullyQualifiedErrorId | Should -Contain "MopsUtmNamingMismatch,$($script:New)"
    }

    It 'refuses a source that the policy does not list' {
        Assert-ThrownError -ScriptBlock { New-MopsUtmLink -Url 'https://www.example.com/' -Source tiktok -Medium paid_social -Campaign 2026q4_emea_autumn-launch -Policy $script:Policy } -Id "MopsUtmUnknownValue,$($script:New)" -Category InvalidData
    }

    It 'says that a row has no page' {
        Assert-ThrownError -ScriptBlock { [pscustomobject]@{ Source = 'google' } | New-MopsUtmLink -Policy $script:Policy } -Id "MopsUtmNoUrlColumn,$($script:New)" -Category ObjectNotFound -Target ([pscustomobject])
    }

    It 'says that no value is given' {
        Assert-ThrownError -ScriptBlock { New-MopsUtmLink -Url 'https://www.example.com/' -Policy @{ utm = @{ required = @() } } } -Id "MopsUtmUntaggedLink,$($script:New)" -Category InvalidData -Target 'https://www.example.com/'
    }

    It 'binds -<Parameter> of the set <Set>: <Binding>' -ForEach @(
        @{ Parameter = 'Url'; Set = 'Url'; Binding = 'mandatory 0' }
        @{ Parameter = 'InputObject'; Set = 'Plan'; Binding = 'mandatory value' }
    ) {
        Get-Binding -Command New-MopsUtmLink -Parameter $Parameter -Set $Set | Should -Be $Binding
    }

    It 'completes what the policy allows, with the spellings that mean it' {
        $offered = Get-Completion -Line "New-MopsUtmLink -Policy '$($script:PolicyFile)' -Source goo"
        $offered.CompletionText | Should -Be 'google'
        $offered[0].ToolTip | Should -Match 'adwords'
        (Get-Completion -Line "New-MopsUtmLink -Policy '$($script:PolicyFile)' -Medium ").CompletionText | Should -Contain 'email'
    }

    It 'completes the mediums that go with the source' {
        (Get-Completion -Line "New-MopsUtmLink -Policy '$($script:PolicyFile)' -Source newsletter -Medium ").CompletionText | Should -Be 'email'
    }
}
