using System;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns;

/// <summary>The folder with the artifacts of runs: a JSON file and an HTML page for each, named by campaign folder and time. Nothing in it is ever replaced.</summary>
public sealed class ArtifactFolder
{
    private readonly string _path;

    /// <summary>Makes a view of a folder.</summary>
    /// <param name="path">The full path; made where it is missing.</param>
    public ArtifactFolder(string path) => _path = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>Compares a run with the latest one before it in the folder.</summary>
    /// <param name="run">The run.</param>
    /// <param name="onProblem">Is told of earlier files that cannot be read.</param>
    /// <returns>The run with what changed; the same where there is none before it.</returns>
    public CampaignQAResult WithChanges(CampaignQAResult run, Action<string> onProblem)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        if (Previous(run, onProblem) is not { } previous) return run;
        return run.Compared(previous.Time, RunComparer.Compare(previous, run));
    }

    /// <summary>Writes the artifacts of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="policy">The policy, for the page.</param>
    /// <returns>The full paths: JSON, HTML.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public (string Json, string Html) Write(CampaignQAResult run, MopsPolicy policy)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        Directory.CreateDirectory(_path);
        var stem = $"{Slug(run)}_{run.Time.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        var (json, html) = Free(stem);
        using var data = new AtomicFile(json);
        using var page = new AtomicFile(html);
        RunFile.Write(run, data.Stream);
        using var report = new ReportBuilder(new ReportOptions { Title = $"Campaign QA: {run.Campaign}", Date = run.Time, Policy = policy, MaxRows = 1000 });
        report.Add(run);
        foreach (var part in run.Parts) report.Add(part);
        ReportWriter.Write(report.Build(), MopsReportFormat.Html, page.Stream);
        data.Commit();
        page.Commit();
        return (json, html);
    }

    /// <summary>The name of a campaign's folder as it stands in file names: letters, digits and hyphens.</summary>
    private static string Slug(CampaignQAResult run)
    {
        var slug = CampaignNames.Slug(Path.GetFileName((run.Path ?? run.Campaign).TrimEnd('/', '\\')));
        return slug.Length == 0 ? "campaign" : slug;
    }

    private (string Json, string Html) Free(string stem)
    {
        for (var n = 1; ; n++)
        {
            var name = Path.Combine(_path, n == 1 ? stem : $"{stem}-{n.ToString(CultureInfo.InvariantCulture)}");
            if (!File.Exists(name + ".json") && !File.Exists(name + ".html")) return (name + ".json", name + ".html");
        }
    }

    private CampaignQAResult? Previous(CampaignQAResult run, Action<string> onProblem)
    {
        if (!Directory.Exists(_path)) return null;
        // The names sort by time; the first that can be read and is of this campaign is the latest one.
        foreach (var file in Directory.GetFiles(_path, Slug(run) + "_*.json").OrderByDescending(Order, StringComparer.Ordinal))
        {
            try
            {
                var before = RunFileReader.Read(file);
                if (before is not null && before.Time <= run.Time && IsSame(before, run)) return before;
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                onProblem(exception.Message);
            }
        }

        return null;
    }

    // "…Z-10" comes after "…Z-2".
    private static string Order(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var dash = name.IndexOf("Z-", StringComparison.Ordinal);
        return dash < 0 || dash < name.LastIndexOf('_') ? name + "-0000" : name.Substring(0, dash + 2) + name.Substring(dash + 2).PadLeft(4, '0');
    }

    private static bool IsSame(CampaignQAResult before, CampaignQAResult after) =>
        string.Equals(before.Campaign, after.Campaign, StringComparison.OrdinalIgnoreCase) || string.Equals(before.Path, after.Path, StringComparison.Ordinal);
}
