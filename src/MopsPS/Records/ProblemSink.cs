using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Records;

/// <summary>Shows the problems of an import: headers as warnings, rows as errors; and keeps them for a variable.</summary>
internal sealed class ProblemSink(PSCmdlet cmdlet)
{
    private readonly List<RecordProblem> _problems = [];

    /// <summary>Shows a problem.</summary>
    /// <param name="problem">The problem.</param>
    public void Report(RecordProblem problem)
    {
        _problems.Add(problem);
        if (IsHeader(problem)) cmdlet.WriteWarning($"{problem.Source}: {problem.Message}");
        else cmdlet.WriteError(MopsErrors.BadRow(problem));
    }

    /// <summary>Puts the problems into a variable of the caller.</summary>
    /// <param name="variables">The caller's variables.</param>
    /// <param name="name">Its name; with + in front they are added.</param>
    public void SetVariable(PSVariableIntrinsics variables, string name)
    {
        object[] problems = [.. _problems];
        if (name.StartsWith("+", StringComparison.Ordinal))
        {
            name = name.Substring(1);
            var before = variables.GetValue(name);
            problems = [.. before is object[] list ? list : before is null ? [] : new[] { before }, .. problems];
        }

        variables.Set(name, problems);
    }

    // No row is lost or changed by these.
    private static bool IsHeader(RecordProblem problem) => problem.Kind is "DuplicateHeader" or "BlankHeader" or "LateColumn";
}
