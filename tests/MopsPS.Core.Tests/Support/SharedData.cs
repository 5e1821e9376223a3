using System;
using System.IO;
using Xunit;

namespace MopsPS.Core.Tests.Support;

/// <summary>The test data beside the repository (shared/data), which is no part of it.</summary>
public static class SharedData
{
    private static readonly string? Root = Find();

    public static bool IsThere => Root is not null;

    public static string Path(params string[] parts) =>
        System.IO.Path.Combine([Root ?? throw new InvalidOperationException("There is no shared/data."), .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (File.Exists(System.IO.Path.Combine(data, "README.md"))) return data;
        }

        return null;
    }
}

/// <summary>A fact that needs the data; skipped with a plain message where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.IsThere ? null : "shared/data is not beside the repository.";
}

/// <summary>A theory that needs the data; skipped with a plain message where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.IsThere ? null : "shared/data is not beside the repository.";
}
