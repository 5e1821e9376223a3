namespace MopsPS.Core.Naming;

/// <summary>What is wrong with one part of a name.</summary>
public sealed class NamingProblem
{
    internal NamingProblem(string part, string? value, string message, string? suggestion = null)
    {
        Part = part;
        Value = value;
        Message = message;
        Suggestion = suggestion;
    }

    /// <summary>The part's name in the convention; empty where the name as a whole is wrong (too many parts).</summary>
    public string Part { get; }

    /// <summary>The text that stands there; null where the part is missing.</summary>
    public string? Value { get; }

    /// <summary>One sentence that says what is wrong and what was expected.</summary>
    public string Message { get; }

    /// <summary>The nearest allowed value; null where none is near.</summary>
    public string? Suggestion { get; }

    /// <summary>The message, with the suggestion where there is one.</summary>
    public override string ToString() => Suggestion is null ? Message : $"{Message} Did you mean '{Suggestion}'?";
}
