using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>The policies that come with the module.</summary>
public static class PolicyPresets
{
    private const string Folder = "Policy/Presets/";

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = typeof(PolicyPresets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name)).OrderBy(name => name, StringComparer.Ordinal).ToArray();

    /// <summary>Finds a preset's name without regard to case; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public static string? Find(string name) => Names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The commented policy that a team starts with.</summary>
    /// <param name="preset">The preset it extends.</param>
    /// <returns>JSON with comments.</returns>
    public static string Starter(string preset)
    {
        var name = Find(preset) ?? throw new ArgumentException($"There is no preset '{preset}'.", nameof(preset));
        return System.Text.Encoding.UTF8.GetString(Read("Policy/Starter.json")).Replace("@preset@", name);
    }

    internal static byte[] Json(string name) => Read($"{Folder}{name}.json");

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PolicyPresets).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
