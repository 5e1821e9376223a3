namespace MopsPS;

/// <summary>A file as a change left it.</summary>
public sealed class ChangeFile
{
    /// <summary>Its path, relative to the folder of the log where it lies below it.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The SHA-256 of its content in hexadecimal digits.</summary>
    public string Hash { get; init; } = string.Empty;

    /// <summary>Its size in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
