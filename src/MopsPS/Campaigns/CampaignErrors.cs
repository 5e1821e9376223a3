using System;
using System.IO;
using System.Management.Automation;

namespace MopsPS.Campaigns;

/// <summary>The errors of campaign checks: one method for each error id.</summary>
internal static class CampaignErrors
{
    public static ErrorRecord NoInput() => new(
        new InvalidOperationException("No campaign was checked: no input is not a pass. Name the folder of a campaign, or pipe in the rows of a launch calendar with -AssetRoot."),
        "MopsCampaignNoInput", ErrorCategory.InvalidData, null);

    public static ErrorRecord RootMissing(object row) => new(
        new ArgumentException("A row of a launch calendar needs -AssetRoot: the folder that holds the folders of the campaigns."),
        "MopsCampaignRootMissing", ErrorCategory.InvalidArgument, row);

    public static ErrorRecord FieldMapInvalid(ArgumentException exception, object map) => new(exception, "MopsCampaignFieldMapInvalid", ErrorCategory.InvalidArgument, map);

    public static ErrorRecord RowInvalid(FormatException exception, object row) => new(exception, "MopsCampaignRowInvalid", ErrorCategory.InvalidData, row);

    public static ErrorRecord FolderNotFound(string folder, string? campaign) => new(
        new DirectoryNotFoundException($"{(campaign is null ? string.Empty : $"The campaign '{campaign}' was not checked: ")}there is no folder '{folder}'. Make it with New-MopsCampaign, or name it in the calendar's column Folder."),
        "MopsCampaignFolderNotFound", ErrorCategory.ObjectNotFound, folder);

    public static ErrorRecord NotWritten(string folder, Exception exception) => new(
        new IOException($"The artifacts of the run were not written to '{folder}': {exception.Message}", exception),
        "MopsCampaignArtifactNotWritten", ErrorCategory.WriteError, folder);

    public static ErrorRecord Exists(string folder) => new(
        new IOException($"'{folder}' exists already and was left as it is. Give another name or -Path."),
        "MopsCampaignExists", ErrorCategory.ResourceExists, folder);

    public static ErrorRecord NameInvalid(string name) => new(
        new ArgumentException($"'{name}' has no letter or digit that could name the folder. Give another name, or -Path."),
        "MopsCampaignNameInvalid", ErrorCategory.InvalidArgument, name);

    public static ErrorRecord TemplateInvalid(string template, Exception exception) => new(exception, "MopsCampaignTemplateInvalid", ErrorCategory.InvalidData, template);

    public static ErrorRecord NoRuns(string path) => new(
        new InvalidDataException($"There is no run in '{path}': nothing to measure is not a pass. Invoke-MopsCampaignQA -OutputPath writes runs."),
        "MopsCampaignNoRun", ErrorCategory.InvalidData, path);

    public static ErrorRecord DefectsInvalid(string path, InvalidDataException exception) => new(exception, "MopsCampaignDefectsInvalid", ErrorCategory.InvalidData, path);
}
