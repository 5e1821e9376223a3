using System;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Matching.Values;

/// <summary>Threads that share work. The pieces do not depend on how many threads there are, so that no result does.</summary>
/// <param name="Threads">How many may work.</param>
/// <param name="Cancellation">Stops them between two pieces.</param>
internal readonly record struct Workers(int Threads, CancellationToken Cancellation)
{
    /// <summary>Does each of some jobs, the first ones first, each as soon as a thread is free.</summary>
    /// <param name="count">How many jobs there are.</param>
    /// <param name="job">Does a job by its number.</param>
    public void Each(int count, Action<int> job) => Each(count, () => 0, (i, _) => job(i));

    /// <summary>The same with something that each thread has to itself.</summary>
    /// <param name="count">How many jobs there are.</param>
    /// <param name="own">Makes what a thread has to itself.</param>
    /// <param name="job">Does a job by its number.</param>
    public void Each<T>(int count, Func<T> own, Action<int, T> job)
    {
        var next = -1;
        var cancellation = Cancellation;
        if (Threads <= 1 || count <= 1) Run();
        else Parallel.For(0, Math.Min(Threads, count), new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, _ => Run());

        void Run()
        {
            var mine = own();
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                cancellation.ThrowIfCancellationRequested();
                job(i, mine);
            }
        }
    }

    /// <summary>Goes through numbers in ranges of a fixed size.</summary>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="size">How many make a range.</param>
    /// <param name="range">Takes the first number of a range and the one behind its last.</param>
    public void Ranges(int count, int size, Action<int, int> range) =>
        Each((int)(((long)count + size - 1) / size), i => range(i * size, (int)Math.Min(count, ((long)i + 1) * size)));
}
