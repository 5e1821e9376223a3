using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm.Rules;

/// <summary>The rules about which parameters a link has.</summary>
internal static class ParameterRules
{
    private static readonly HashSet<string> GoogleIds = new(StringComparer.OrdinalIgnoreCase)
        { "gclid", "gbraid", "wbraid", "dclid", "gclsrc", "gad_source", "gad_campaignid", "srsltid" };

    private static readonly HashSet<string> OtherIds = new(StringComparer.OrdinalIgnoreCase)
        { "msclkid", "fbclid", "igshid", "twclid", "ttclid", "li_fat_id", "yclid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_enc_id", "epik", "sccid", "rdt_cid" };

    /// <summary>Whether a parameter is one that a click or mailing adds.</summary>
    public static bool IsClickId(string name) => GoogleIds.Contains(name) || OtherIds.Contains(name);

    public static void Check(UtmLink link)
    {
        foreach (var (parameter, what) in link.Personal)
        {
            link.Report(
                UtmRules.PersonalData, $"The parameter '{parameter.Name}' holds {what}.", parameter.Name, link.Show(parameter), "remove the parameter");
        }

        if (link.Personal.Count == 0 && link.HoldsPersonal && (link.Url.Damage & UrlDamage.Credentials) == 0 && link.Url.Kind != UrlKind.OtherScheme)
            link.Report(UtmRules.PersonalData, "The address holds an e-mail address.", "path");
        if (link.Url.Kind is UrlKind.Invalid or UrlKind.OtherScheme || !link.IsTagged) return;
        Missing(link);
        Names(link);
        Repeated(link);
        foreach (var parameter in link.Shape.Parameters)
        {
            if (GoogleIds.Contains(parameter.Name))
            {
                link.Report(UtmRules.ClickIdWithTags, $"The click id '{parameter.Name}' stands beside manual tags; where Google Ads is linked, it decides the source instead of them.", parameter.Name, suggestion: "remove it from the link");
            }
            else if (OtherIds.Contains(parameter.Name))
            {
                link.Report(UtmRules.ClickIdWithTags, $"'{parameter.Name}' was added by a click or a mailing: the link was copied after it, and carries that visit's id.", parameter.Name, suggestion: "remove it from the link");
            }
        }
    }

    private static void Missing(UtmLink link)
    {
        if (!link.Asks(UtmRules.MissingParameter)) return;
        foreach (var name in link.Policy.Required)
        {
            if (link.Utm.Any(pair => pair.Name == name && pair.Parameter.Value.Trim().Length > 0)) continue;
            var isEmpty = link.Utm.Any(pair => pair.Name == name);
            link.Report(UtmRules.MissingParameter, isEmpty ? $"utm_{name} is empty." : $"utm_{name} is missing.", UtmKeys.Prefix + name);
        }
    }

    private static void Names(UtmLink link)
    {
        foreach (var parameter in link.Shape.Parameters.Where(parameter => UtmKeys.ShortName(parameter.Name) is null))
        {
            var meant = UtmKeys.Variant(parameter.Name) ?? (parameter.Name.StartsWith(UtmKeys.Prefix, StringComparison.OrdinalIgnoreCase) ? UtmKeys.Nearest(parameter.Name) : null);
            if (meant is not null) link.Report(UtmRules.MisspelledParameter, $"'{parameter.Name}' is no parameter that analytics knows; '{meant}' is.", parameter.Name, suggestion: meant);
        }
    }

    private static void Repeated(UtmLink link)
    {
        foreach (var group in link.Utm.GroupBy(pair => pair.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            var values = group.Select(pair => link.Show(pair.Parameter)).Distinct(StringComparer.Ordinal).ToArray();
            var key = UtmKeys.Prefix + group.Key;
            if (values.Length == 1)
            {
                link.Report(UtmRules.RepeatedParameter, $"{key} is there {group.Count().ToString(CultureInfo.InvariantCulture)} times with the same value.", key, values[0]);
            }
            else
            {
                link.Report(UtmRules.ConflictingParameter, $"{key} has {values.Length.ToString(CultureInfo.InvariantCulture)} different values: {string.Join(", ", values.Select(value => $"'{value}'"))}.", key, string.Join(", ", values), "keep one");
            }
        }
    }
}
