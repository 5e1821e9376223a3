using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Email;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>An e-mail or a landing page, read and parsed once, with what the brief says about it. What is costly is made on the first use.</summary>
internal sealed class ContentFile
{
    private List<PageLink>? _links;
    private PageWords? _visible;
    private PageWords? _hidden;
    private readonly Dictionary<string, (string? Staging, bool IsPlaceholder)> _hosts = new(StringComparer.Ordinal);
    private (bool Known, Preheader? Value) _preheader;
    private readonly Func<int, (int Line, int Column)> _place;
    private readonly bool _isExact;

    private ContentFile(CampaignAsset asset, CheckContext context, HtmlSource? source, MailFile? mail, TextDocument? text)
    {
        Asset = asset;
        Context = context;
        Source = source;
        Mail = mail;
        Text = text;
        _isExact = mail?.Html?.Map.IsExact ?? true;
        _place = mail?.Html is { } part ? part.Map.PlaceOf : source is null ? _ => (0, 0) : source.PlaceOf;
        Brief = context.Brief.Emails.FirstOrDefault(brief => Wildcard.IsMatch(brief.File, asset.Name));
        LandingBrief = context.Brief.LandingPages.FirstOrDefault(brief => Wildcard.IsMatch(brief.File, asset.Name));
    }

    public CampaignAsset Asset { get; }

    public CheckContext Context { get; }

    /// <summary>Whether it is an e-mail; else a landing page.</summary>
    public bool IsEmail => Asset.Kind is CampaignAssetKind.Email or CampaignAssetKind.EmailMessage;

    /// <summary>Whether it has headers (.eml).</summary>
    public bool IsMessage => Asset.Kind == CampaignAssetKind.EmailMessage;

    /// <summary>Whether it is advertising, for which consent, unsubscribe and address are needed.</summary>
    public bool IsMarketing => Context.Brief.Purpose == CampaignPurpose.Marketing;

    public CampaignQAPolicy Policy => Context.Policy.CampaignQA;

    /// <summary>The HTML; null for a message without an HTML part.</summary>
    public HtmlSource? Source { get; }

    /// <summary>The page; null where <see cref="PageProblem"/> says why.</summary>
    public HtmlPage? Page { get; private set; }

    /// <summary>Why there is no page.</summary>
    public string? PageProblem { get; private set; }

    /// <summary>Where the problem is, in the HTML; -1 for nowhere.</summary>
    public int PageProblemOffset { get; private set; } = -1;

    /// <summary>The message; null for a file of HTML.</summary>
    public MailFile? Mail { get; }

    /// <summary>The plain-text part: of the message, or the .txt beside the file; null where there is none.</summary>
    public TextDocument? Text { get; }

    /// <summary>What the brief says of this e-mail alone, or null.</summary>
    public EmailBrief? Brief { get; }

    /// <summary>What the brief says of this landing page, or null.</summary>
    public LandingBrief? LandingBrief { get; }

    /// <summary>The links of the page.</summary>
    public List<PageLink> Links => _links ??= Page is null ? [] : PageLinks.Of(Page);

    /// <summary>The text that the reader sees.</summary>
    public PageWords Visible => _visible ??= new PageWords(Page!, text => text.HiddenIn == 0 || text.Look.MayBeShown);

    /// <summary>The text that is hidden; the preheader is in it.</summary>
    public PageWords Hidden => _hidden ??= new PageWords(Page!, text => text.HiddenIn > 0 && !text.Look.MayBeShown);

    /// <summary>The preheader; null for a mail without text.</summary>
    public Preheader? Preheader
    {
        get
        {
            if (!_preheader.Known) _preheader = (true, Page is null ? null : Preheader.Of(Page));
            return _preheader.Value;
        }
    }

    /// <summary>The subject of the message, else of the brief; null where neither says it.</summary>
    public string? Subject => IsMessage ? Mail?.Header("Subject")?.Value : AgreedSubject;

    /// <summary>The subject of the brief.</summary>
    public string? AgreedSubject => Brief?.Subject ?? Context.Brief.Subject;

