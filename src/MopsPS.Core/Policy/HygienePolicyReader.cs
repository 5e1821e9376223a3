using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Places;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>hygiene</c> section over that of the policy it builds on: lists and picklists replace, tables merge by field.</summary>
internal static class HygienePolicyReader
{
    public static HygienePolicy Read(PolicyNode? node, HygienePolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var hygiene = new HygienePolicy
        {
            Confidence = section.Number("confidence", 0.5, 1) ?? from.Confidence,
            Fields = section.Texts("fields") ?? from.Fields,
            DefaultCountry = section.Text("defaultCountry", allowEmpty: true) ?? from.DefaultCountry,
            Country = section.Choice<CountryForm>("country") ?? from.Country,
            State = section.Choice<StateForm>("state") ?? from.State,
            Phone = section.Choice<PhoneForm>("phone") ?? from.Phone,
            Website = section.Choice<WebsiteForm>("website") ?? from.Website,
            Flags = section.Choice<FlagForm>("flags") ?? from.Flags,
            Casing = section.Texts("casing") ?? from.Casing,
            Picklists = Picklists(section.Section("picklists"), from.Picklists, problems),
            Bands = Bands(section.Section("bands"), from.Bands, problems),
            Consent = Consent(section.Section("consent"), from.Consent, problems),
            ClearPlaceholders = section.Flag("clearPlaceholders") ?? from.ClearPlaceholders,
            Required = section.Texts("required") ?? from.Required,
            InactiveDays = section.Count("inactiveDays", 0) ?? from.InactiveDays,
            RetentionDays = section.Count("retentionDays", 0) ?? from.RetentionDays,
        };
        section.Finish();
        if (hygiene.DefaultCountry.Length > 0 && !Countries.TryGet(hygiene.DefaultCountry, out _))
            problems.Error(section.Member("defaultCountry") ?? node, $"'{hygiene.DefaultCountry}' is no country; expected an ISO 3166 code of two capital letters, such as DE.");
        return hygiene;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Picklists(
        PolicyNode? node, IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> from, PolicyProblems problems)
    {
        var picklists = PolicyTable.Copy(from);
        if (node is null) return picklists;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
        {
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var value in PolicyTable.Members(member, problems).Where(value => PolicyObject.Is(value, problems, PolicyNodeKind.Array)))
                values[value.Key] = PolicyObject.Texts(value, problems);
            picklists[member.Key] = values;
        }

        return picklists;
    }

    private static Dictionary<string, IReadOnlyList<string>> Bands(PolicyNode? node, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var bands = PolicyTable.Copy(from);
        if (node is null) return bands;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
        {
            bands[member.Key] = PolicyObject.Texts(member, problems, text => NumberBand.TryRead(text, out _) ? null : $"'{text}' is no band; expected numbers such as 11-50 or 1001+.");
            Check(member, problems);
        }

        return bands;
    }

    private static void Check(PolicyNode node, PolicyProblems problems)
    {
        var last = double.NegativeInfinity;
        foreach (var item in node.Children.Where(item => item.Kind == PolicyNodeKind.String))
        {
            if (!NumberBand.TryRead(item.Text, out var band)) continue;
            if (band.From <= last) problems.Error(item, $"the band '{item.Text}' does not begin above the one before it.");
            last = band.To;
        }
    }

    private static Dictionary<ConsentState, string> Consent(PolicyNode? node, IReadOnlyDictionary<ConsentState, string> from, PolicyProblems problems)
    {
        var consent = from.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (node is null) return consent;
        var section = new PolicyObject(node, problems);
        foreach (var (key, state) in States)
            if (section.Text(key) is { } text) consent[state] = text;
        section.Finish();
        return consent;
    }

    /// <summary>The keys of what consent may mean.</summary>
    internal static readonly (string Key, ConsentState State)[] States =
    [
        ("granted", ConsentState.Granted), ("denied", ConsentState.Denied), ("unknown", ConsentState.Unknown), ("business", ConsentState.ImpliedByBusiness), ("inquiry", ConsentState.ImpliedByInquiry),
    ];
}
