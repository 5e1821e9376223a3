#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Policy = Get-MopsPolicy -Policy (Join-Path -Path $script:Examples -ChildPath 'mops.policy.json')
    $script:Clean = 'https://www.example.com/launch?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_autumn-launch'
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

    It 'takes the URL property of objects' {
        $result = [pscustomobject]@{ 'Final URL' = $script:Clean; Cost = '12.50' } | Test-MopsUtm -Policy $script:Policy
        $result.Source | Should -Be 'google'
        $result.IsCompliant | Should -BeTrue
    }

    It 'gives one result for each ad of the example' {
        $results = @(Test-MopsUtm -Path (Join-Path -Path $script:Examples -ChildPath 'ads.csv') -Policy $script:Policy | Where-Object { $_ -is [MopsPS.UtmResult] })
        $results.Count | Should -Be 41
    }

    It 'gives the same through the pipeline as with a path' {
        $ads = Join-Path -Path $script:Examples -ChildPath 'ads.csv'
        $byPath = @(Test-MopsUtm -Path $ads -Policy $script:Policy | Where-Object { $_ -is [MopsPS.UtmResult] }).Findings.RuleId
        $byObject = @(Import-Csv -LiteralPath $ads | Test-MopsUtm -Policy $script:Policy | Where-Object { $_ -is [MopsPS.UtmResult] }).Findings.RuleId
        $byObject | Should -Be $byPath
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

    It 'masks personal data' {
        $result = "$($script:Clean)&email=ada.abel%40example.org" | Test-MopsUtm -Policy $script:Policy
        $result.Findings.RuleId | Should -Contain 'UTM017'
        $result | ConvertTo-Json -Depth 5 | Should -Not -Match 'ada\.abel'
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

    It 'builds a plan and refuses the rows that do not fit' {
        $plan = Import-Csv -LiteralPath (Join-Path -Path $script:Examples -ChildPath 'link-plan.csv')
        $links = @($plan | New-MopsUtmLink -Policy $script:Policy -ErrorAction SilentlyContinue -ErrorVariable refused)
        $links.Count | Should -Be 8
        $refused.FullyQualifiedErrorId | Should -Contain 'MopsUtmUnknownValue,MopsPS.Utm.NewMopsUtmLinkCommand'
        $refused.FullyQualifiedErrorId | Should -Contain 'MopsUtmNamingMismatch,MopsPS.Utm.NewMopsUtmLinkCommand'
    }

    It 'refuses a source that the policy does not list' {
        { New-MopsUtmLink -Url 'https://www.example.com/' -Source tiktok -Medium paid_social -Campaign 2026q4_emea_autumn-launch -Policy $script:Policy -ErrorAction Stop } |
            Should -Throw -ErrorId 'MopsUtmUnknownValue,MopsPS.Utm.NewMopsUtmLinkCommand'
    }
}
