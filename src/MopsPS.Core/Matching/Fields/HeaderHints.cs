using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Matching.Fields;

/// <summary>What headers say that no product's field list has: abbreviations and words of other languages. The content must agree.</summary>
internal static class HeaderHints
{
    private static readonly (MatchKind Kind, string[] Names)[] Known =
    [
        (MatchKind.GivenName, ["given", "fname", "firstname", "forename", "vorname", "prenom", "nombre", "nome", "imie", "voornaam", "fornavn"]),
        (MatchKind.FamilyName, ["surname", "lname", "lastname", "familyname", "nachname", "familienname", "apellido", "cognome", "nazwisko", "achternaam", "etternavn", "efternavn", "maidenname"]),
        (MatchKind.Date, ["dob", "birth", "geburt", "naissance", "nacimiento", "nascita"]),
        (MatchKind.Identifier, ["ssn", "socsec", "socialsecurity", "taxid", "vatid", "vatnumber", "nationalid", "passport", "duns", "customernumber", "customerno", "accountnumber", "membernumber", "isbn", "ean", "gtin"]),
        (MatchKind.Email, ["email", "mail"]),
        (MatchKind.Phone, ["phone", "tel", "mobile", "cell", "fax", "telefon"]),
        (MatchKind.Street, ["addr", "address", "street", "strasse", "straße", "rue", "calle", "via"]),
        (MatchKind.PostalCode, ["postcode", "postalcode", "zip", "plz", "codepostal", "cap"]),
        (MatchKind.City, ["suburb", "town", "city", "ort", "stadt", "ville", "ciudad", "citta", "locality", "birthplace"]),
        (MatchKind.State, ["state", "province", "region", "bundesland", "county"]),
        (MatchKind.Country, ["country", "land", "pays", "pais", "nation"]),
        (MatchKind.Company, ["company", "organisation", "organization", "employer", "firma", "unternehmen", "societe", "empresa", "venue", "manufacturer", "brand"]),
        (MatchKind.Text, ["title", "description", "authors", "author"]),
    ];

    /// <summary>The kinds that a header hints at, the likeliest first: a mailing street hints at mail and at a street. Whole words and ends count before parts.</summary>
    public static IEnumerable<MatchKind> Kinds(string header)
    {
        var name = HeaderName.Normalize(header);
        return Known.Where(hint => hint.Names.Contains(name))
            .Concat(Known.Where(hint => hint.Names.Any(known => known.Length >= 4 && name.EndsWith(known, StringComparison.Ordinal))))
            .Concat(Known.Where(hint => hint.Names.Any(known => known.Length >= 4 && (name.StartsWith(known, StringComparison.Ordinal) || (known.Length >= 6 && name.Contains(known))))))
            .Select(hint => hint.Kind);
    }

    /// <summary>Whether a header is that of a value which the system wrote and not the person: created, modified, owner, status and their like.</summary>
    public static bool IsBookkeeping(string header)
    {
        var name = HeaderName.Normalize(header);
        return name is "id" or "key" or "uuid" or "guid" or "rowid" or "recid" or "recordid" or "index" or "row" or "nr" or "no"
            || new[] { "created", "modified", "updated", "lastactivity", "owner", "status", "timestamp", "synced", "deleted", "score", "count", "optout", "consent", "campaign" }
                .Any(word => name.Contains(word));
    }
}
