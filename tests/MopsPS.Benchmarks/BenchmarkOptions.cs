using System;
using System.Globalization;

namespace MopsPS.Benchmarks;

/// <summary>What the command line says beside the benchmark's name.</summary>
internal sealed record BenchmarkOptions(int Rows, int Rounds)
{
    public static BenchmarkOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new BenchmarkOptions(1_000_000, 5);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? int.Parse(args[i + 1], CultureInfo.InvariantCulture) : throw new ArgumentException($"{args[i]} needs a number.");
            options = args[i] switch
            {
                "--rows" => options with { Rows = value },
                "--rounds" => options with { Rounds = value },
                _ => throw new ArgumentException($"'{args[i]}' is unknown; there are --rows and --rounds."),
            };
        }

        return options;
    }
}
