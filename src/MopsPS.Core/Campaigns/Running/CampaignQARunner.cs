using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Policy;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns;

/// <summary>Checks campaigns. Files are read and checked on all processors; what comes out is in the order of their names.</summary>
public sealed class CampaignQARunner
{
    private readonly MopsPolicy _policy;
    private readonly CampaignQAOptions _options;
    private readonly RuleSet _rules;

    /// <summary>Makes a runner.</summary>
    /// <param name="policy">The team's policy.</param>
    /// <param name="options">How campaigns are checked.</param>
    public CampaignQARunner(MopsPolicy policy, CampaignQAOptions options)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _rules = new RuleSet(policy, options.Time.Date);
    }

    /// <summary>Checks one campaign.</summary>
    /// <param name="folder">The full path of its folder.</param>
    /// <param name="entry">The row of the launch calendar that named it, or null.</param>
    /// <param name="progress">Called with how many files are done, of how many; from any thread.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <returns>The checklist and the decision.</returns>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="InvalidDataException">The folder has more files than any campaign.</exception>
    public CampaignQAResult Run(string folder, CalendarEntry? entry = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        var campaign = FolderReader.Read(folder, _policy.CampaignQA.Ignore, _options.ArtifactFolder);
        var run = new CampaignRun(campaign, _policy, _rules, _options, entry);
        var contexts = new List<(ICampaignChecker Checker, CheckContext Context)>();
        foreach (var byFile in CheckFiles(run, progress, cancellation)) contexts.AddRange(byFile);
        foreach (var checker in run.Checkers.Where(checker => checker.Checks.Any(check => IsWanted(run, check))))
        {
            var context = new CheckContext(run, null, cancellation);
            Guarded(checker, context, () => checker.CheckCampaign(context));
            contexts.Add((checker, context));
        }

        var checks = new Checklist(run, contexts).Build();
        var decision = Decision.Of(checks, _policy.CampaignQA);
        return new CampaignQAResult
        {
            Campaign = campaign.Brief.Name ?? entry?.Name ?? campaign.Name,
            Path = campaign.Path,
            Owner = campaign.Brief.Owner ?? entry?.Owner,
            LaunchDate = campaign.Brief.LaunchDate ?? entry?.LaunchDate,
            Decision = decision.Outcome,
            DecisionRule = decision.Rule,
            DecisionReason = decision.Reason,
            Checks = checks,
            Waivers = [.. campaign.Brief.Waivers],
            Inputs = [.. campaign.Assets.Select(asset => new CampaignInput { Name = asset.Name, Kind = asset.Kind, Length = asset.Length, Sha256 = asset.Sha256, Problem = asset.Kind == CampaignAssetKind.Other ? null : asset.Problem })],
            PolicyName = _policy.Name,
            PolicyVersion = _policy.Version,
            Time = _options.Time,
            User = _options.User,
            ModuleVersion = _options.ModuleVersion,
            Parts = [.. contexts.SelectMany(pair => pair.Context.Parts)],
        };
    }

    /// <summary>Whether a check is to be made in a run: its area is covered and applies, and the policy has not dropped it.</summary>
    internal static bool IsWanted(CampaignRun run, CampaignCheckInfo check) => run.Covers(check.Area) && run.NotApplicable(check.Area) is null && run.Rules.IsEnabled(check.Rule);

    private static (ICampaignChecker, CheckContext)[][] CheckFiles(CampaignRun run, Action<int, int>? progress, CancellationToken cancellation)
    {
        var assets = run.Campaign.Assets;
        var checkers = run.Checkers.OfType<IAssetChecker>().Where(checker => checker.Checks.Any(check => IsWanted(run, check))).ToArray();
        var results = new (ICampaignChecker, CheckContext)[assets.Count][];
        // An e-mail and its text part are read, checked and let go together: one is compared with the other.
        var groups = Enumerable.Range(0, assets.Count).GroupBy(i => IsEmail(assets[i].Kind) ? CampaignFolder.Stem(assets[i]).ToLowerInvariant() : "#" + i, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = run.Options.MaxThreads > 0 ? run.Options.MaxThreads : Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(groups, loadBalance: true), options, group =>
            {
                foreach (var i in group) AssetLoader.Load(assets[i]);
                foreach (var i in group) results[i] = [.. checkers.Where(checker => checker.Takes(assets[i].Kind)).Select(checker => CheckFile(run, checker, assets[i], cancellation))];
                foreach (var i in group) assets[i].Content = null;
                progress?.Invoke(Interlocked.Add(ref done, group.Length), assets.Count);
            });
        }
        catch (AggregateException exception) when (exception.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(exception.InnerExceptions[0]).Throw();
        }

        return results;
    }

    private static (ICampaignChecker, CheckContext) CheckFile(CampaignRun run, IAssetChecker checker, CampaignAsset asset, CancellationToken cancellation)
    {
        var context = new CheckContext(run, asset, cancellation);
        if (asset.Problem is not null && !asset.IsTooLarge)
        {
            foreach (var check in checker.Checks) context.NotRun(check, $"{asset.Name}: {asset.Problem}");
        }
        else
        {
            Guarded(checker, context, () => checker.CheckAsset(asset, context));
        }

        return (checker, context);
    }

    // What breaks on one file must not hide what is wrong with the others; and it is no pass.
    private static void Guarded(ICampaignChecker checker, CheckContext context, Action check)
    {
        try
        {
            check();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            var reason = $"{(context.Asset is null ? "the check" : context.Asset.Name + ": the check")} broke off ({exception.GetType().Name}: {ReportText.Mask(exception.Message)}); please report this";
            foreach (var info in checker.Checks) context.NotRun(info, reason);
        }
    }

    private static bool IsEmail(CampaignAssetKind kind) => kind is CampaignAssetKind.Email or CampaignAssetKind.EmailMessage or CampaignAssetKind.EmailText;
}
