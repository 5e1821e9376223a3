using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns;

/// <summary>The manual items of the policy, and whether the brief has a signature for them that holds.</summary>
internal static class SignOffs
{
    /// <summary>The id of all manual items in a checklist.</summary>
    public const string Id = "SignOff";

    public static IEnumerable<CampaignCheck> Check(CampaignRun run)
    {
        foreach (var item in run.Policy.CampaignQA.SignOffs)
        {
            var signed = run.Campaign.Brief.SignOffs.Where(signOff => string.Equals(signOff.Item, item.Name, StringComparison.OrdinalIgnoreCase)).OrderByDescending(signOff => signOff.Date).ToArray();
            var valid = signed.FirstOrDefault(signOff => Problem(signOff, item, run.Time.Date) is null);
            yield return new CampaignCheck
            {
                Campaign = run.Campaign.Name,
                Area = CampaignArea.SignOff,
                CheckId = Id,
                Name = item.Name,
                Status = valid is null ? CampaignCheckStatus.Manual : CampaignCheckStatus.Pass,
                Severity = item.Required ? Severity.Error : Severity.Information,
                Reason = valid is not null ? $"signed by {valid.Name} on {Day(valid.Date)}" : signed.Length == 0 ? "nobody has signed it" : Problem(signed[0], item, run.Time.Date),
                Remedy = valid is not null ? null : item.Summary.Length > 0 ? $"{item.Summary} Then sign it in the brief under signOffs." : "Do it, and sign it in the brief under signOffs.",
                SignOff = valid,
            };
        }
    }

    private static string? Problem(CampaignSignOff signOff, ManualCheck item, DateTime today)
    {
        if (signOff.Date > today) return $"it is signed for {Day(signOff.Date)}, a day that is still to come";
        if (item.MaxAgeDays is { } days && signOff.Date < today.AddDays(-days)) return $"it was signed on {Day(signOff.Date)}, and a signature holds {days} days";
        return item.Signers.Count > 0 && !item.Signers.Any(signer => Wildcard.IsMatch(signer, signOff.Name)) ? $"{signOff.Name} may not sign it; {string.Join(", ", item.Signers)} may" : null;
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
