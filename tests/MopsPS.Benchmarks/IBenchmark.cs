namespace MopsPS.Benchmarks;

/// <summary>One benchmark that can be named on the command line.</summary>
internal interface IBenchmark
{
    string Name { get; }

    string Summary { get; }

    void Run(BenchmarkOptions options);
}
