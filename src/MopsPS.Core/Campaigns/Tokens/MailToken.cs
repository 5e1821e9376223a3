namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>A token, or what was meant as one.</summary>
internal sealed class MailToken
{
    /// <summary>The token with its braces.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Where it starts in the text.</summary>
    public int Index { get; init; }

    /// <summary>Whose it is.</summary>
    public TokenPlatform Platform { get; init; }

    /// <summary>Whether it steers (if, each, end) or sets and puts out nothing.</summary>
    public bool IsStatement { get; init; }

    /// <summary>The name: of the field, or of the statement (<c>if</c>, <c>endif</c>).</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What stands behind the name of a statement: the condition.</summary>
    public string Argument { get; init; } = string.Empty;

    /// <summary>Whether it says what to show where the field is empty.</summary>
    public bool HasFallback { get; init; }

    /// <summary>What is wrong with how it is written; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The token.</summary>
    public override string ToString() => Text;
}