    /// <summary>The preheader of the brief.</summary>
    public string? AgreedPreheader => Brief?.Preheader ?? Context.Brief.Preheader;

    /// <summary>What the host of a link says about it; the same hosts come again and again.</summary>
    public (string? Staging, bool IsPlaceholder) Host(string host)
    {
        if (!_hosts.TryGetValue(host, out var facts)) _hosts.Add(host, facts = (LinkHosts.Staging(host, Policy.Content), LinkHosts.IsPlaceholder(host, Context.Policy.Utm)));
        return facts;
    }

    /// <summary>Reads and parses a file whose content is there.</summary>
    public static ContentFile Open(CampaignAsset asset, CheckContext context, HtmlLimits limits)
    {
        MailFile? mail = null;
        HtmlSource? source;
        TextDocument? text;
        if (asset.Kind == CampaignAssetKind.EmailMessage)
        {
            mail = MailReader.Read(asset.Content!, context.Cancellation);
            source = mail.Html?.Source;
            text = mail.Text is { } part ? new TextDocument(part.Source, part.Map.PlaceOf, null) : null;
        }
        else
        {
            source = HtmlSource.Decode(asset.Content!);
            text = asset.Kind == CampaignAssetKind.Email && context.Campaign.TextPartOf(asset) is { Content: { } content } beside
                ? TextDocument.Of(content, beside)
                : null;
        }

        var file = new ContentFile(asset, context, source, mail, text);
        file.Parse(limits);
        return file;
    }

    /// <summary>Begins a check: false where the policy has it off; else it counts as made.</summary>
    public bool Starts(CampaignCheckInfo check)
    {
        if (!Context.IsOn(check)) return false;
        Context.Ran(check);
        return true;
    }

    /// <summary>Reports at a place of the HTML.</summary>
    public void Report(CampaignCheckInfo check, int offset, string message, string? field = null, string? value = null, string? suggestion = null)
    {
        var (line, column) = _place(offset);
        if (!_isExact && line > 0) message += string.Format(CultureInfo.InvariantCulture, " (line {0} of the decoded HTML part)", line);
        Context.Report(check, message, _isExact ? line : 0, _isExact ? column : 0, field, value, suggestion);
    }

    /// <summary>A link with its place, as it is kept.</summary>
    public LinkLists.ListedLink Listed(PageLink link)
    {
        var (line, column) = _isExact ? _place(link.Offset) : default;
        return new LinkLists.ListedLink(link.Href.Trim(), 0, line, column, null);
    }

    /// <summary>Reports about the file as a whole: at the element that should hold it, where there is one.</summary>
    public void ReportMissing(CampaignCheckInfo check, string message, string? field = null, string? suggestion = null, string? element = null)
    {
        var owner = element is null || Page is null ? null : Page.All(element).FirstOrDefault();
        Report(check, owner is null ? -1 : Page!.OffsetOf(owner), message, field, null, suggestion);
    }

    /// <summary>Reports at a header of the message.</summary>
    public void ReportHeader(CampaignCheckInfo check, string header, string message, string? value = null, string? suggestion = null) =>
        Context.Report(check, message, Mail?.Header(header)?.Line ?? 0, 0, header, value, suggestion);

    /// <summary>Reports at a place of the plain-text part.</summary>
    public void ReportText(CampaignCheckInfo check, int offset, string message, string? field = null, string? value = null, string? suggestion = null)
    {
        var (line, column) = Text!.Place(offset);
        Context.Report(check, message, line, column, field ?? "text part", value, suggestion, Text.Asset);
    }

    private void Parse(HtmlLimits limits)
    {
        if (Source is null)
        {
            PageProblem = "the message has no HTML part";
            return;
        }

        if (Source.Text.Trim().Length == 0)
        {
            PageProblem = "the HTML is empty";
            return;
        }

        try
        {
            Page = HtmlPage.Parse(Source, limits, Context.Cancellation);
        }
        catch (HtmlLimitException exception)
        {
            PageProblem = "the HTML could not be read: " + exception.Message;
            PageProblemOffset = exception.Offset;
        }
    }
}
