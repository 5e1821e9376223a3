using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>A message (.eml) taken apart: headers, the HTML and the text part with their places in the file, and what is broken.</summary>
internal sealed class MailFile
{
    /// <summary>The headers in their order.</summary>
    public IReadOnlyList<MailHeader> Headers { get; init; } = [];

    /// <summary>The HTML part; null where there is none.</summary>
    public MailPart? Html { get; init; }

    /// <summary>The plain-text part; null where there is none.</summary>
    public MailPart? Text { get; init; }

    /// <summary>The From address: name and address, decoded; null where there is none.</summary>
    public MailSender? From { get; init; }

    /// <summary>The Reply-To address; null where there is none.</summary>
    public MailSender? ReplyTo { get; init; }

    /// <summary>The Content-Ids of the parts, for images that come along.</summary>
    public HashSet<string> ContentIds { get; init; } = [];

    /// <summary>The files that come along, with the line of each; images shown in the HTML are none.</summary>
    public IReadOnlyList<(string Name, int Line)> Attachments { get; init; } = [];

    /// <summary>What is broken, and the line.</summary>
    public IReadOnlyList<(string Problem, int Line)> Problems { get; init; } = [];

    /// <summary>The first header of a name, or null.</summary>
    public MailHeader? Header(string name) => Headers.FirstOrDefault(header => string.Equals(header.Name, name, System.StringComparison.OrdinalIgnoreCase));
}

/// <summary>A header.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Value">The value, unfolded and decoded.</param>
/// <param name="Line">The line of the file.</param>
internal sealed record MailHeader(string Name, string Value, int Line);

/// <summary>An address of a header.</summary>
/// <param name="Name">The display name; empty where there is none.</param>
/// <param name="Address">The address.</param>
/// <param name="Domain">The part behind the @, in lower case.</param>
internal sealed record MailSender(string Name, string Address, string Domain);

/// <summary>A part's decoded text, and where it stands in the message.</summary>
/// <param name="Source">The text.</param>
/// <param name="Map">From its offsets to places of the file.</param>
/// <param name="Charset">The character set by which it was read.</param>
internal sealed record MailPart(HtmlSource Source, PartMap Map, Encoding Charset);
