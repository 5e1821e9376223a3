namespace MopsPS;

/// <summary>One answer on the way of a link.</summary>
public sealed class LinkHop
{
    /// <summary>The address that was asked; personal data is masked.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The status code of the answer; null where there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The method that was answered: HEAD or GET.</summary>
    public string Method { get; init; } = string.Empty;

    /// <summary>How often it was asked, retries and both methods.</summary>
    public int Requests { get; init; }

    /// <summary>Reads like <c>301 https://example.com/</c>.</summary>
    public override string ToString() => $"{StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "---"} {Url}";
}
