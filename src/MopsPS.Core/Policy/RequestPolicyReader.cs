using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>requests</c> section over that of the policy it builds on: lists replace.</summary>
internal static class RequestPolicyReader
{
    private const double MostMinutes = 5_256_000; // ten years

    public static RequestPolicy Read(PolicyNode? node, RequestPolicy from, IReadOnlyDictionary<string, BusinessHoursPolicy> calendars, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var calendar = section.Text("calendar");
        if (calendar is not null && !calendars.ContainsKey(calendar))
        {
            problems.Error(section.Member("calendar")!, $"the calendar '{calendar}' is not defined under $.businessHours.", PolicyProblems.Nearest(calendar, calendars.Keys));
            calendar = null;
        }

        var requests = new RequestPolicy
        {
            Calendar = calendar ?? from.Calendar,
            Levels = Items(section, "levels", problems)?.Select(item => Level(item, problems)).ToArray() ?? from.Levels,
            IncidentTypes = section.Texts("incidentTypes") ?? from.IncidentTypes,
            PreventionTypes = section.Texts("preventionTypes") ?? from.PreventionTypes,
            PreventionDays = section.Count("preventionDays", 1) ?? from.PreventionDays,
            DoneStatuses = section.Texts("doneStatuses") ?? from.DoneStatuses,
            DroppedStatuses = section.Texts("droppedStatuses") ?? from.DroppedStatuses,
            Categories = Items(section, "categories", problems)?.Select(item => Category(item, problems)).ToArray() ?? from.Categories,
            Questions = Items(section, "questions", problems)?.Select(item => Question(item, problems)).ToArray() ?? from.Questions,
        };
        section.Finish();
        return requests;
    }

    private static IEnumerable<PolicyNode>? Items(PolicyObject section, string key, PolicyProblems problems) =>
        section.Take(key, PolicyNodeKind.Array)?.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.Object));

    private static RequestLevel Level(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var level = new RequestLevel
        {
            Type = entry.Text("type"),
            Priority = entry.Text("priority"),
            AcknowledgeMinutes = entry.Number("acknowledgeMinutes", 0.1, MostMinutes),
            ResolveMinutes = entry.Number("resolveMinutes", 0.1, MostMinutes),
            BusinessHours = entry.Flag("businessHours") ?? true,
        };
        entry.Finish();
        return level;
    }

    private static RequestCategory Category(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var category = new RequestCategory
        {
            Name = entry.Text("name", required: true) ?? string.Empty,
            Words = entry.Texts("words") ?? [],
            Runbook = entry.Text("runbook"),
            Owner = entry.Text("owner"),
        };
        entry.Finish();
        return category;
    }

    private static RequestQuestion Question(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var question = new RequestQuestion
        {
            Name = entry.Text("name", required: true) ?? string.Empty,
            Ask = entry.Text("ask", required: true) ?? string.Empty,
            For = entry.Texts("for") ?? [],
            Words = entry.Texts("words") ?? [],
            Columns = entry.Texts("columns") ?? [],
            Date = entry.Flag("date") ?? false,
        };
        entry.Finish();
        return question;
    }
}
