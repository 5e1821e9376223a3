using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Events;

/// <summary>Leads and contacts that participants may be, held by their numbers: id, kind and address of each.</summary>
internal sealed class KnownPeople
{
    private readonly List<(string? Id, string? Type, bool IsConverted)> _people = [];
    private readonly List<(string? Given, string? Family)> _names = [];
    private readonly Dictionary<string, List<int>> _byEmail = new(StringComparer.Ordinal);

    public int Count => _people.Count;

    public (string? Id, string? Type, bool IsConverted) this[int index] => _people[index];

    /// <summary>Those of an address.</summary>
    public IReadOnlyList<int> ByEmail(string email) => _byEmail.TryGetValue(email, out var found) ? found : [];

    /// <summary>The names of one, normalised.</summary>
    public (string? Given, string? Family) Names(int index) => _names[index];

    /// <summary>Adds one.</summary>
    public void Add(string? id, string? type, string? email, bool isConverted, string? first, string? last, string? name)
    {
        if (email is not null)
        {
            var address = CompareText.Email(email);
            if (!_byEmail.TryGetValue(address, out var list)) _byEmail.Add(address, list = []);
            list.Add(_people.Count);
        }

        _people.Add((string.IsNullOrWhiteSpace(id) ? null : id!.Trim(), type, isConverted));
        _names.Add(first is null && last is null && name is not null ? PersonNames.Split(name) : (first is null ? null : PersonNames.Given(first), last is null ? null : PersonNames.Family(last)));
    }
}

/// <summary>One input of known people.</summary>
public sealed class KnownInput
{
    private static readonly string[] Fields = ["Email", "FirstName", "LastName", "FullName"];

    private readonly KnownPeople _people;
    private readonly DuplicateInput _matched;
    private readonly FieldMapping _fields;
    private readonly Lazy<Places> _places;

    internal KnownInput(KnownPeople people, DuplicateInput matched)
    {
        _people = people;
        _matched = matched;
        _fields = matched.Fields;
        _places = new Lazy<Places>(Find);
    }

    /// <summary>The zero-based columns to read, in the order in which <see cref="Add"/> expects them.</summary>
    public IReadOnlyList<int> Columns => _places.Value.Columns;

    /// <summary>Adds a row.</summary>
    /// <param name="row">Stands on a row of <see cref="Columns"/>.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        _matched.Add(row);
        var places = _places.Value;
        string? Text(int place) => place < 0 || CompareText.Trim(row.GetUtf8(place)) is var value && value.IsEmpty ? null : Encoding.UTF8.GetString(value.ToArray());
        var id = Text(places.Id);
        // A converted lead lives on as its contact.
        var contact = Text(places.ContactId);
        var isConverted = Text(places.Converted) is { } converted && (places.IsConvertedDate || CompareText.Boolean(converted) == true);
        var (key, type) = _matched.ObjectType == "Lead" && isConverted && contact is not null ? (contact, "Contact") : (id, _matched.ObjectType);
        _people.Add(key, type, Text(places.Others[0]), isConverted && type == "Lead", Text(places.Others[1]), Text(places.Others[2]), Text(places.Others[3]));
    }

    private Places Find()
    {
        var columns = new ColumnSet();
        foreach (var column in _matched.Columns) columns.Add(column);
        var flag = Math.Max(_fields.Schema.IndexOf("Converted"), _fields.Schema.IndexOf("IsConverted"));
        var contact = Math.Max(_fields.Schema.IndexOf("ConvertedContactId"), _fields.Schema.IndexOf("Converted Contact ID"));
        return new Places(
            columns.Add(ObjectTypes.KeyColumn(_fields)), columns.Add(contact), columns.Add(flag >= 0 ? flag : _fields.IndexOf("ConvertedDate")), flag < 0,
            [.. Fields.Select(field => columns.Add(_fields.IndexOf(field)))], columns.Columns);
    }

    private sealed record Places(int Id, int ContactId, int Converted, bool IsConvertedDate, int[] Others, IReadOnlyList<int> Columns);
}
