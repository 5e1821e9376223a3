using Xunit;

namespace MopsPS.Core.Tests.Support;

/// <summary>Tests that look at the memory or the processor time of the process: they run when no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone
{
}
