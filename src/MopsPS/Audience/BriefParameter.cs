using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Campaigns;

namespace MopsPS.Audience;

/// <summary>What <c>-Brief</c> means: the folder of a campaign with its brief and its suppression lists.</summary>
internal static class BriefParameter
{
    /// <summary>Reads the brief; ends the cmdlet where there is none that can be used.</summary>
    public static CampaignFolder Read(PSCmdlet cmdlet, string path, MopsPolicy policy)
    {
        var full = PathResolver.Output(cmdlet, path);
        if (!Directory.Exists(full) && !File.Exists(full)) cmdlet.ThrowTerminatingError(MopsErrors.FolderMissing(path));
        try
        {
            var campaign = CampaignFolder.Read(full, policy);
            if (campaign.HasBrief) return campaign;
            var mistakes = string.Join(" ", campaign.BriefProblems.Select(problem => problem.ToString()));
            cmdlet.ThrowTerminatingError(new ErrorRecord(new InvalidDataException($"The brief of '{path}' cannot be used: {mistakes}"), "MopsBriefInvalid", ErrorCategory.InvalidData, path));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(MopsErrors.From(exception, full));
        }

        throw new InvalidOperationException("An error that ends the cmdlet did not end it.");
    }

    /// <summary>The suppression lists of the campaign's folder.</summary>
    public static IEnumerable<string> Suppressions(PSCmdlet cmdlet, CampaignFolder? campaign)
    {
        foreach (var list in campaign?.Of(CampaignAssetKind.Suppression) ?? [])
        {
            // Without it, people on it would pass.
            if (list.Problem is not null) cmdlet.ThrowTerminatingError(new ErrorRecord(new InvalidDataException($"The suppression list '{list.Name}' cannot be used: {list.Problem}."), "MopsSuppressionUnreadable", ErrorCategory.InvalidData, list.Path));
            yield return list.Path;
        }
    }
}
