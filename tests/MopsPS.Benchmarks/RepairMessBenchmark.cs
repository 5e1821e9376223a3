using System;
using System.Linq;
using MopsPS.Core.Tests.Hygiene;

namespace MopsPS.Benchmarks;

/// <summary>A made-up database with one damaged value in each record: what the repair claims, and how much of that is right.</summary>
internal sealed class RepairMessBenchmark : IBenchmark
{
    public string Name => "repair";

    public string Summary => "kinds of damage: values that the repair claims, gets right, declines (goal: 99 % of the claimed right)";

    public void Run(BenchmarkOptions options)
    {
        var counts = Mess.Run(Math.Min(options.Rows, 100_000), seed: 20261125, culture: "en-US");
        Console.WriteLine($"{"kind of damage",-46} {"rows",7} {"claimed",8} {"right",7} {"declined",9} {"silent",7}");
        foreach (var count in counts)
        {
            Console.WriteLine($"{count.Kind,-46} {count.Rows,7} {count.Claimed,8} {count.Right,7} {count.Declined,9} {count.Silent,7}");
            if (options.Verbose) foreach (var wrong in count.Wrong) Console.WriteLine("    " + wrong);
        }

        int claimed = counts.Sum(count => count.Claimed), right = counts.Sum(count => count.Right);
        Console.WriteLine($"{counts.Count(count => count.Rows > 0)} kinds: {claimed} claimed, {right} right ({100.0 * right / claimed:0.000} %), {counts.Sum(count => count.Declined)} declined");
    }
}
