using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Reads questions that a person has answered.</summary>
public static class AnswerFile
{
    private static readonly string[] Yes = ["yes", "y", "true", "same", "1", "ja", "oui", "si"];
    private static readonly string[] No = ["no", "n", "false", "different", "0", "nein", "non"];

    /// <summary>Reads answers.</summary>
    /// <param name="reader">Stands before the first question.</param>
    /// <param name="onProblem">Receives what is neither yes nor no, and rows whose keys are gone.</param>
    /// <returns>The answers in order, and how many questions have none.</returns>
    /// <exception cref="InvalidDataException">The columns are not those of questions.</exception>
    public static (IReadOnlyList<DuplicateAnswer> Answers, int Open) Read(Records.RecordReader reader, Action<string> onProblem)
    {
        if (reader is null) throw new ArgumentNullException(nameof(reader));
        var columns = new[] { QuestionColumns.Same, QuestionColumns.LeftKey, QuestionColumns.RightKey }.Select(column => reader.Schema.IndexOf(column) is >= 0 and var index ? index
            : throw new InvalidDataException($"There is no column '{column}': these are not the questions that Measure-MopsDuplicate -Suggest writes. Columns: {string.Join(", ", reader.Schema.Columns)}.")).ToArray();
        var answers = new List<DuplicateAnswer>();
        var scores = reader.Schema.IndexOf(QuestionColumns.Score);
        var open = 0;
        while (reader.Read())
        {
            var answer = reader.GetString(columns[0])?.Trim() ?? "";
            string left = reader.GetString(columns[1])?.Trim() ?? "", right = reader.GetString(columns[2])?.Trim() ?? "";
            var source = new SourcePosition(reader.Schema.Source, reader.Row, reader.Line, QuestionColumns.Same);
            var score = scores >= 0 && double.TryParse(reader.GetString(scores)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? (double?)number : null;
            if (answer.Length == 0) open++;
            else if (left.Length == 0 || right.Length == 0) onProblem($"{source}: a key is missing. Leave the columns '{QuestionColumns.LeftKey}' and '{QuestionColumns.RightKey}' as they were written.");
            else if (Yes.Contains(answer, StringComparer.OrdinalIgnoreCase)) answers.Add(new DuplicateAnswer(left, right, true, source, score));
            else if (No.Contains(answer, StringComparer.OrdinalIgnoreCase)) answers.Add(new DuplicateAnswer(left, right, false, source, score));
            else onProblem($"{source}: '{(answer.Length > 20 ? answer.Substring(0, 20) + "…" : answer)}' is neither yes nor no. Write yes, no, or nothing where you cannot tell.");
        }

        return (answers, open);
    }
}
