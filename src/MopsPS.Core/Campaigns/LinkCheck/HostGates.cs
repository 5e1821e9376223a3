using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>Lets requests through: so many in all, so many to one host, with a pause between two to one host, and none to a host that asked to wait.</summary>
internal sealed class HostGates : IDisposable
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _all;
    private readonly LinkCheckPolicy _policy;

    public HostGates(LinkCheckPolicy policy)
    {
        _policy = policy;
        _all = new SemaphoreSlim(policy.MaxConcurrency);
    }

    /// <summary>Runs a request when its turn comes. A host that is slow holds up its own links only.</summary>
    public async Task<T> Run<T>(string host, Func<Task<T>> request, CancellationToken cancellation)
    {
        var gate = _gates.GetOrAdd(host, _ => new Gate(_policy.MaxPerHost));
        await gate.Slots.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var pause = gate.Reserve(_policy.DelayMilliseconds);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, cancellation).ConfigureAwait(false);
            await _all.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await request().ConfigureAwait(false);
            }
            finally
            {
                _all.Release();
            }
        }
        finally
        {
            gate.Slots.Release();
        }
    }

    /// <summary>Keeps all requests from a host for a time: it asked for it.</summary>
    public void Hold(string host, TimeSpan time) => _gates.GetOrAdd(host, _ => new Gate(_policy.MaxPerHost)).Hold(time);

    /// <inheritdoc/>
    public void Dispose()
    {
        _all.Dispose();
        foreach (var gate in _gates.Values) gate.Slots.Dispose();
    }

    private sealed class Gate(int slots)
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private TimeSpan _next;

        public SemaphoreSlim Slots { get; } = new(slots);

        public TimeSpan Reserve(int delay)
        {
            lock (_clock)
            {
                var now = _clock.Elapsed;
                var start = now > _next ? now : _next;
                _next = start + TimeSpan.FromMilliseconds(delay);
                return start - now;
            }
        }

        public void Hold(TimeSpan time)
        {
            lock (_clock)
            {
                var until = _clock.Elapsed + time;
                if (until > _next) _next = until;
            }
        }
    }
}
