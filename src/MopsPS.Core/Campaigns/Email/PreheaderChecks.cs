using System;
using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The preheader: there, as agreed, of a good length, and not the subject again.</summary>
internal sealed class PreheaderChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingPreheader = new(
        "EML026", CampaignArea.Email, nameof(MissingPreheader), Severity.Warning,
        "An e-mail has no preheader; mail clients show its first words instead.", "Write one, hidden, at the start of the body.", "practice");

    public static readonly CampaignCheckInfo PreheaderLength = new(
        "EML027", CampaignArea.Email, nameof(PreheaderLength), Severity.Warning,
        "The preheader is shorter or longer than agreed.", "Keep within campaignQA.email.minPreheaderLength and maxPreheaderLength.", "practice: clients show 35 to 140 characters");

    public static readonly CampaignCheckInfo WrongPreheader = new(
        "EML028", CampaignArea.Email, nameof(WrongPreheader), Severity.Error,
        "The preheader is not the one of the brief.", "Put the agreed one in, or change the brief.", "the brief, preheader");

    public static readonly CampaignCheckInfo RepeatedPreheader = new(
        "EML029", CampaignArea.Email, nameof(RepeatedPreheader), Severity.Warning,
        "The preheader says the subject again.", "Say what the subject does not.", "practice");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingPreheader, PreheaderLength, WrongPreheader, RepeatedPreheader];

    public override void Check(ContentFile file)
    {
        var agreed = file.AgreedPreheader;
        if (agreed is null) file.Context.NotApplicable(WrongPreheader, "the brief says no preheader");
        else file.Starts(WrongPreheader);
        file.Starts(MissingPreheader);
        var preheader = file.Preheader;
        if (preheader is not { IsOwn: true })
        {
            file.Report(MissingPreheader, preheader?.Offset ?? -1, preheader is null ? "The mail has no text to show beside the subject." : "There is no preheader; clients show the first words.", "preheader", preheader?.Text);
            if (agreed is not null) file.Report(WrongPreheader, preheader?.Offset ?? -1, "There is no preheader; the brief has one.", "preheader", null, agreed);
            file.Context.NotApplicable(PreheaderLength, "there is no preheader");
            file.Context.NotApplicable(RepeatedPreheader, "there is no preheader");
            return;
        }

        var policy = file.Policy.Email;
        var length = new StringInfo(preheader.Text).LengthInTextElements;
        if (file.Starts(PreheaderLength) && (length < policy.MinPreheaderLength || length > policy.MaxPreheaderLength))
        {
            file.Report(
                PreheaderLength, preheader.Offset, string.Format(CultureInfo.InvariantCulture, "The preheader has {0} characters; agreed are {1} to {2}.", length, policy.MinPreheaderLength, policy.MaxPreheaderLength),
                "preheader", preheader.Text);
        }

        if (agreed is not null && !string.Equals(preheader.Text, TextFold.Spaces(agreed), StringComparison.Ordinal)) file.Report(WrongPreheader, preheader.Offset, "The preheader is not the one of the brief.", "preheader", preheader.Text, agreed);
        if (file.Subject is null) file.Context.NotApplicable(RepeatedPreheader, "there is no subject to compare with");
        else if (file.Starts(RepeatedPreheader) && TextFold.Wording(preheader.Text).StartsWith(TextFold.Wording(file.Subject).TrimEnd('!', '.', '?'), StringComparison.Ordinal) && file.Subject.Trim().Length > 0)
            file.Report(RepeatedPreheader, preheader.Offset, "The preheader begins with the subject.", "preheader", preheader.Text);
    }
}
