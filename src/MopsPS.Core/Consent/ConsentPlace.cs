namespace MopsPS.Core.Consent;

/// <summary>A region with its name in the policy; an empty name for all other countries.</summary>
/// <param name="Name">The name, such as eu.</param>
/// <param name="Region">What it asks for.</param>
public sealed record ConsentPlace(string Name, ConsentRegion Region);
