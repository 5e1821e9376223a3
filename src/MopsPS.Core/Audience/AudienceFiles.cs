using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using MopsPS.Core.Audience.Suppressions;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Audience;

/// <summary>Reads the files of an audience, and writes the lists of those that stay and those that do not.</summary>
public sealed class AudienceFiles
{
    /// <summary>The column of the exclusion list with the first reason.</summary>
    public const string ReasonColumn = "Exclusion Reason";

    /// <summary>The column of the exclusion list with all reasons.</summary>
    public const string ReasonsColumn = "Exclusion Reasons";

    private readonly AudienceAnalysis _analysis;
    private readonly List<(string Path, int Rows)> _files = [];

    /// <summary>Makes a reader.</summary>
    /// <param name="analysis">What takes the rows.</param>
    public AudienceFiles(AudienceAnalysis analysis) => _analysis = analysis ?? throw new ArgumentNullException(nameof(analysis));

    /// <summary>Checks the files of an audience against suppression files: the whole job in one call.</summary>
    /// <param name="audience">The exports.</param>
    /// <param name="suppressions">Lists of addresses, domains or hashes.</param>
    /// <param name="options">What is expected.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="todayUtc">The day on which the policy's suppressions of findings are judged.</param>
    /// <param name="onProblem">Is told of each row and entry that cannot be read; null for nobody.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <returns>The result.</returns>
    /// <exception cref="AudienceException">There were no rows.</exception>
    /// <exception cref="ArgumentException">The options do not fit the policy.</exception>
    /// <exception cref="FieldNotFoundException">A file has no column of addresses.</exception>
    /// <exception cref="ExportFormatException">A file cannot be read.</exception>
    public static AudienceResult Check(
        IEnumerable<string> audience, IEnumerable<string> suppressions, AudienceOptions options, MopsPolicy policy, DateTime todayUtc,
        Action<RecordProblem>? onProblem = null, CancellationToken cancellation = default)
    {
        using var analysis = new AudienceAnalysis(options, policy, todayUtc);
        var files = new AudienceFiles(analysis);
        foreach (var path in suppressions ?? throw new ArgumentNullException(nameof(suppressions))) files.AddSuppressions(path, onProblem, cancellation);
        foreach (var path in audience ?? throw new ArgumentNullException(nameof(audience))) files.AddRows(path, schema => FieldMapper.Map(schema, new FieldMapOptions()), onProblem, null, cancellation);
        return analysis.Finish();
    }

    /// <summary>Adds a list of those who must not be written to; before the first row.</summary>
    /// <param name="path">The file.</param>
    /// <param name="onProblem">Is told of each entry that cannot be read; null for nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void AddSuppressions(string path, Action<RecordProblem>? onProblem = null, CancellationToken cancellation = default)
    {
        if (_analysis.Count > 0) throw new InvalidOperationException("Suppression lists come before the first row.");
        SuppressionReader.Read(path, _analysis.Suppressions, onProblem, cancellation);
    }

    /// <summary>Adds the rows of a file. Rows with too many or too few fields are left out and counted as unreadable: their columns may be out of step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="map">Says which parts the columns play.</param>
    /// <param name="onProblem">Is told of each row that cannot be read; null for nobody.</param>
    /// <param name="onRow">Is told of the number of each row; null for nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void AddRows(
        string path, Func<RecordSchema, FieldMapping> map, Action<RecordProblem>? onProblem = null, Action<int>? onRow = null, CancellationToken cancellation = default)
    {
        var before = _analysis.Count;
        using var reader = ExportReader.Open(path, Options(problem =>
        {
            if (problem.IsSkipped) _analysis.AddUnreadable();
            onProblem?.Invoke(problem);
        }), schema => _analysis.Open(map(schema)));
        while (reader.Read())
        {
            if ((reader.Row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            _analysis.Add(reader);
            onRow?.Invoke(reader.Row);
        }

        _files.Add((path, _analysis.Count - before));
    }

    /// <summary>Writes the rows that stay, and those that do not with their reasons, by reading the files once more. To be called after the analysis has finished.</summary>
    /// <param name="kept">Takes the rows that stay; null for none.</param>
    /// <param name="excluded">Takes the others; null for none.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="IOException">A file changed meanwhile.</exception>
    public void Write(RecordFile? kept, RecordFile? excluded, CancellationToken cancellation = default)
    {
        var row = 0;
        foreach (var (path, rows) in _files)
        {
            var end = row + rows;
            using var reader = ExportReader.Open(path, Options(null));
            var writer = new AudienceWriter(kept, excluded);
            while (reader.Read())
            {
                if ((reader.Row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
                if (row == end) throw Changed(path);
                writer.Add(reader, _analysis.ReasonsOf(row++));
            }

            if (row != end) throw Changed(path);
        }
    }

    /// <summary>A result with the files that were written.</summary>
    /// <param name="result">The result.</param>
    /// <param name="kept">The file of the rows that stay; null for none.</param>
    /// <param name="excluded">The file of the others; null for none.</param>
    public static AudienceResult Written(AudienceResult result, string? kept, string? excluded) => (result ?? throw new ArgumentNullException(nameof(result))).With(kept, excluded);

    private static ImportOptions Options(Action<RecordProblem>? onProblem) => new() { RaggedRow = RaggedRow.Skip, OnProblem = onProblem };

    private static IOException Changed(string path) => new($"'{path}' changed while it was checked; nothing was written. Check it again.");
}
