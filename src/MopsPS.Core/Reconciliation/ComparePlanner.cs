using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Reconciliation;

/// <summary>Finds the columns of two exports that belong together: as the caller pairs them, by canonical field, else by name.</summary>
internal sealed class ComparePlanner
{
    // Each system keeps these for itself: in two systems that agree they still differ.
    private static readonly string[] OwnFields = ["Id", "CreatedDate", "LastModifiedDate", "LastActivityDate", "Owner"];
    private static readonly string[] StatusFields = ["LeadStatus", "LifecycleStage", "MemberStatus"];

    private readonly FieldMapping _left;
    private readonly FieldMapping _right;
    private readonly RecordCompareOptions _options;
    private readonly ReconciliationPolicy _policy;
    private readonly List<CompareSlot> _slots = [];
    private readonly HashSet<int> _taken = [];

    private ComparePlanner(FieldMapping left, FieldMapping right, RecordCompareOptions options, ReconciliationPolicy policy)
    {
        _left = left;
        _right = right;
        _options = options;
        _policy = policy;
    }

    /// <summary>Makes the plan.</summary>
    /// <exception cref="FieldNotFoundException">A canonical field that is asked for is not there.</exception>
    /// <exception cref="ExportFormatException">A column that is asked for is not there.</exception>
    /// <exception cref="CompareException">A tolerance cannot be read.</exception>
    public static ComparePlan Plan(FieldMapping left, FieldMapping right, RecordCompareOptions options, ReconciliationPolicy policy) => new ComparePlanner(left, right, options, policy).Make();

    private ComparePlan Make()
    {
        if (!_options.IsMatched) Keys();
        else if (Display() is { } display) _slots.Add(display);
        Status();
        Dates();
        var unpaired = Fields();
        if (_policy.Exclude.Count > 0 && (_left.IndexOf("Email") >= 0 || _right.IndexOf("Email") >= 0))
            _slots.Add(Slot(SlotRole.Email, _left.IndexOf("Email"), _right.IndexOf("Email")));
        return new ComparePlan(_left, _right, _slots, unpaired);
    }

    private void Keys()
    {
        foreach (var name in _options.Key.Count > 0 ? _options.Key : [DefaultKey()])
        {
            var left = Find(_left, name);
            var right = Counterpart(name, left);
            if (right < 0) throw Missing(_right, RightName(name));
            _taken.Add(left);
            _slots.Add(Slot(SlotRole.Key, left, right));
        }
    }

    private string DefaultKey()
    {
        int left = _left.IndexOf("Id"), right = _right.IndexOf("Id");
        var isOneSystem = left >= 0 && right >= 0 && _left.Profile == _right.Profile && HeaderName.Normalize(_left.Schema.Columns[left]) == HeaderName.Normalize(_right.Schema.Columns[right]);
        return _options.Purpose == ComparisonPurpose.Records && isOneSystem ? "Id" : "Email";
    }

    // Matched records have no key; what people know them by is the address, else the key of the record.
    private CompareSlot? Display()
    {
        foreach (var field in new[] { "Email", "Id" })
        {
            int left = _left.IndexOf(field), right = _right.IndexOf(field);
            if (left >= 0 || right >= 0) return Slot(SlotRole.Key, left, right);
        }

        return null;
    }

    private void Status()
    {
        if (_options.Purpose != ComparisonPurpose.Sync || (_policy.StatusMap.Count == 0 && _options.LeftStatus is null)) return;
        var left = _options.LeftStatus is null ? Usual(_left) : Find(_left, _options.LeftStatus);
        var right = _options.RightStatus is null ? Usual(_right) : Find(_right, _options.RightStatus);
        if (left < 0 || right < 0) return;
        _taken.Add(left);
        _slots.Add(Slot(SlotRole.Status, left, right));
    }

    private void Dates()
    {
        if (_options.ChangedField is null || _options.SyncedField is null) return;
        _slots.Add(Slot(SlotRole.Changed, Find(_left, _options.ChangedField), -1));
        var right = TryFind(_right, _options.SyncedField);
        _slots.Add(right >= 0 ? Slot(SlotRole.Synced, -1, right) : Slot(SlotRole.Synced, Find(_left, _options.SyncedField), -1));
    }

    private List<string> Fields()
    {
        var unpaired = new List<string>();
        var wanted = new HashSet<int>(_options.Fields.Select(name => Find(_left, name)));
        var ignored = new HashSet<int>(_options.Ignore.Select(name => Find(_left, name)));
        foreach (var pair in _options.Pairs) wanted.Add(Find(_left, pair.Key));
        // Named fields only, or all: pairs that are named stand beside those that are found.
        var isAll = _options.Fields.Count == 0 && _options.Purpose != ComparisonPurpose.Forms;
        for (var left = 0; left < _left.Schema.Count; left++)
        {
            if (_taken.Contains(left) || ignored.Contains(left) || (!isAll && !wanted.Contains(left))) continue;
            var name = _left.Schema.Columns[left];
            var right = Counterpart(name, left);
            if (right < 0 && wanted.Contains(left)) throw Missing(_right, RightName(name));
            if (right < 0) unpaired.Add(name);
            else if (wanted.Contains(left) || !IsOwn(left, right)) _slots.Add(Slot(SlotRole.Field, left, right));
        }

        return unpaired;
    }

