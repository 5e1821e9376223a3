using System.Collections.Generic;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>A family of checks over one e-mail or page that is parsed already.</summary>
internal abstract class ContentChecks
{
    /// <summary>Its checks, in the order of the checklist.</summary>
    public abstract IReadOnlyList<CampaignCheckInfo> Checks { get; }

    /// <summary>Whether it cannot look at a file whose HTML could not be read.</summary>
    public virtual bool NeedsPage => true;

    /// <summary>Looks at a file. Says of each of its checks that it was made, was not made or does not apply.</summary>
    public abstract void Check(ContentFile file);

    /// <summary>Describes a check of e-mails; see <see cref="CampaignCheckInfo"/>.</summary>
    protected static CampaignCheckInfo OfEmail(string id, string name, Severity severity, string summary, string remedy, string source) =>
        new(id, CampaignArea.Email, name, severity, summary, remedy, source);
}
