using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MopsPS.Shell.Interactive;

/// <summary>The lines that were typed, kept in a file that only its owner can read. Lines that look like they hold a secret or an e-mail address are not kept in it.</summary>
internal sealed partial class History
{
    private const int Limit = 1000;
    private readonly string? _file;
    private readonly List<string> _lines = [];

    /// <summary>Reads the history.</summary>
    /// <param name="file">Its file; null to remember nothing beyond this session.</param>
    public History(string? file)
    {
        _file = file;
        try
        {
            if (file is not null && File.Exists(file)) Load(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _file = null;
        }
    }

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The user's own history file.</summary>
    public static string DefaultFile() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "mops", "history.jsonl");

    public void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || (_lines.Count > 0 && _lines[^1] == line)) return;
        _lines.Add(line);
        if (_file is null || IsSensitive(line)) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            using var writer = new StreamWriter(Open(_file, FileMode.Append));
            writer.Write(JsonSerializer.Serialize(line) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A history that cannot be written must not disturb the work.
        }
    }

    /// <summary>Whether a line stays out of the file.</summary>
    public static bool IsSensitive(string line)
    {
        try
        {
            return Sensitive().IsMatch(line);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [GeneratedRegex(@"passw|passphrase|secret|token|api_?-?key|credential|asplaintext|bearer|authorization|connectionstring|[^\s@]@[^\s@]+\.[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Sensitive();

    private static FileStream Open(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private void Load(string file)
    {
        var read = 0;
        foreach (var text in File.ReadLines(file))
        {
            read++;
            try
            {
                if (JsonSerializer.Deserialize<string>(text) is { Length: > 0 } line) _lines.Add(line);
            }
            catch (JsonException)
            {
                // A line that another session had half written.
            }
        }

        if (_lines.Count > Limit) _lines.RemoveRange(0, _lines.Count - Limit);
        if (read <= 2 * Limit) return;
        using var writer = new StreamWriter(Open(file, FileMode.Create));
        foreach (var line in _lines) writer.Write(JsonSerializer.Serialize(line) + "\n");
    }
}
