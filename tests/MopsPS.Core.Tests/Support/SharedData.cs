using System;
using System.IO;
using Xunit;

namespace MopsPS.Core.Tests.Support;

/// <summary>The test data beside the repository, where it is there.</summary>
public static class SharedData
{
    private static readonly string? Root = Find();

    public static bool Exists => Root is not null;

    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root ?? throw new DirectoryNotFoundException("There is no folder shared/data beside the repository."), .. parts]);

    private static string? Find()
    {
        // A worktree may lie deeper than the repository itself, so every folder upward is looked at.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) return data;
        }

        return null;
    }
}

/// <summary>A test that needs the shared data.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Exists ? null : "There is no folder shared/data beside the repository.";
}

/// <summary>A theory that needs the shared data.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.Exists ? null : "There is no folder shared/data beside the repository.";
}
