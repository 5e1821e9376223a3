using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>consent</c> section over that of the policy it builds on: lists replace, purposes and regions merge by name.</summary>
internal static class ConsentPolicyReader
{
    public static ConsentPolicy Read(PolicyNode? node, ConsentPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var consent = new ConsentPolicy
        {
            DefaultPurpose = section.Text("defaultPurpose") ?? from.DefaultPurpose,
            OptOut = section.Texts("optOut") ?? from.OptOut,
            HardBounced = section.Texts("hardBounced") ?? from.HardBounced,
            Values = Values(section.Section("values"), from.Values, problems),
            Purposes = Table(section.Section("purposes"), from.Purposes, new ConsentPurpose(), Purpose, problems),
            Regions = Table(section.Section("regions"), from.Regions, new ConsentRegion(), Region, problems),
            OtherRegions = section.Choice<ConsentRule>("otherRegions") ?? from.OtherRegions,
        };
        section.Finish();
        if (!consent.Purposes.ContainsKey(consent.DefaultPurpose))
        {
            problems.Error(
                section.Member("defaultPurpose") ?? node, $"the purpose '{consent.DefaultPurpose}' is not defined under $.consent.purposes.",
                PolicyProblems.Nearest(consent.DefaultPurpose, consent.Purposes.Keys));
        }

        return consent;
    }

    private static ConsentValues Values(PolicyNode? node, ConsentValues from, PolicyProblems problems)
    {
        if (node is null) return from;
        var item = new PolicyObject(node, problems);
        var values = new ConsentValues
        {
            Granted = item.Texts("granted") ?? from.Granted,
            Denied = item.Texts("denied") ?? from.Denied,
            Unknown = item.Texts("unknown") ?? from.Unknown,
            Business = item.Texts("business") ?? from.Business,
            Inquiry = item.Texts("inquiry") ?? from.Inquiry,
            SoftBounce = item.Texts("softBounce") ?? from.SoftBounce,
        };
        item.Finish();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in new[] { values.Granted, values.Denied, values.Unknown, values.Business, values.Inquiry }.SelectMany(list => list.Select(text => text.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)))
            if (!seen.Add(value)) problems.Error(node, $"the value '{value}' already belongs to another meaning; it can have one only.");
        return values;
    }

    private static Dictionary<string, T> Table<T>(
        PolicyNode? node, IReadOnlyDictionary<string, T> from, T empty, Func<PolicyObject, T, T> read, PolicyProblems problems)
    {
        var table = PolicyTable.Copy(from);
        if (node is null) return table;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
        {
            var item = new PolicyObject(member, problems);
            table[member.Key] = read(item, table.TryGetValue(member.Key, out var known) ? known : empty);
            item.Finish();
        }

        return table;
    }

    private static ConsentPurpose Purpose(PolicyObject item, ConsentPurpose from) => new()
    {
        Columns = item.Texts("columns") ?? from.Columns,
        Date = item.Texts("date") ?? from.Date,
        Expires = item.Texts("expires") ?? from.Expires,
        OptOut = item.Texts("optOut") ?? from.OptOut,
    };

    private static ConsentRegion Region(PolicyObject item, ConsentRegion from) => new()
    {
        Law = item.Text("law", allowEmpty: true) ?? from.Law,
        Countries = item.Texts("countries", code => code.Length == 2 && code.All(c => c is >= 'A' and <= 'Z') ? null : $"'{code}' is no country; expected an ISO 3166 code of two capital letters, such as DE.") ?? from.Countries,
        Rule = item.Choice<ConsentRule>("rule") ?? from.Rule,
        MaxAgeDays = item.Count("maxAgeDays", 0) ?? from.MaxAgeDays,
        BusinessDays = item.Count("businessDays", 0) ?? from.BusinessDays,
        InquiryDays = item.Count("inquiryDays", 0) ?? from.InquiryDays,
    };
}