    private bool IsOwn(int left, int right)
    {
        if (Canonical(_left, left) is not { } field || !OwnFields.Contains(field.Name)) return false;
        if (_options.Purpose != ComparisonPurpose.Records) return true;
        return field.Name == "Id" && HeaderName.Normalize(_left.Schema.Columns[left]) != HeaderName.Normalize(_right.Schema.Columns[right]);
    }

    private CompareSlot Slot(SlotRole role, int left, int right)
    {
        var field = (left >= 0 ? Canonical(_left, left) : null) ?? (right >= 0 ? Canonical(_right, right) : null);
        var leftColumn = left < 0 ? null : _left.Schema.Columns[left];
        var rightColumn = right < 0 ? null : _right.Schema.Columns[right];
        return new CompareSlot
        {
            Role = role,
            Name = field?.Name ?? leftColumn ?? rightColumn ?? string.Empty,
            Field = field,
            LeftColumn = leftColumn,
            RightColumn = rightColumn,
            As = Named(_options.As, leftColumn, field, out var named) ? named : Kind(field, role),
            Tolerance = ToleranceOf(leftColumn, field),
        };
    }

    private static ComparedAs Kind(CanonicalField? field, SlotRole role) => field switch
    {
        null => ComparedAs.Auto,
        { Name: "Country" } => ComparedAs.Country,
        { Kind: FieldKind.Email } => ComparedAs.Email,
        { Kind: FieldKind.Phone } => ComparedAs.Phone,
        { Kind: FieldKind.Date } => ComparedAs.Date,
        { Kind: FieldKind.Number } => ComparedAs.Number,
        { Kind: FieldKind.Bool } => ComparedAs.Boolean,
        { Kind: FieldKind.Url } => ComparedAs.Website,
        { Kind: FieldKind.Id } => ComparedAs.Id,
        _ => role == SlotRole.Key ? ComparedAs.Text : ComparedAs.Auto,
    };

    private Tolerance ToleranceOf(string? column, CanonicalField? field)
    {
        if (!Named(_options.Tolerance, column, field, out var text) && !Named(_policy.Tolerance, column, field, out text)
            && !_options.Tolerance.TryGetValue("*", out text) && !_policy.Tolerance.TryGetValue("*", out text)) return default;
        return Tolerance.TryParse(text, out var tolerance) ? tolerance
            : throw new CompareException("ToleranceInvalid", $"'{text}' is no tolerance. Give a number such as 0.01, a share such as 1%, or a time such as 00:05:00.");
    }

    private static bool Named<T>(IReadOnlyDictionary<string, T> table, string? column, CanonicalField? field, out T value)
    {
        foreach (var pair in table)
        {
            value = pair.Value;
            if (string.Equals(pair.Key, column, StringComparison.OrdinalIgnoreCase) || string.Equals(pair.Key, field?.Name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        value = default!;
        return false;
    }

    // The column of the right side: as it is paired, by the canonical field, by its name.
    private int Counterpart(string name, int left)
    {
        if (RightName(name, left) is { } paired) return Find(_right, paired);
        var field = Canonical(_left, left);
        if (field is not null && _right.IndexOf(field.Name) is >= 0 and var byField) return byField;
        var header = HeaderName.Normalize(_left.Schema.Columns[left]);
        var found = Enumerable.Range(0, _right.Schema.Count).Where(i => HeaderName.Normalize(_right.Schema.Columns[i]) == header).ToArray();
        return found.Length == 1 ? found[0] : _right.Schema.IndexOf(_left.Schema.Columns[left]);
    }

    private string? RightName(string name, int left)
    {
        foreach (var pair in _options.Pairs)
            if (string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase) || TryFind(_left, pair.Key) == left) return pair.Value;
        return null;
    }

    private string RightName(string name) => RightName(name, -2) ?? name;

    private static int Usual(FieldMapping fields) => StatusFields.Select(fields.IndexOf).Where(column => column >= 0).Concat([-1]).First();

    private static CanonicalField? Canonical(FieldMapping fields, int column) => fields.Matches.FirstOrDefault(match => match.Column == column)?.Field;

    private static int TryFind(FieldMapping fields, string name)
    {
        var column = fields.Schema.IndexOf(name);
        return column >= 0 ? column : FieldCatalog.Find(name) is { } field ? fields.IndexOf(field.Name) : -1;
    }

    private static int Find(FieldMapping fields, string name)
    {
        var column = TryFind(fields, name);
        return column >= 0 ? column : FieldCatalog.Find(name) is { } field ? fields.Require(field.Name) : throw Missing(fields, name);
    }

    private static Exception Missing(FieldMapping fields, string name) =>
        new ExportFormatException("ColumnNotFound", $"There is no column '{name}'. The columns are: {fields.Schema}.", new SourcePosition(fields.Schema.Source, column: name));
}
