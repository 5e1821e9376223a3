using System.Globalization;

namespace MopsPS;

/// <summary>One mistake in a policy: where it stands, what is wrong and what is probably meant.</summary>
public sealed class PolicyProblem
{
    /// <summary>Describes a mistake.</summary>
    /// <param name="severity">Error where the policy cannot be used, Warning where it can.</param>
    /// <param name="path">The JSON path, for example <c>$.utm.sources[2]</c>.</param>
    /// <param name="message">One sentence that says what is wrong and what was expected.</param>
    public PolicyProblem(Severity severity, string path, string message)
    {
        Severity = severity;
        JsonPath = path;
        Message = message;
    }

    /// <summary>Error where the policy cannot be used, Warning where it can.</summary>
    public Severity Severity { get; }

    /// <summary>The file; null for a hashtable or a preset.</summary>
    public string? File { get; init; }

    /// <summary>The line, one-based; 0 where there is no text.</summary>
    public int Line { get; init; }

    /// <summary>The character in the line, one-based; 0 where there is no text.</summary>
    public int Column { get; init; }

    /// <summary>The JSON path, for example <c>$.utm.sources[2]</c>.</summary>
    public string JsonPath { get; }

    /// <summary>The value found, shortened; null where there is none.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong and what was expected.</summary>
    public string Message { get; }

    /// <summary>The nearest known key or value; null where none is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Reads like <c>Error mops.policy.json(3,5) $.utm.sorces: unknown key 'sorces'; did you mean 'sources'?</c>.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? string.Empty
            : $"({Line.ToString(CultureInfo.InvariantCulture)},{Column.ToString(CultureInfo.InvariantCulture)})";
        var file = File is null ? string.Empty : System.IO.Path.GetFileName(File);
        var where = file.Length + place.Length == 0 ? string.Empty : $"{file}{place} ";
        return $"{Severity} {where}{JsonPath}: {Message}{(Suggestion is null ? string.Empty : $" Did you mean '{Suggestion}'?")}";
    }
}
