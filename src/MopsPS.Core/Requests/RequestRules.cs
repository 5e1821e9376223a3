using System.Collections.Generic;

namespace MopsPS.Core.Requests;

/// <summary>The rules for requests.</summary>
public static class RequestRules
{
    private const string Area = "Requests";

    /// <summary>A request is open beyond its limit.</summary>
    public static readonly RuleInfo OverdueRequest = new(
        "REQ001", Area, nameof(OverdueRequest), Severity.Error,
        "A request is open beyond its limit.",
        "Do it, or agree on a new date with the one who asked.",
        "the team's policy, requests.levels, or the due date");

    /// <summary>A request was done too late.</summary>
    public static readonly RuleInfo LateRequest = new(
        "REQ002", Area, nameof(LateRequest), Severity.Warning,
        "A request was done after its limit.",
        "Look at what it waited for.",
        "the team's policy, requests.levels, or the due date");

    /// <summary>An incident was acknowledged too late.</summary>
    public static readonly RuleInfo LateAcknowledge = new(
        "REQ003", Area, nameof(LateAcknowledge), Severity.Warning,
        "A request was acknowledged after its limit, or waits for it beyond.",
        "Check who is on duty and how alerts reach them.",
        "the team's policy, requests.levels");

    /// <summary>A prevention action is late.</summary>
    public static readonly RuleInfo LatePrevention = new(
        "REQ004", Area, nameof(LatePrevention), Severity.Warning,
        "An action to prevent incidents was not done in its days.",
        "Do it before the next incident, or say why it is not needed.",
        "the team's policy, requests.preventionDays");

    /// <summary>Requests have no level.</summary>
    public static readonly RuleInfo NoServiceLevel = new(
        "REQ005", Area, nameof(NoServiceLevel), Severity.Information,
        "Requests have neither a service level nor a due date; whether they were in time is not known.",
        "Add a level for their type and priority under requests.levels.",
        "the team's policy, requests.levels");

    /// <summary>Requests are done without a date.</summary>
    public static readonly RuleInfo DoneWithoutDate = new(
        "REQ006", Area, nameof(DoneWithoutDate), Severity.Warning,
        "Requests are done by their status, and have no date of it; or have no date of creation. They are not measured.",
        "Export the dates.",
        "practice");

    /// <summary>Dates contradict one another.</summary>
    public static readonly RuleInfo ImpossibleRequestDate = new(
        "REQ007", Area, nameof(ImpossibleRequestDate), Severity.Warning,
        "Requests have dates before their creation or after the moment of the measurement.",
        "Check the time zone of the export, and -AsOf.",
        "practice");

    /// <summary>Rows that could not be used.</summary>
    public static readonly RuleInfo UnreadableRequestRow = new(
        "REQ008", Area, nameof(UnreadableRequestRow), Severity.Warning,
        "Rows have a value that cannot be read; they were left out.",
        "Correct the export, or name culture and time zone of its values.",
        "practice");

    /// <summary>A request fits no category.</summary>
    public static readonly RuleInfo UnsortedRequest = new(
        "REQ010", Area, nameof(UnsortedRequest), Severity.Warning,
        "Nothing in a request speaks for a category, or as much for two.",
        "Sort it by hand, and add the words to requests.categories.",
        "the team's policy, requests.categories");

    /// <summary>A request leaves a question open.</summary>
    public static readonly RuleInfo OpenQuestion = new(
        "REQ011", Area, nameof(OpenQuestion), Severity.Warning,
        "A request does not say what is needed to start.",
        "Ask the one who wrote it.",
        "the team's policy, requests.questions");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        OverdueRequest, LateRequest, LateAcknowledge, LatePrevention, NoServiceLevel, DoneWithoutDate, ImpossibleRequestDate, UnreadableRequestRow, UnsortedRequest, OpenQuestion,
    ];
}
