using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Funnel;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>funnel</c> section over that of the policy it builds on.</summary>
internal static class FunnelPolicyReader
{
    /// <summary>The most stages, and the most exits, of a funnel.</summary>
    public const int MaxStages = 16;

    public static FunnelPolicy Read(PolicyNode? node, FunnelPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        if (section.Choice<FunnelPreset>("preset") is { } preset) from = FunnelPresets.Load(preset);
        var funnel = new FunnelPolicy
        {
            Stages = Stages(section, "stages", problems) ?? from.Stages,
            Exits = Stages(section, "exits", problems) ?? from.Exits,
            Id = section.Texts("id") ?? from.Id,
            Joins = Joins(section, from.Joins, problems),
            History = History(section, problems) ?? from.History,
            Amount = section.Texts("amount") ?? from.Amount,
            FiscalYearStart = Month(section, problems) ?? from.FiscalYearStart,
            TimeZone = Zone(section, "timeZone", problems) ?? from.TimeZone,
            ExportTimeZone = Zone(section, "exportTimeZone", problems) ?? from.ExportTimeZone,
            Culture = Culture(section, problems) ?? from.Culture,
            SkippedStages = section.Choice<FunnelSkip>("skippedStages") ?? from.SkippedStages,
            ReEntry = section.Choice<FunnelReEntry>("reEntry") ?? from.ReEntry,
            MaturityDays = section.Count("maturityDays", 0) ?? from.MaturityDays,
        };
        section.Finish();
        Check(section, funnel, problems);
        return funnel;
    }

    private static List<FunnelStageDefinition>? Stages(PolicyObject section, string key, PolicyProblems problems)
    {
        if (section.Take(key, PolicyNodeKind.Array) is not { } list) return null;
        var stages = new List<FunnelStageDefinition>();
        foreach (var node in list.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.Object)))
        {
            var item = new PolicyObject(node, problems);
            var stage = new FunnelStageDefinition
            {
                Name = item.Text("name", required: true) ?? string.Empty,
                File = item.Text("file") ?? string.Empty,
                Date = item.Texts("date") ?? [],
                Status = item.Texts("status") ?? [],
                Values = item.Texts("values") ?? [],
                Target = item.Number("target", 0, 100),
                MaturityDays = item.Count("maturityDays", 0) ?? 0,
            };
            item.Finish();
            if (stage.Name.Length > 0 && stages.Any(other => string.Equals(other.Name, stage.Name, StringComparison.OrdinalIgnoreCase))) problems.Error(node, $"two entries of '{key}' are named '{stage.Name}'.");
            if (stage.Status.Count > 0 && stage.Values.Count == 0) problems.Error(node, "'status' needs 'values': those that mean this stage.");
            stages.Add(stage);
        }

        if (stages.Count > MaxStages) problems.Error(list, $"there are {stages.Count} entries; at most {MaxStages} are possible.");
        if (key == "stages" && stages.Count == 1) problems.Error(list, "a funnel needs at least two stages.");
        return stages;
    }

    private static Dictionary<string, FunnelJoin> Joins(PolicyObject section, IReadOnlyDictionary<string, FunnelJoin> from, PolicyProblems problems)
    {
        var joins = PolicyTable.Copy(from);
        if (section.Take("joins", PolicyNodeKind.Object) is not { } node) return joins;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
        {
            var item = new PolicyObject(member, problems);
            joins[member.Key] = new FunnelJoin { Key = Needed(item, "key", problems), On = Needed(item, "on", problems) };
            item.Finish();
            if (member.Key.IndexOf('.') >= 0) problems.Error(member, "the name of a file has no '.' in it: 'file.column' is how its columns are named.");
        }

        return joins;
    }

    private static FunnelHistory? History(PolicyObject section, PolicyProblems problems)
    {
        if (section.Take("history", PolicyNodeKind.Object) is not { } node) return null;
        var item = new PolicyObject(node, problems);
        var history = new FunnelHistory
        {
            File = item.Text("file") ?? "history",
            Key = Needed(item, "key", problems),
            On = item.Texts("on") ?? ["Id"],
            Date = Needed(item, "date", problems),
            Value = Needed(item, "value", problems),
            Field = item.Texts("field") ?? [],
            Fields = item.Texts("fields") ?? [],
        };
        item.Finish();
        if (history.Fields.Count > 0 != history.Field.Count > 0) problems.Error(node, "'field' (the column) and 'fields' (its values) go together.");
        return history;
    }

    private static IReadOnlyList<string> Needed(PolicyObject item, string key, PolicyProblems problems)
    {
        var texts = item.Texts(key) ?? [];
        if (texts.Count == 0 && item.Member(key) is null or { Children.Count: 0 }) problems.Error(item.Node, $"'{key}' is missing; it is required.");
        return texts;
    }

    private static int? Month(PolicyObject section, PolicyProblems problems)
    {
        if (section.Count("fiscalYearStart", 1) is not { } month) return null;
        if (month <= 12) return month;
        problems.Error(section.Member("fiscalYearStart")!, "expected a month from 1 to 12.");
        return null;
    }

    private static string? Zone(PolicyObject section, string key, PolicyProblems problems)
    {
        if (section.Text(key) is not { } text) return null;
        if (TimeZones.Find(text) is not null) return text;
        problems.Error(section.Member(key)!, "expected a time zone such as Europe/Berlin or America/New_York.", PolicyProblems.Nearest(text, TimeZones.Names));
        return null;
    }

    private static string? Culture(PolicyObject section, PolicyProblems problems)
    {
        if (section.Text("culture", allowEmpty: true) is not { } text) return null;
        if (text.Length == 0 || Cultures.Find(text) is not null) return text;
        problems.Error(section.Member("culture")!, "expected a culture such as en-US, en-GB or de-DE.");
        return null;
    }

    private static void Check(PolicyObject section, FunnelPolicy funnel, PolicyProblems problems)
    {
        var known = funnel.Joins.Keys.Concat(funnel.History is null ? [] : [funnel.History.File]).ToArray();
        foreach (var key in new[] { "stages", "exits" })
        {
            if (section.Member(key) is not { Kind: PolicyNodeKind.Array } list) continue;
            foreach (var file in list.Children.SelectMany(item => item.Children).Where(member => member is { Key: "file", Kind: PolicyNodeKind.String } && !known.Contains(member.Text, StringComparer.OrdinalIgnoreCase)))
                problems.Error(file, $"the file '{file.Text}' is neither under joins nor that of the history.", PolicyProblems.Nearest(file.Text, known));
        }
    }
}
