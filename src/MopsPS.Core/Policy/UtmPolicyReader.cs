using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>utm</c> section over that of the policy it builds on.</summary>
internal static class UtmPolicyReader
{
    /// <summary>The short names of the UTM parameters that GA4 knows.</summary>
    public static readonly string[] Parameters =
        ["source", "medium", "campaign", "term", "content", "id", "source_platform", "creative_format", "marketing_tactic"];

    public static UtmPolicy Read(PolicyNode? node, UtmPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var utm = new UtmPolicy
        {
            Required = section.Texts("required", name => Parameters.Contains(name) ? null
                : $"'{name}' is no UTM parameter; expected one of {string.Join(", ", Parameters)}.") ?? from.Required,
            Lowercase = section.Flag("lowercase") ?? from.Lowercase,
            Separator = Separator(section, problems) ?? from.Separator,
            Sources = Terms(section, "sources", problems) ?? from.Sources,
            Mediums = Terms(section, "mediums", problems) ?? from.Mediums,
            Campaigns = Terms(section, "campaigns", problems) ?? from.Campaigns,
            Pairs = Pairs(section, from.Pairs, problems),
            Naming = Naming(section, from.Naming, problems),
            InternalDomains = section.Texts("internalDomains", host => Uri.CheckHostName(host) == UriHostNameType.Unknown
                ? $"'{host}' is no host name; expected one like example.com, without https:// and path." : null) ?? from.InternalDomains,
            AllowedTokens = section.Texts("allowedTokens") ?? from.AllowedTokens,
            ReservedValues = section.Texts("reservedValues") ?? from.ReservedValues,
            RequireHttps = section.Flag("requireHttps") ?? from.RequireHttps,
            MaxUrlLength = section.Count("maxUrlLength", 1) ?? from.MaxUrlLength,
            MaxValueLength = section.Count("maxValueLength", 1) ?? from.MaxValueLength,
        };
        section.Finish();
        CheckPairs(section, utm, problems);
        return utm;
    }

    /// <summary>Whether the conventions that the section names are there; the policy's own and those it builds on.</summary>
    public static void CheckNaming(PolicyNode? utm, MopsPolicy policy, PolicyProblems problems)
    {
        if (utm is not { Kind: PolicyNodeKind.Object } || utm.Children.Find(child => string.Equals(child.Key, "naming", StringComparison.OrdinalIgnoreCase)) is not { } naming) return;
        foreach (var reference in naming.Children.Where(child => child.Kind == PolicyNodeKind.String && child.Text.Trim().Length > 0 && !policy.Naming.ContainsKey(child.Text)))
        {
            problems.Error(reference, $"the naming convention '{reference.Text}' is not defined under $.naming.", PolicyProblems.Nearest(reference.Text, policy.Naming.Keys));
        }
    }

    private static string? Separator(PolicyObject section, PolicyProblems problems)
    {
        var text = section.Text("separator", allowEmpty: true);
        if (text is null or "" or "-" or "_") return text;
        problems.Error(section.Member("separator")!, "expected \"-\", \"_\" or \"\" (no rule).");
        return null;
    }

    private static List<UtmTerm>? Terms(PolicyObject section, string key, PolicyProblems problems)
    {
        if (section.Take(key, PolicyNodeKind.Array) is not { } list) return null;
        var terms = new List<UtmTerm>();
        var claimed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in list.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.String, PolicyNodeKind.Object)))
        {
            IReadOnlyList<string> aliases = [];
            string? value;
            if (item.Kind == PolicyNodeKind.String)
            {
                value = item.Text.Trim().Length == 0 ? null : item.Text;
                if (value is null) problems.Error(item, "the value is empty; expected text.");
            }
            else
            {
                var term = new PolicyObject(item, problems);
                value = term.Text("value", required: true);
                aliases = term.Texts("aliases") ?? aliases;
                term.Finish();
            }

            if (value is null) continue;
            foreach (var spelling in new[] { value }.Concat(aliases))
            {
                if (claimed.TryGetValue(spelling, out var other)) problems.Error(item, $"'{spelling}' already belongs to '{other}'; one spelling can mean one value only.");
                else claimed.Add(spelling, value);
            }

            terms.Add(new UtmTerm { Value = value, Aliases = aliases });
        }

        return terms;
    }

    private static Dictionary<string, IReadOnlyList<string>> Pairs(
        PolicyObject section, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var pairs = PolicyTable.Copy(from);
        if (section.Take("pairs", PolicyNodeKind.Object) is not { } node) return pairs;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
        {
            pairs[member.Key] = PolicyObject.Texts(member, problems);
        }

        return pairs;
    }

    private static Dictionary<string, string> Naming(PolicyObject section, IReadOnlyDictionary<string, string> from, PolicyProblems problems)
    {
        var naming = PolicyTable.Copy(from);
        if (section.Take("naming", PolicyNodeKind.Object) is not { } node) return naming;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.String)))
        {
            if (member.Text.Trim().Length == 0) problems.Error(member, "the value is empty; expected the name of a convention.");
            else if (Parameters.Contains(member.Key, member.KeyComparer)) naming[member.Key] = member.Text;
            else problems.Error(member, $"'{member.Key}' is no UTM parameter; expected one of {string.Join(", ", Parameters)}.", PolicyProblems.Nearest(member.Key, Parameters));
        }

        return naming;
    }

    private static void CheckPairs(PolicyObject section, UtmPolicy utm, PolicyProblems problems)
    {
        if (section.Member("pairs") is not { Kind: PolicyNodeKind.Object } pairs) return;
        foreach (var pair in pairs.Children)
        {
            Known(pair, pair.Key, "source", utm.Sources, problems);
            foreach (var medium in pair.Children.Where(item => item.Kind == PolicyNodeKind.String)) Known(medium, medium.Text, "medium", utm.Mediums, problems);
        }
    }

    private static void Known(PolicyNode node, string value, string what, IReadOnlyList<UtmTerm> terms, PolicyProblems problems)
    {
        if (terms.Count == 0 || terms.Any(term => string.Equals(term.Value, value, StringComparison.OrdinalIgnoreCase))) return;
        problems.Error(node, $"the pair names the {what} '{value}', which the taxonomy does not have.", PolicyProblems.Nearest(value, terms.Select(term => term.Value)));
    }
}
