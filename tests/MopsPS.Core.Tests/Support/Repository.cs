using System;
using System.IO;

namespace MopsPS.Core.Tests.Support;

/// <summary>The files of the repository in which the tests run: examples, the module's pages, schemas.</summary>
public static class Repository
{
    /// <summary>The folder with <c>MopsPS.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file or folder below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The path of an example.</summary>
    public static string Example(params string[] parts) => Path(["examples", .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "MopsPS.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("MopsPS.sln was not found above the test assembly.");
    }
}
