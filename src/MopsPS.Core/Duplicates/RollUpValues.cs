using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates;

/// <summary>The normalised values by which records are rolled up, each distinct one made once.</summary>
internal sealed class RollUpValues
{
    private readonly MatchTable _table;
    private readonly Lookup _given;
    private readonly Lookup _family;
    private readonly Lookup _company;
    private readonly Lookup _street;
    private readonly Lookup _postcode;
    private readonly Lookup _city;
    private readonly Lookup _town;
    private readonly Lookup _mail;
    private readonly Lookup _site;

    public RollUpValues(MatchTable table)
    {
        _table = table;
        _given = new Lookup([.. Of(MatchKind.GivenName, PersonNames.Given), .. Of(MatchKind.FullName, text => PersonNames.Split(text).Given)]);
        _family = new Lookup([.. Of(MatchKind.FamilyName, PersonNames.Family), .. Of(MatchKind.FullName, text => PersonNames.Split(text).Family)]);
        _company = new Lookup(Of(MatchKind.Company, CompanyNames.Normalize));
        _street = Usual(MatchKind.Street);
        _postcode = Usual(MatchKind.PostalCode);
        _city = Usual(MatchKind.City);
        _town = new Lookup(Of(MatchKind.City, text => text.Trim()));
        _mail = new Lookup(Of(MatchKind.Email, MailDomain));
        _site = Usual(MatchKind.Website);
    }

    public bool HasHouseholds => _family.IsThere && _street.IsThere && (_postcode.IsThere || _city.IsThere);

    public bool HasAccounts => _mail.IsThere || _site.IsThere || _company.IsThere;

    public string? Given(int row) => _given[row];

    public string? Family(int row) => _family[row];

    public string? Company(int row) => _company[row];

    public string? Street(int row) => _street[row];

    public string? Place(int row) => _postcode[row] ?? _city[row];

    public string? Town(int row) => _town[row];

    public string? Domain(int row) => _mail[row] ?? _site[row];

    // A mailbox at a free provider says nothing of the firm.
    private static string? MailDomain(string text) =>
        EmailParts.Normalize(text) is { } address && EmailParts.Domain(address.AsSpan()).ToString() is var domain && !EmailProviders.TryGet(domain, out _) ? PublicSuffixes.RegistrableDomain(domain) : null;

    private Lookup Usual(MatchKind kind)
    {
        var normalize = Normalizers.Of(kind, []);
        return new(Of(kind, text => Normalizers.Text(normalize, text)));
    }

    private List<(MatchColumn, string?[])> Of(MatchKind kind, Func<string, string?> normalize)
    {
        var found = new List<(MatchColumn, string?[])>();
        for (var f = 0; f < _table.Fields.Count; f++)
        {
            if (_table.Fields[f].Kind != kind) continue;
            foreach (var column in _table.Columns(f))
                found.Add((column, [.. Enumerable.Range(0, column.Values.Count).Select(id => normalize(column.Values.Text(id)) is { Length: > 0 } text ? text : null)]));
        }

        return found;
    }

    private sealed class Lookup(List<(MatchColumn Column, string?[] Values)> columns)
    {
        public bool IsThere => columns.Count > 0;

        /// <summary>The first value that a row has.</summary>
        public string? this[int row]
        {
            get
            {
                foreach (var (column, values) in columns)
                    if (row < column.Count && column[row] is >= 0 and var id && values[id] is { } value) return value;
                return null;
            }
        }
    }
}
