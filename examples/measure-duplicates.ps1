<#
.SYNOPSIS
    Counts the duplicate rate of an export, measures how right the duplicates are, and writes the questions whose answers teach most.
.EXAMPLE
    mops examples/measure-duplicates.ps1 -Questions questions.xlsx
    Writes the questions as a workbook. Write yes or no into the column Same and give the file to Measure-MopsDuplicate -Reviewed.
#>
param(
    # The export.
    [string] $Path = "$PSScriptRoot/contacts-duplicates.csv",

    # What is the same: a key and a cluster for each record, or a reviewed merge plan.
    [string] $Truth = "$PSScriptRoot/contacts-truth.csv",

    # Where the questions go.
    [string] $Questions = 'questions.csv'
)

$ErrorActionPreference = 'Stop'

'Duplicate rate'
$rate = Measure-MopsDuplicate $Path
"$rate"
$rate.ByMonth | ForEach-Object { "$_" }

'Accuracy'
$measures = @(Measure-MopsDuplicate $Path -Truth $Truth -Threshold 0.3, 0.5, 0.9)
$measures | ForEach-Object { "$_" }

'Wrong pairs'
$measures[1].Errors | ForEach-Object { "$_ because of $($_.Reason)" }

'Questions'
Measure-MopsDuplicate $Path -Suggest -MaxCount 10 -WarningAction SilentlyContinue | Export-MopsRecord -Path $Questions -Force
