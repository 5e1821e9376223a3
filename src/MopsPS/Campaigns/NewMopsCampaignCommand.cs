using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Campaigns;

namespace MopsPS.Campaigns;

/// <summary>Makes the folder of a new campaign from a template: a brief, an e-mail with its plain text, landing pages, a list of links and test leads for the routing.</summary>
/// <remarks>
/// <para>The folder is made whole or not at all; one that is there already is left alone. What is still to be written stands as TODO in the files, and Invoke-MopsCampaignQA
/// finds it until it is done.</para>
/// <para>A template of your own is a folder. In its text files (.json, .html, .htm, .txt, .eml, .md, .csv) the marks @@name@@, @@slug@@, @@owner@@, @@launchDate@@ and
/// @@year@@ are filled in, encoded as the kind of file asks; all other files are copied. A link out of the template is refused.</para>
/// </remarks>
/// <example>
/// <para>Makes the folder spring-launch.</para>
/// <code>New-MopsCampaign 'Spring Launch' -Owner 'Demand Generation' -LaunchDate 2027-03-31</code>
/// </example>
/// <example>
/// <para>Uses the team's own template.</para>
/// <code>New-MopsCampaign 'Spring Webinar' -Owner 'Events' -LaunchDate 2027-03-31 -Template ./campaigns/winter-guide -Path ./campaigns/spring-webinar</code>
/// </example>
/// <example>
/// <para>Says what would be made.</para>
/// <code>New-MopsCampaign 'Spring Launch' -Owner 'Demand Generation' -LaunchDate 2027-03-31 -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "MopsCampaign", SupportsShouldProcess = true)]
[OutputType(typeof(DirectoryInfo))]
public sealed class NewMopsCampaignCommand : MopsWriteCmdlet
{
    /// <summary>The campaign's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Campaign")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The folder to make; without it, the name in lower case with hyphens in the current folder.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Who owns the campaign: a name or a team.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Owner { get; set; } = string.Empty;

    /// <summary>The day of the launch.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public DateTime LaunchDate { get; set; }

    /// <summary>The folder of a template of your own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Template { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => OpenChangeLog("Campaigns");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var slug = CampaignNames.Slug(Name);
        if (Path is null && slug.Length == 0)
        {
            WriteError(CampaignErrors.NameInvalid(Name));
            return;
        }

        var target = PathResolver.Output(this, Path ?? slug);
        var template = Template is null ? null : PathResolver.Output(this, Template);
        if (template is not null && !Directory.Exists(template)) ThrowTerminatingError(MopsErrors.FolderMissing(Template!));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.GetFileSystemEntries(target).Length > 0))
        {
            WriteError(CampaignErrors.Exists(target));
            return;
        }

        if (!ShouldProcess(target, "Make the folder of a campaign")) return;
        try
        {
            var files = CampaignScaffold.Create(target, new ScaffoldValues { Name = Name, Owner = Owner, LaunchDate = LaunchDate }, template);
            LogChange("Made the folder of a campaign.", target, files.Select(file => System.IO.Path.Combine(target, file)));
        }
        catch (InvalidDataException exception)
        {
            ThrowTerminatingError(CampaignErrors.TemplateInvalid(template!, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(target, exception));
        }

        WriteFile(target);
    }
}
