using System;
using System.Globalization;

namespace MopsPS.Benchmarks;

/// <summary>What the command line says beside the benchmark's name.</summary>
internal sealed record BenchmarkOptions(int Rows, int Rounds)
{
    public string? Path { get; init; }

    public bool Verbose { get; init; }

    public static BenchmarkOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new BenchmarkOptions(1_000_000, 5);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] == "--verbose")
            {
                options = options with { Verbose = true };
                i--;
                continue;
            }

            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--rows" => options with { Rows = int.Parse(value, CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--path" => options with { Path = value },
                _ => throw new ArgumentException($"'{args[i]}' is unknown; there are --rows, --rounds, --path and --verbose."),
            };
        }

        return options;
    }
}
