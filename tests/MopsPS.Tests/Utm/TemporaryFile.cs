using System;
using System.IO;

namespace MopsPS.Tests.Utm;

/// <summary>A file in a folder of its own that is gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-utm-").FullName;

    public TemporaryFile(string name, string text)
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, true);
}
