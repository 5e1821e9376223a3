using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Requests;

/// <summary>
/// Sorts new requests by the policy's categories and says which of its questions they leave open. Each phrase that stands in the text speaks for its category once,
/// with as many points as it has words, and twice as many in the summary; the most points win, and a tie is no category. Not for several threads at once.
/// </summary>
public sealed class RequestSorter
{
    private const int SummaryWeight = 2;

    private readonly RuleSet _rules;
    private readonly (RequestCategory Category, RequestWords.Phrase[] Phrases)[] _categories;
    private readonly (RequestQuestion Question, RequestWords.Phrase[] Phrases)[] _questions;
    private ColumnSet _set = new();
    private int[][] _answers = [];
    private int _id;
    private int _type;
    private int _summary;
    private int _description;

    /// <summary>Makes a sorter.</summary>
    /// <param name="policy">The policy with categories and questions.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    public RequestSorter(MopsPolicy policy, DateTime todayUtc)
    {
        var requests = (policy ?? throw new ArgumentNullException(nameof(policy))).Requests;
        _rules = new RuleSet(policy, todayUtc);
        _categories = [.. (requests.Categories.Count > 0 ? requests.Categories : RequestCatalog.Categories).Select(category => (category, Phrases(category.Words.Concat([category.Name]))))];
        _questions = [.. (requests.Questions.Count > 0 ? requests.Questions : RequestCatalog.Questions).Select(question => (question, Phrases(question.Words)))];
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Sort"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">There is neither a summary nor a description.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        if (fields is null) throw new ArgumentNullException(nameof(fields));
        _set = new ColumnSet();
        _id = _set.Add(fields.IndexOf("Id"));
        _type = _set.Add(fields.IndexOf("RequestType"));
        _summary = _set.Add(fields.IndexOf("RequestSummary"));
        _description = _set.Add(fields.IndexOf("RequestDescription"));
        if (_summary < 0 && _description < 0) fields.Require("RequestSummary");
        _answers = [.. _questions.Select(pair => pair.Question.Columns.Select(name => _set.Add(fields.Schema.IndexOf(name))).Where(place => place >= 0).ToArray())];
        return _set.Columns;
    }

    /// <summary>Sorts a request.</summary>
    /// <param name="row">Stands on the row.</param>
    /// <returns>Category, runbook, owner and open questions.</returns>
    public RequestTriage Sort(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var summary = RowValues.Text(row, _summary) ?? string.Empty;
        var first = new RequestWords(summary + " \n " + (RowValues.Text(row, _type) ?? string.Empty));
        var rest = new RequestWords(RowValues.Text(row, _description) ?? string.Empty);
        var scores = _categories.Select(pair => Score(pair.Category, pair.Phrases, first, rest))
            .Where(scored => scored.Score > 0).OrderByDescending(scored => scored.Score).ToArray();
        var best = scores.Length > 0 && (scores.Length == 1 || scores[0].Score > scores[1].Score) ? scores[0] : default;
        var open = _questions.Where((pair, i) => IsFor(pair.Question, best.Category) && !IsAnswered(row, i, first, rest)).Select(pair => pair.Question).ToArray();
        var id = RowValues.Text(row, _id);
        var position = RowValues.Position(row, -1);
        return new RequestTriage
        {
            Id = id,
            Summary = summary.Length == 0 ? null : Shown(summary),
            Category = best.Category?.Name,
            Candidates = scores.Where(pair => best.Category is not null || pair.Score == scores[0].Score).Select(pair => pair.Category.Name).ToArray(),
            Evidence = best.Evidence ?? [],
            Runbook = best.Category?.Runbook,
            Owner = best.Category?.Owner,
            Questions = open.Select(question => question.Ask).ToArray(),
            Source = position,
            Findings = [.. Findings(best.Category, scores.Length, open, id, position)],
        };
    }

    private IEnumerable<Finding> Findings(RequestCategory? category, int candidates, RequestQuestion[] open, string? id, SourcePosition position)
    {
        if (category is null && _rules.IsEnabled(RequestRules.UnsortedRequest))
            yield return _rules.Create(RequestRules.UnsortedRequest, candidates == 0 ? "Nothing in the request speaks for a category." : "As much speaks for one category as for another.", id, suggestion: RequestRules.UnsortedRequest.Remedy, source: position);
        if (!_rules.IsEnabled(RequestRules.OpenQuestion)) yield break;
        foreach (var question in open)
            yield return _rules.Create(RequestRules.OpenQuestion, $"The request leaves open: {question.Name}.", id, question.Name, suggestion: question.Ask, source: position);
    }

    private static (RequestCategory Category, int Score, string[] Evidence) Score(RequestCategory category, RequestWords.Phrase[] phrases, RequestWords first, RequestWords rest)
    {
        var speaking = phrases.Select(phrase => (phrase.Text, Points: Points(phrase, first, rest))).Where(phrase => phrase.Points > 0).ToArray();
        return (category, speaking.Sum(phrase => phrase.Points), speaking.Select(phrase => phrase.Text).ToArray());
    }

    private static int Points(RequestWords.Phrase phrase, RequestWords first, RequestWords rest) =>
        first.Has(phrase) ? SummaryWeight * phrase.Words.Length : rest.Has(phrase) ? phrase.Words.Length : 0;

    // Without a category only what every request must say can be asked.
    private static bool IsFor(RequestQuestion question, RequestCategory? category) =>
        question.For.Count == 0 || (category is not null && question.For.Contains(category.Name, StringComparer.OrdinalIgnoreCase));

    private bool IsAnswered(RecordReader row, int question, RequestWords first, RequestWords rest) =>
        _answers[question].Any(place => RowValues.Text(row, place) is not null)
        || _questions[question].Phrases.Any(phrase => first.Has(phrase) || rest.Has(phrase))
        || (_questions[question].Question.Date && (first.HasDate() || rest.HasDate()));

    private static RequestWords.Phrase[] Phrases(IEnumerable<string> words) => [.. words.Select(word => new RequestWords.Phrase(word)).Where(phrase => phrase.Words.Length > 0)];

    private static string Shown(string summary) =>
        string.Join(" ", summary.Split(' ').Select(word => word.IndexOf('@') > 0 ? Masking.Email(word) : word));
}
