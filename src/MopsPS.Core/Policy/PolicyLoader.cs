using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace MopsPS.Core.Policy;

/// <summary>
/// Reads policies: files, text, dictionaries and presets. Nothing in a policy is executed; its size, depth and chain of
/// <c>extends</c> are bounded, and <c>extends</c> names a preset or a local file relative to the policy's own.
/// </summary>
public sealed class PolicyLoader
{
    /// <summary>The name of a policy file.</summary>
    public const string FileName = "mops.policy.json";

    /// <summary>The largest file in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly PolicyProblems _problems = new();
    private readonly List<string> _chain = [];
    private readonly DateTime _todayUtc;

    private PolicyLoader(DateTime? todayUtc) => _todayUtc = todayUtc ?? DateTime.UtcNow;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The policy with what it extends.</returns>
    /// <exception cref="PolicyException">The policy has mistakes or cannot be read; carries all of them.</exception>
    public static MopsPolicy Load(string path) => OrThrow(Test(path));

    /// <summary>Loads a preset.</summary>
    /// <param name="name">Its name, see <see cref="PolicyPresets.Names"/>.</param>
    /// <returns>The preset.</returns>
    /// <exception cref="PolicyException">There is no such preset.</exception>
    public static MopsPolicy Preset(string name)
    {
        var loader = new PolicyLoader(null);
        return OrThrow(loader.Result(name, loader.FromPreset(name, null)));
    }

    /// <summary>Loads JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="PolicyException">The policy has mistakes.</exception>
    public static MopsPolicy Parse(string json) => OrThrow(TestText(json));

    /// <summary>Takes a dictionary, for example a hashtable of PowerShell; keys have no case.</summary>
    /// <param name="values">The policy's keys and values.</param>
    /// <param name="folder">Where <c>extends</c> looks for files; null forbids files.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="PolicyException">The policy has mistakes.</exception>
    public static MopsPolicy FromDictionary(IDictionary values, string? folder = null) => OrThrow(TestDictionary(values, folder));

    /// <summary>Tests a file; never throws for what stands in it or for a file that cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="todayUtc">The day on which suppressions are judged; null for today.</param>
    /// <returns>The policy, where it can be used, and every mistake.</returns>
    public static PolicyTestResult Test(string path, DateTime? todayUtc = null)
    {
        var loader = new PolicyLoader(todayUtc);
        return loader.Result(path, loader.FromFile(Path.GetFullPath(path), null));
    }

    /// <summary>Tests JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="todayUtc">The day on which suppressions are judged; null for today.</param>
    /// <returns>The policy, where it can be used, and every mistake.</returns>
    public static PolicyTestResult TestText(string json, DateTime? todayUtc = null)
    {
        var loader = new PolicyLoader(todayUtc);
        return loader.Result("text", loader.FromBytes(Encoding.UTF8.GetBytes(json), null, null));
    }

    /// <summary>Tests a dictionary.</summary>
    /// <param name="values">The policy's keys and values.</param>
    /// <param name="folder">Where <c>extends</c> looks for files; null forbids files.</param>
    /// <returns>The policy, where it can be used, and every mistake.</returns>
    public static PolicyTestResult TestDictionary(IDictionary values, string? folder = null)
    {
        var loader = new PolicyLoader(null);
        var node = PolicyJson.FromObject(values, loader._problems);
        return loader.Result("hashtable", node is null ? null : loader.FromNode(node, null, folder));
    }

    /// <summary>The nearest policy file from a folder upward.</summary>
    /// <param name="folder">The folder to begin with.</param>
    /// <returns>The path, or null.</returns>
    public static string? FindNearest(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, FileName);
            if (File.Exists(path)) return path;
        }

        return null;
    }

    private static MopsPolicy OrThrow(PolicyTestResult result) => result.Policy ?? throw new PolicyException(result.Problems);

    private PolicyTestResult Result(string title, MopsPolicy? policy) => new(title, _problems.HasErrors ? null : policy, _problems.Items);

    private MopsPolicy? FromFile(string path, PolicyNode? extends)
    {
        if (_chain.Contains(path) || _chain.Count >= 8)
        {
            Complain(extends, $"the policies extend one another in a circle or too deeply: {string.Join(" > ", _chain)} > {path}");
            return null;
        }

        _chain.Add(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[MaxBytes + 1];
            int length = 0, read;
            while (length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0) length += read;
            if (length > MaxBytes)
            {
                Complain(extends, $"{path} is larger than {MaxBytes} bytes; that is no policy.");
                return null;
            }

            Array.Resize(ref bytes, length);
            return FromBytes(bytes, path, Path.GetDirectoryName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Complain(extends, $"the policy file {path} cannot be read: {exception.Message}");
            return null;
        }
    }

    private MopsPolicy? FromBytes(byte[] bytes, string? path, string? folder)
    {
        var outer = _problems.File;
        _problems.File = path;
        var node = PolicyJson.Parse(bytes, _problems);
        var policy = node is null ? null : FromNode(node, path, folder);
        _problems.File = outer;
        return policy;
    }

    private MopsPolicy? FromNode(PolicyNode node, string? path, string? folder)
    {
        if (!PolicyObject.Is(node, _problems, PolicyNodeKind.Object)) return null;
        var root = new PolicyObject(node, _problems);
        var extends = root.Text("extends");
        var from = extends is null ? FromPreset("default", null) : Base(root.Member("extends")!, extends, folder);
        return PolicyReader.Read(root, from ?? new MopsPolicy(), path, _problems, _todayUtc);
    }

    private MopsPolicy? Base(PolicyNode node, string extends, string? folder)
    {
        if (!extends.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return FromPreset(extends, node);
        // A network share or an address would let a policy make the module call out.
        if (folder is null || extends.StartsWith(@"\\", StringComparison.Ordinal) || extends.StartsWith("//", StringComparison.Ordinal) || extends.Contains("://"))
        {
            _problems.Error(node, "'extends' names a preset, or a local .json file relative to this policy's own file.");
            return null;
        }

        try
        {
            return FromFile(Path.GetFullPath(Path.Combine(folder, extends)), node);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or IOException)
        {
            _problems.Error(node, "'extends' is no path: " + exception.Message);
            return null;
        }
    }

    private MopsPolicy? FromPreset(string name, PolicyNode? extends)
    {
        if (PolicyPresets.Find(name) is not { } known || extends is not null && !extends.KeyComparer.Equals(known, name))
        {
            Complain(extends, $"there is no preset '{name}'; known: {string.Join(", ", PolicyPresets.Names)}.", PolicyProblems.Nearest(name, PolicyPresets.Names));
            return null;
        }

        // A preset stands on the defaults of the types alone, so presets cannot form a circle.
        var node = PolicyJson.Parse(PolicyPresets.Json(known), _problems)!;
        return PolicyReader.Read(new PolicyObject(node, _problems), new MopsPolicy { Name = known, Preset = known }, null, _problems, _todayUtc);
    }

    private void Complain(PolicyNode? node, string message, string? suggestion = null)
    {
        if (node is null) _problems.Add(Severity.Error, "$", 0, 0, message, null, suggestion);
        else _problems.Error(node, message, suggestion);
    }
}
