using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Tests.Campaigns;

/// <summary>A campaign's folder for one test.</summary>
internal sealed class TemporaryCampaign : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private const string Brief = """
        { "name": "Spring", "owner": "Demand", "launchDate": "2026-12-08", @ }
        """;

    private readonly string _parent = Directory.CreateTempSubdirectory("mops-campaign-").FullName;

    public TemporaryCampaign(string? brief = "")
    {
        Folder = Path.Combine(_parent, "spring");
        Directory.CreateDirectory(Folder);
        if (brief is not null) Write("campaign.json", Brief.Replace("@", brief, StringComparison.Ordinal));
    }

    public string Folder { get; }

    public string Beside(string name) => Path.Combine(_parent, name);

    public TemporaryCampaign Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public TemporaryCampaign Write(string name, byte[] bytes)
    {
        var file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return this;
    }

    /// <summary>A policy with its own checks: they stand for those of the other areas, which have tests of their own.</summary>
    public static MopsPolicy Team(string campaignQA = "", string other = "") =>
        PolicyLoader.Parse($$"""{ "campaignQA": { "requiredAreas": ["Brief"], "signOffs": []{{(campaignQA.Length == 0 ? "" : ", " + campaignQA)}} }{{(other.Length == 0 ? "" : ", " + other)}} }""");

    public CampaignQAResult Run(MopsPolicy? policy = null, CampaignQAOptions? options = null, CalendarEntry? entry = null) =>
        new CampaignQARunner(policy ?? Team(), options ?? new CampaignQAOptions { Time = Now, User = "tester", ModuleVersion = "1.0" }).Run(Folder, entry);

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static CampaignCheck Check(CampaignQAResult run, string id) => run.Checks.Single(check => check.CheckId == id);

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}
