namespace MopsPS.Core.Reconciliation;

/// <summary>Countries by any of their names.</summary>
internal static class CompareCountry
{
    /// <summary>Whether two texts name one country.</summary>
    public static bool Same(string left, string right) => false;
}
