using System.Runtime.CompilerServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>How small methods are compiled that millions of values go through.</summary>
internal static class Hot
{
    /// <summary>
    /// At once with all optimisations. A runtime since .NET Core 3.0 compiles a method badly first and well once it has run for some time, which for a search of a few
    /// seconds is too late; older ones do not know the flag (it is not in .NET Standard) and pass over it.
    /// </summary>
    public const MethodImplOptions Loop = (MethodImplOptions)512;
}
