using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>Builds tagged links that are valid against a policy by construction.</summary>
public sealed class UtmLinkBuilder
{
    private readonly UtmAuditor _auditor;

    /// <summary>Makes a builder.</summary>
    /// <param name="auditor">The auditor that judges what is built.</param>
    public UtmLinkBuilder(UtmAuditor auditor) => _auditor = auditor ?? throw new ArgumentNullException(nameof(auditor));

    /// <summary>Builds one link. The page's own parameters and its fragment stay; building on a built link gives the same link.</summary>
    /// <param name="url">The page.</param>
    /// <param name="values">Values by short name (source, medium …); empty ones are left out. Certain spellings are corrected to the policy's.</param>
    /// <param name="replace">Whether other values that the URL already has are replaced; else they are a reason for refusal.</param>
    /// <param name="position">Where the order for the link stands, or null.</param>
    /// <returns>The audit of the built link; the link was refused where <see cref="UtmResult.IsCompliant"/> is not true, and the findings say why.</returns>
    public UtmResult Build(string url, IReadOnlyDictionary<string, string> values, bool replace = false, SourcePosition? position = null)
    {
        if (url is null) throw new ArgumentNullException(nameof(url));
        if (values is null) throw new ArgumentNullException(nameof(values));
        var page = _auditor.Open(url, position);
        if (page.Url.Kind != UrlKind.Web || (page.Url.Damage & UrlDamage.MissingScheme) != 0) return _auditor.Audit(url, position);

        var wanted = UtmKeys.ShortNames.Where(name => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
            .ToDictionary(name => name, name => LinkCorrection.Value(page, name, values[name]), StringComparer.Ordinal);
        var parameters = new List<QueryParameter>();
        var present = new Dictionary<string, List<QueryParameter>>(StringComparer.Ordinal);
        foreach (var parameter in page.Shape.Parameters)
        {
            if (LinkShape.NameOf(parameter) is not { } name) parameters.Add(parameter);
            else if (present.TryGetValue(name, out var list)) list.Add(parameter);
            else present.Add(name, [parameter]);
        }

        foreach (var name in UtmKeys.ShortNames)
        {
            present.TryGetValue(name, out var old);
            var kept = (old ?? []).Select(parameter => page.IsPlain(parameter) ? LinkCorrection.Value(page, name, parameter.Value) : parameter.Value).Where(value => value.Length > 0);
            var all = wanted.TryGetValue(name, out var value) ? replace ? [value] : kept.Append(value) : kept;
            // Two different values stay, so that the audit names the conflict.
            parameters.AddRange(all.Distinct(StringComparer.Ordinal).Select(text => Parameter(name, text)));
        }

        var built = page.Shape.Front + (parameters.Count == 0 ? string.Empty : "?" + QueryParameters.Write(parameters)) +
            (page.Shape.Fragment is null ? string.Empty : "#" + page.Shape.Fragment);
        return _auditor.Audit(built, position);
    }

    // An ad platform replaces {creative} and would pass %7Bcreative%7D on: a token is written as it is, where a query can hold it.
    private static QueryParameter Parameter(string name, string text) =>
        MergeToken.Find(text).Count > 0 && text.All(c => char.IsLetterOrDigit(c) && c < 128 || "-._~{}:|*$".IndexOf(c.ToString(), StringComparison.Ordinal) >= 0)
            ? new QueryParameter(UtmKeys.Prefix + name + "=" + text)
            : new QueryParameter(UtmKeys.Prefix + name, text);
}
