using System;
using System.Linq;
using MopsPS.Core.Matching.Model;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Says what answers taught a model.</summary>
public static class Lessons
{
    /// <summary>The lesson of a run that learnt from answers.</summary>
    /// <param name="run">The run.</param>
    /// <param name="open">How many questions had no answer.</param>
    /// <param name="model">The model file, or null.</param>
    public static DuplicateLesson Of(DuplicateRun run, int open = 0, string? model = null)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        var threshold = run.Finder.Options.Threshold;
        var unknown = new System.Collections.Generic.HashSet<DuplicateAnswer>(run.UnknownAnswers);
        return new DuplicateLesson
        {
            Answers = run.Answered.Count,
            Same = run.Answered.Count(answer => answer.IsSame),
            Open = open,
            Unknown = unknown.Count,
            Weight = AnsweredPairs.Weight,
            AgreedBefore = run.Finder.Options.Answers.Count(answer => !unknown.Contains(answer) && answer.Score is { } score && score >= threshold == answer.IsSame),
            AgreedAfter = run.Answered.Count(answer => DuplicateRun.Probability(run.Scorer.Score(answer.Left, answer.Right)) >= threshold == answer.IsSame),
            Model = model,
        };
    }
}
