#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Newsletter = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples', 'newsletter.html'))
}

Describe 'Test-MopsLink' {
    It 'never connects to <_>' -ForEach 'http://127.0.0.1/', 'http://[::1]/', 'http://10.1.2.3/', 'http://169.254.169.254/latest/', 'http://2130706433/', 'http://[::ffff:192.168.0.1]/' {
        $result = Test-MopsLink -Url $_ -Policy default
        $result.Status | Should -Be 'PrivateAddress'
        $result.Findings.RuleId | Should -Be 'LCK010'
    }

    It 'does not open <_>' -ForEach 'mailto:ada@acme.example', 'https://acme.example/{{lead.Id}}', 'https://acme.example/unsubscribe?u=1', '/relative' {
        (Test-MopsLink -Url $_ -Policy default).Status | Should -Be 'Skipped'
    }

    It 'refuses a link with a password and does not show it' {
        $result = Test-MopsLink -Url 'https://user:secret@acme.example/' -Policy default
        $result.Status | Should -Be 'Invalid'
        "$result $($result.Findings)" | Should -Not -Match 'secret'
    }

    It 'opens nothing with -WhatIf' {
        $results = @(Test-MopsUtm -Path $script:Newsletter -Policy default | Test-MopsLink -Policy default -WhatIf)
        $results.Count | Should -BeGreaterThan 0
        $results.Hops | Should -BeNullOrEmpty
    }

    It 'keeps the place of a link' {
        $results = @(Test-MopsUtm -Path $script:Newsletter -Policy default | Test-MopsLink -Policy default -WhatIf)
        $results[0].Source.Line | Should -BeGreaterThan 0
    }
}
