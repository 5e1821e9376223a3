using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Audience.Addresses;
using MopsPS.Core.Audience.Suppressions;
using MopsPS.Core.Consent;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Audience;

/// <summary>Says of each row of an audience whether it may be sent to, and why not. Makes no text for a row. Not for several threads at once.</summary>
public sealed class AudienceAnalysis : IDisposable
{
    private readonly AudienceOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly ConsentReader _consent;
    private readonly ConsentRegions _regions;
    private readonly ConsentPlace _unplaced;
    private readonly SuppressionSet _suppressions = new();
    private readonly AddressText _address = new();
    private readonly MailboxKey _mailbox = new();
    private readonly RoleFilter _roles = new();
    private readonly DomainList _employees;
    private readonly DomainList _competitors;
    private readonly KeyMap _allowedRoles = new();
    private readonly SegmentFilter[] _segment;
    private readonly AudienceRows _rows = new();
    private readonly AudienceTally _tally = new();
    private readonly int _enabled;
    private AudienceColumns? _columns;

    /// <summary>Starts a check.</summary>
    /// <param name="options">What is expected.</param>
    /// <param name="policy">The policy: consent, audience, rules.</param>
    /// <param name="todayUtc">The day on which the policy's suppressions of findings are judged.</param>
    /// <param name="dates">Reads dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads numbers; null for plain ones.</param>
    /// <exception cref="ArgumentException">The policy lacks the purpose or the region, or a rule of the segment cannot be used.</exception>
    public AudienceAnalysis(AudienceOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        dates ??= new DateParser();
        _rules = new RuleSet(policy, todayUtc);
        _consent = new ConsentReader(policy.Consent, dates);
        _regions = new ConsentRegions(policy.Consent, options.AsOf);
        Purpose = options.Purpose ?? policy.Consent.DefaultPurpose;
        if (!policy.Consent.Purposes.ContainsKey(Purpose)) throw new ArgumentException($"The policy has no purpose '{Purpose}' under consent.purposes; it has {string.Join(", ", policy.Consent.Purposes.Keys)}.", nameof(options));
        _unplaced = options.Region is null ? _regions.Other : _regions.Named(options.Region)
            ?? throw new ArgumentException($"The policy has no region '{options.Region}' under consent.regions; it has {string.Join(", ", policy.Consent.Regions.Keys)}.", nameof(options));
        if (options.MinimumSize > options.MaximumSize) throw new ArgumentException($"The least size, {options.MinimumSize}, is above the most, {options.MaximumSize}.", nameof(options));
        _employees = new DomainList(policy.Audience.EmployeeDomains.Concat(policy.Utm.InternalDomains));
        _competitors = new DomainList(policy.Audience.CompetitorDomains);
        foreach (var role in policy.Audience.AllowedRoles) _allowedRoles.Add(Key128.Of(Encoding.UTF8.GetBytes(role.Trim().ToLowerInvariant())));
        _segment = [.. options.Segment.Select(rule => new SegmentFilter(rule, dates, numbers ?? new NumberParser()))];
        foreach (AudienceReason reason in Enum.GetValues(typeof(AudienceReason)))
            if (_rules.IsEnabled(AudienceRules.Of(reason)) && !(options.IsTransactional && AudienceSummary.IsOfConsent(reason))) _enabled |= 1 << (int)reason;
    }

    /// <summary>The purpose of consent.</summary>
    public string Purpose { get; }

    /// <summary>How many rows were taken in.</summary>
    public int Count => _rows.Count;

