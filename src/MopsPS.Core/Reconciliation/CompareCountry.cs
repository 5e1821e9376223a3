using MopsPS.Core.Places;

namespace MopsPS.Core.Reconciliation;

/// <summary>Countries by any of their names and codes.</summary>
internal static class CompareCountry
{
    // Misspellings are below it: whether they mean a country is for the hygiene rules to say.
    private const double Sure = .97;

    /// <summary>Whether two texts name one country for sure.</summary>
    public static bool Same(string left, string right)
    {
        var ours = Countries.Recognise(left);
        if (ours.Place is null || ours.Confidence < Sure) return false;
        var theirs = Countries.Recognise(right);
        return theirs.Confidence >= Sure && ReferenceEquals(ours.Place, theirs.Place);
    }
}
