#requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.3.0' }

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'output', 'MopsPS', 'MopsPS.psd1')) -Force -ErrorAction Stop
    $script:Examples = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'examples'))
    $script:Touchpoints = Join-Path -Path $script:Examples -ChildPath 'touchpoints.csv'
}

Describe 'Get-MopsAttribution' {
    It 'gives each model the same total' {
        $result = Get-MopsAttribution -Path $script:Touchpoints -Policy default
        $result.Models.Count | Should -Be 11
        foreach ($group in $result.Credits | Group-Object -Property Model) {
            $sum = ($group.Group | Measure-Object -Property Conversions -Sum).Sum
            [math]::Abs($sum - $result.Conversions) | Should -BeLessThan 1e-9
        }
    }

    It 'gives the same through the pipeline as with a path' {
        $byPath = (Get-MopsAttribution -Path $script:Touchpoints -Policy default).Comparison | ConvertTo-Json
        $byCsv = (Import-Csv -LiteralPath $script:Touchpoints | Get-MopsAttribution -Policy default).Comparison | ConvertTo-Json
        $byCsv | Should -Be $byPath
    }

    It 'keeps the conversions of short paths in the position-based model' {
        $paths = [pscustomobject]@{ Path = 'a'; Conversions = 3 }, [pscustomobject]@{ Path = 'a > b'; Conversions = 4 }
        $row = ($paths | Get-MopsAttribution -Model PositionBased -Policy default).Comparison | Where-Object Channel -EQ 'a'
        $row.PositionBased | Should -Be 5
    }

    It 'says what the input lacks' {
        $result = Get-MopsAttribution -Path $script:Touchpoints -Policy default
        $result.Findings.RuleId | Should -Contain 'ATR001'
        $result.Kpis[0].Id | Should -Be 'TouchpointCompleteness'
    }

    It 'shows a table of channels' {
        $text = (Get-MopsAttribution -Path $script:Touchpoints -Policy default).Comparison | Out-String -Width 160
        $text | Should -Match 'Paid Search'
        $text | Should -Match 'Markov'
    }

    It 'refuses a model that the input does not allow' {
        { [pscustomobject]@{ Path = 'a'; Conversions = 1 } | Get-MopsAttribution -Model TimeDecay -Policy default } |
            Should -Throw -ErrorId 'MopsAttributionModelNotPossible,MopsPS.Attribution.GetMopsAttributionCommand'
    }
}
