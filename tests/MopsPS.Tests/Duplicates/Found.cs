using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Tests.Duplicates;

/// <summary>What the tests read of the module's result types; the module loads those itself, so they are read by name.</summary>
internal sealed record FoundMember(string? Id, string? ObjectType, bool IsKnown, bool IsSurvivor, int Ordinal, string Values, int Columns)
{
    public static FoundMember Of(dynamic member) => new(
        (string?)member.Id, (string?)member.ObjectType, (bool)member.IsKnown, (bool)member.IsSurvivor, (int)member.Ordinal,
        string.Join(",", (IEnumerable<string?>)member.Record.GetValues()), (int)member.Record.GetSchema().Count);
}

internal sealed record FoundGroup(int Number, string Band, double Score, FoundMember Survivor, string Reason, FoundMember[] Members)
{
    public string Ids => string.Join(" ", Members.Select(member => member.Id));

    /// <summary>All that two ways of input must agree in; values behind the bar.</summary>
    public string Whole => FormattableString($"{Number} {Ids} {Survivor.Id}") + $"|{Score:R} {Reason} " + string.Join(";", Members.Select(member => member.Values));

    public static FoundGroup Of(dynamic group)
    {
        var members = new List<FoundMember>();
        foreach (var member in group.Members) members.Add(FoundMember.Of(member));
        return new FoundGroup((int)group.Number, (string)group.Band.ToString(), (double)group.Score, FoundMember.Of(group.Survivor), (string)group.SurvivorReason, members.ToArray());
    }

    private static string FormattableString(System.FormattableString text) => System.FormattableString.Invariant(text);
}

internal sealed record FoundPair(double Weight, string? Reason, (string Field, double Weight, double Total)[] Evidence)
{
    public static FoundPair Of(dynamic pair)
    {
        var steps = new List<(string, double, double)>();
        foreach (var step in pair.Evidence) steps.Add(((string)step.Field, (double)step.Weight, (double)step.Total));
        return new FoundPair((double)pair.Weight, (string?)pair.Reason, steps.ToArray());
    }
}

internal sealed record FoundSummary(long Records, long Known, string Model, double? Denominator, (string Name, string Kind, string Reason, bool IsUsed)[] Fields)
{
    public static FoundSummary Of(dynamic summary)
    {
        var fields = new List<(string, string, string, bool)>();
        foreach (var field in summary.Fields) fields.Add(((string)field.Name, (string)field.Kind, (string)field.Reason, (bool)field.IsUsed));
        dynamic rate = ((IEnumerable<object>)summary.Kpis).First();
        return new FoundSummary((long)summary.Records, (long)summary.Known, (string)summary.Model.ToString(), (double?)rate.Denominator, fields.ToArray());
    }
}

internal sealed record FoundRollUp(string Name, int Count, FoundMember[] Members)
{
    public static FoundRollUp Of(dynamic rollUp)
    {
        var members = new List<FoundMember>();
        foreach (var member in rollUp.Members) members.Add(FoundMember.Of(member));
        return new FoundRollUp((string)rollUp.Name, (int)rollUp.Count, members.ToArray());
    }
}
