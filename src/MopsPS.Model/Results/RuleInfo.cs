using System;

namespace MopsPS;

/// <summary>What a rule checks and why; <c>Get-MopsRule</c> lists them.</summary>
public sealed class RuleInfo
{
    /// <summary>Describes a rule.</summary>
    /// <param name="id">The id, for example <c>UTM003</c>.</param>
    /// <param name="area">The area of the module, for example <c>Utm</c>.</param>
    /// <param name="name">A short name in PascalCase, for example <c>MissingParameter</c>.</param>
    /// <param name="severity">The severity before the policy's overrides.</param>
    /// <param name="summary">One sentence: what it finds.</param>
    /// <param name="remedy">One sentence: what to do about it.</param>
    /// <param name="source">The standard, vendor page or practice that the rule rests on.</param>
    /// <param name="enabledByDefault">Whether it runs without being named in the policy.</param>
    public RuleInfo(
        string id, string area, string name, Severity severity, string summary, string remedy, string source, bool enabledByDefault = true)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Area = area ?? throw new ArgumentNullException(nameof(area));
        Name = name ?? throw new ArgumentNullException(nameof(name));
        DefaultSeverity = severity;
        Severity = severity;
        Summary = summary ?? throw new ArgumentNullException(nameof(summary));
        Remedy = remedy ?? throw new ArgumentNullException(nameof(remedy));
        Source = source ?? throw new ArgumentNullException(nameof(source));
        IsEnabledByDefault = enabledByDefault;
        IsEnabled = enabledByDefault;
    }

    /// <summary>The id, for example <c>UTM003</c>.</summary>
    public string Id { get; }

    /// <summary>The area of the module.</summary>
    public string Area { get; }

    /// <summary>A short name in PascalCase.</summary>
    public string Name { get; }

    /// <summary>The severity before the policy's overrides.</summary>
    public Severity DefaultSeverity { get; }

    /// <summary>The severity under the policy at hand.</summary>
    public Severity Severity { get; init; }

    /// <summary>Whether it runs without being named in the policy.</summary>
    public bool IsEnabledByDefault { get; }

    /// <summary>Whether it runs under the policy at hand.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>One sentence: what it finds.</summary>
    public string Summary { get; }

    /// <summary>One sentence: what to do about it.</summary>
    public string Remedy { get; }

    /// <summary>The standard, vendor page or practice that the rule rests on.</summary>
    public string Source { get; }

    /// <summary>Where the rule is explained: the about page of its area and the rule's id.</summary>
    public string HelpUri => $"about_MopsPS_{Area}#{Id}";

    /// <summary>This rule as a policy sets it.</summary>
    /// <param name="severity">The severity the policy gives.</param>
    /// <param name="isEnabled">Whether the policy lets it run.</param>
    /// <returns>A copy.</returns>
    public RuleInfo With(Severity severity, bool isEnabled) =>
        new(Id, Area, Name, DefaultSeverity, Summary, Remedy, Source, IsEnabledByDefault) { Severity = severity, IsEnabled = isEnabled };

    /// <summary>Reads like <c>UTM003 WrongCase (Warning)</c>.</summary>
    public override string ToString() => $"{Id} {Name} ({(IsEnabled ? Severity.ToString() : "off")})";
}
