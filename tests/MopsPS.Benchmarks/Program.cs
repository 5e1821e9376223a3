using System;
using System.Linq;

namespace MopsPS.Benchmarks;

internal static class Program
{
    private static readonly IBenchmark[] All =
    [
        new RecordsPathBenchmark(), new RecordsObjectsBenchmark(), new RecordsLargeBenchmark(), new ModuleImportBenchmark(), new UtmPathBenchmark(),
        new DuplicatesAccuracyBenchmark(), new DuplicatesScaleBenchmark(), new DuplicatesQueryBenchmark(), new FunnelBenchmark(),
        new AudienceBenchmark(),
        new CampaignQABenchmark(),
        new HygieneBenchmark(), new RepairMessBenchmark(),
        new CompareBenchmark(), new CompareMatchBenchmark(),
        new RoutingBenchmark(),
        new DuplicatesContacts(), new DuplicatesHostileBenchmark(),
    ];

    private static int Main(string[] args)
    {
        var benchmark = args.Length == 0 ? null : All.FirstOrDefault(b => b.Name == args[0]);
        if (benchmark is null)
        {
            Console.Error.WriteLine("Name a benchmark, and --rows N, --rounds N, --path FOLDER or --verbose if you like:");
            foreach (var known in All) Console.Error.WriteLine($"  {known.Name,-16} {known.Summary}");
            return 2;
        }

        benchmark.Run(BenchmarkOptions.Parse(args.AsSpan(1)));
        return 0;
    }
}