    /// <summary>The suppression lists; to be filled before the first row.</summary>
    internal SuppressionSet Suppressions => _suppressions;

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">No column holds addresses.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        _columns = new AudienceColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _policy.Consent, Purpose, _segment);
        _tally.Open(_columns);
        return _columns.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        var reasons = 0;
        _address.Set(row.GetUtf8(columns.Email));
        Key128 key = default;
        if (_address.IsValid && !PlaceholderFilter.Holds(_address)) key = CheckAddress(ref reasons);
        else reasons = Bit(AudienceReason.InvalidAddress);
        var reading = _consent.Read(row, columns.Consent);
        var country = columns.Consent.Country < 0 ? default : row.GetUtf8(columns.Consent.Country);
        var place = country.IsEmpty ? _unplaced : _regions.Of(country);
        var outcome = _regions.Judge(reading, place);
        if (reading.IsHardBounced) reasons |= Bit(AudienceReason.HardBounced);
        reasons |= outcome switch
        {
            ConsentOutcome.Allowed => 0,
            ConsentOutcome.Unsubscribed => Bit(AudienceReason.Unsubscribed),
            ConsentOutcome.Denied => Bit(AudienceReason.ConsentDenied),
            ConsentOutcome.Unreadable => Bit(AudienceReason.ConsentUnreadable),
            ConsentOutcome.Missing => Bit(AudienceReason.ConsentMissing),
            _ => Bit(AudienceReason.ConsentExpired),
        };
        foreach (var filter in _segment)
            if (!filter.Check(row)) reasons |= Bit(AudienceReason.OutsideSegment);
        reasons &= _enabled;
        _rows.Add(key, reasons, _tally.Add(row, reasons, reading, outcome, place), row);
    }

    /// <summary>Counts rows of a file that the reader had to leave out.</summary>
    /// <param name="count">How many.</param>
    public void AddUnreadable(int count = 1) => _tally.Unreadable += count;

    /// <summary>The result of what was taken in. Afterwards <see cref="ReasonsOf"/> says why each row stays or not.</summary>
    /// <exception cref="AudienceException">There were no rows.</exception>
    public AudienceResult Finish()
    {
        if (_rows.Count == 0) throw new AudienceException(_tally.Unreadable == 0 ? "There are no rows in the audience." : $"None of the {_tally.Unreadable} rows could be read.");
        // Which row of a mailbox stays is known only now.
        _tally.AddDuplicates(_rows.Resolve(_enabled, AudienceTally.MaxExamples).Select(_rows.PositionOf));
        return new AudienceSummary(_options, _policy, _rules, _rows, _tally, Purpose, _suppressions.Lists, [.. _segment.Select(filter => filter.ToResult())]).ToResult();
    }

    /// <summary>The reasons against a row, in their order; empty where it stays. To be called after <see cref="Finish"/>.</summary>
    /// <param name="row">The zero-based number of the row, in the order in which they were taken in.</param>
    public IReadOnlyList<AudienceReason> ReasonsOf(int row) => AudienceSummary.Reasons(_rows[row]);

    /// <summary>Whether a row stays. To be called after <see cref="Finish"/>.</summary>
    /// <param name="row">The zero-based number of the row.</param>
    public bool IsKept(int row) => _rows[row] == 0;

    /// <inheritdoc/>
    public void Dispose() => _suppressions.Dispose();

    private static int Bit(AudienceReason reason) => 1 << (int)reason;

    private Key128 CheckAddress(ref int reasons)
    {
        var facts = DomainTable.Find(_address.Domain);
        var key = _mailbox.Of(_address, facts);
        var list = _suppressions.Find(_address, _mailbox, key);
        if (list >= 0)
        {
            reasons |= Bit(AudienceReason.Suppressed);
            _suppressions.Lists[list].Matches++;
        }

        if (_employees.Holds(_address.Domain)) reasons |= Bit(AudienceReason.Employee);
        if (_competitors.Holds(_address.Domain)) reasons |= Bit(AudienceReason.Competitor);
        if (_roles.RoleOf(_address.Local) != MailboxRole.None && !_allowedRoles.Contains(Key128.Of(_address.Local))) reasons |= Bit(AudienceReason.RoleAddress);
        if (facts?.Provider is not { } provider) return key;
        if (provider.Kind == EmailProviderKind.Disposable) reasons |= Bit(AudienceReason.DisposableAddress);
        else reasons |= Bit(AudienceReason.FreeMailAddress);
        return key;
    }
}
