using System.Globalization;
using System.Text;

namespace MopsPS.Core.Campaigns;

/// <summary>Names of campaigns as they stand in file and folder names.</summary>
public static class CampaignNames
{
    /// <summary>A name in lower-case letters, digits and single hyphens; accents are dropped. <c>Spring Launch (EMEA)</c> is <c>spring-launch-emea</c>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The slug; empty where the name has no letter or digit.</returns>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in (name ?? string.Empty).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[slug.Length - 1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-').Normalize(NormalizationForm.FormC);
    }
}
