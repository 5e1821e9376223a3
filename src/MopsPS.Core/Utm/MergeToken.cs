using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Utm;

/// <summary>A merge token or platform placeholder in a value, for example <c>{{lead.Email Address}}</c> or <c>{campaignid}</c>.</summary>
/// <param name="Text">The token with its delimiters.</param>
/// <param name="Family">Whose syntax it is; policies allow by family.</param>
public sealed record MergeToken(string Text, string Family)
{
    private static readonly (string Open, string Close, Func<string, string?> Family)[] Forms =
    [
        ("{{{", "}}}", _ => "handlebars"),
        ("{{", "}}", DoubleBraces),
        ("${", "}", name => IsWord(name) ? name.All(c => c == '_' || char.IsUpper(c)) ? "dv360" : "template" : null),
        ("{", "}", SingleBraces),
        ("*|", "|*", _ => "mailchimp"),
        ("%%", "%%", name => IsWord(name.Trim('=').Trim()) || name.StartsWith("=", StringComparison.Ordinal) ? "salesforce" : null),
        ("<%", "%>", _ => "template"),
        ("__", "__", name => name.Length > 2 && name.All(c => c == '_' || char.IsUpper(c)) ? "tiktok" : null),
        ("[[", "]]", _ => "brackets"),
        ("[", "]", name => IsWord(name) ? "brackets" : null),
    ];

    // support.google.com/google-ads/answer/6305348 (ValueTrack)
    private static readonly HashSet<string> GoogleAds = new(StringComparer.Ordinal)
    {
        "campaignid", "adgroupid", "feeditemid", "extensionid", "targetid", "loc_interest_ms", "loc_physical_ms", "matchtype", "network", "device",
        "devicemodel", "gclid", "gbraid", "wbraid", "creative", "keyword", "placement", "target", "param1", "param2", "random", "adposition", "lpurl",
        "escapedlpurl", "unescapedlpurl", "ignore", "sourceid", "adtype", "merchant_id", "product_channel", "product_id", "product_country",
        "product_language", "product_partition_id", "store_code", "assetgroupid", "ifmobile", "ifnotmobile", "ifsearch", "ifcontent",
    };

    // help.ads.microsoft.com, "What tracking or URL parameters can I use?"
    private static readonly HashSet<string> MicrosoftAds = new(StringComparer.OrdinalIgnoreCase)
    {
        "AdGroup", "AdGroupId", "AdId", "AssetGroupId", "BidMatchType", "Campaign", "CampaignId", "Device", "dvc_mdl", "feeditemid", "keyword", "loc_interest_ms",
        "loc_physical_ms", "lpurl", "MatchType", "msclkid", "Network", "OrderItemId", "QueryString", "TargetId", "SearchTerm", "OfferId",
    };

    // facebook.com/business/help/2360940870872492 (URL parameters)
    private static readonly HashSet<string> Meta = new(StringComparer.Ordinal)
    {
        "campaign.id", "campaign.name", "adset.id", "adset.name", "ad.id", "ad.name", "site_source_name", "placement",
    };

    /// <summary>Finds the tokens of a decoded value.</summary>
    /// <param name="value">The value.</param>
    public static IReadOnlyList<MergeToken> Find(string value)
    {
        if (value.IndexOfAny(['{', '[', '*', '%', '<', '_']) < 0) return [];
        List<MergeToken>? found = null;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is not ('{' or '$' or '*' or '%' or '<' or '_' or '[')) continue;
            foreach (var (open, close, family) in Forms)
            {
                if (string.CompareOrdinal(value, i, open, 0, open.Length) != 0) continue;
                var end = value.IndexOf(close, i + open.Length, StringComparison.Ordinal);
                if (end <= i + open.Length || family(value.Substring(i + open.Length, end - i - open.Length)) is not { } name) continue;
                (found ??= []).Add(new MergeToken(value.Substring(i, end + close.Length - i), name));
                i = end + close.Length - 1;
                break;
            }
        }

        return found ?? (IReadOnlyList<MergeToken>)[];
    }

    /// <summary>The token.</summary>
    public override string ToString() => Text;

    private static string DoubleBraces(string name)
    {
        var word = name.Trim();
        if (Meta.Contains(word)) return "meta";
        if (word.Length > 2 && word.All(c => c == '_' || char.IsUpper(c))) return "linkedin";
        return word.Split('.')[0].ToLowerInvariant() switch
        {
            "lead" or "company" or "my" or "system" or "program" or "member" or "trigger" or "campaign" => "marketo",
            "contact" or "owner" or "content" or "personalization_token" or "unsubscribe_link" => "hubspot",
            _ => "handlebars",
        };
    }

    private static string? SingleBraces(string name)
    {
        var colon = name.IndexOf(':');
        var word = colon < 0 ? name : name.Substring(0, colon);
        if (GoogleAds.Contains(word) || (word.Length > 1 && word[0] == '_' && IsWord(word.Substring(1)))) return "googleads";
        if (MicrosoftAds.Contains(word)) return "microsoftads";
        return IsWord(word) ? "braces" : null;
    }

    private static bool IsWord(string text) =>
        text.Length > 1 && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or ':');
}
