using System;

namespace MopsPS.Benchmarks;

internal static class Program
{
    private static int Main(string[] args)
    {
        Console.Error.WriteLine("Name a benchmark.");
        return 2;
    }
}
