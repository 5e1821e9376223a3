using System;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>Tells what a link is for: by the tokens of the mailing tools, by words in the address, and by the words that readers see in the larger languages.</summary>
internal static class LinkRoles
{
    // Compared without separators and case: {{system.unsubscribeLink}}, *|UNSUB|*, %%unsub_center_url%%, {{ unsubscribe_url }}, {% unsubscribe %}, [unsubscribe], /opt-out
    private static readonly string[] UnsubscribeAddresses =
        ["unsubscribe", "unsub", "optout", "abmelden", "abbestellen", "desabonn", "desinscri", "listremove", "afmeld", "uitschrij", "avregistrer", "disiscri"];

    private static readonly string[] UnsubscribeWords =
    [
        "unsubscribe", "opt out", "opt-out", "stop receiving", "remove me from", "no longer wish to receive", "abmelden", "abbestellen", "abmeldung", "austragen",
        "désabonner", "désinscrire", "désinscription", "désabonnement", "darse de baja", "darme de baja", "cancelar suscripción", "cancelar la suscripción", "anular suscripción",
        "annulla iscrizione", "annullare l'iscrizione", "disiscriviti", "cancellati", "disiscrizione", "cancelar inscrição", "cancelar subscrição", "descadastrar",
        "afmelden", "uitschrijven", "avregistrera", "avprenumerera", "avsluta prenumeration", "meld deg av", "afmeld", "frameld", "peruuta tilaus", "wypisz", "zrezygnuj", "odhlásit",
        "leiratkoz", "dezabon", "отписаться", "配信停止", "購読解除", "退订", "取消订阅", "수신거부", "구독 취소",
    ];

    private static readonly string[] PreferenceWords =
    [
        "preference", "manage your subscription", "manage subscription", "email settings", "e-mail settings", "update your profile", "einstellungen", "préférences", "preferencias",
        "preferenze", "voorkeuren", "subscriptioncenter", "profilecenter", "updateprofile", "subscriptionpreferences",
    ];

    private static readonly string[] ViewWords =
    [
        "view online", "view in browser", "view this email", "view in your browser", "view as a web page", "view as webpage", "read online", "web version", "online version",
        "im browser", "webversion", "onlineversion", "version en ligne", "navigateur", "en línea", "en el navegador", "versione online", "nel browser", "in browser",
        "viewaswebpage", "viewinbrowser", "view_email_url", "archive", "viewonline",
    ];

    private static readonly string[] LegalWords =
    [
        "privacy", "datenschutz", "impressum", "imprint", "terms of", "terms and", "legal notice", "cookie policy", "confidentialité", "mentions légales", "privacidad",
        "aviso legal", "privacidade", "informativa", "privacybeleid", "privacyverklaring", "integritetspolicy", "personvern", "privatlivspolitik", "tietosuoja", "prywatnosci",
        "prywatności", "nutzungsbedingungen", "agb",
    ];

    /// <summary>The role of a link.</summary>
    /// <param name="href">The address or token.</param>
    /// <param name="text">What the reader sees.</param>
    public static LinkRole Of(string href, string text)
    {
        var address = Plain(href);
        var words = text.ToLowerInvariant();
        if (UnsubscribeAddresses.Any(word => Has(address, word)) || IsUnsubscribe(words)) return LinkRole.Unsubscribe;
        if (Any(words, PreferenceWords) || Any(address, PreferenceWords)) return LinkRole.Preferences;
        if (Any(words, ViewWords) || Has(address, "viewaswebpage") || Has(address, "viewemailurl") || Has(address, "viewonline") || Has(address, "viewinbrowser") || href.IndexOf("*|ARCHIVE|*", StringComparison.OrdinalIgnoreCase) >= 0)
            return LinkRole.ViewOnline;
        return IsPrivacy(href, text) || Any(words, LegalWords) ? LinkRole.Legal : LinkRole.Content;
    }

    /// <summary>Whether words say that a click ends the mails.</summary>
    public static bool IsUnsubscribe(string text) => Any(text.ToLowerInvariant(), UnsubscribeWords);

    /// <summary>Whether a link leads to a privacy notice.</summary>
    public static bool IsPrivacy(string href, string text)
    {
        var words = text.ToLowerInvariant();
        return Any(words, ["privacy", "datenschutz", "confidentialité", "privacidad", "privacidade", "informativa", "integritet", "personvern", "privatliv", "tietosuoja", "prywatno", "données personnelles"]) ||
            Any(Plain(href), ["privacy", "datenschutz", "dataprotection", "confidentialite", "privacidad", "privacidade"]);
    }

    private static bool Any(string text, string[] words) => words.Any(word => Has(text, word));

    // Both are in lower case.
    private static bool Has(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;

    private static string Plain(string href)
    {
        var plain = new StringBuilder(Math.Min(href.Length, 2000));
        foreach (var c in href)
        {
            if (c is '-' or '_' or ' ' or '.') continue;
            plain.Append(char.ToLowerInvariant(c));
            if (plain.Length >= 2000) break;
        }

        return plain.ToString();
    }
}
