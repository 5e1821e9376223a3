using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>
/// Counts a funnel in one pass over the records. Further files are read first and held by key. Memory grows with the further files and
/// with the times that the medians need: twelve bytes for each record and stage with a date and eight more at the end, and eight to 64 for each
/// id to see repeated ones (the rule RepeatedRecord switched off, none); nothing else by record. Not for several threads at once.
/// </summary>
public sealed class FunnelAnalysis
{
    private readonly FunnelOptions _options;
    private readonly FunnelCounters _counters;
    private readonly DateParser _parser;
    private readonly FunnelDates _dates;
    private readonly NumberParser _numbers;
    private readonly List<FunnelJoinFile> _joins = [];
    private readonly FunnelHistoryFile? _history;
    private readonly SeenIds? _ids;
    private readonly long[] _times = FunnelBinding.NoTimes();
    private readonly long[] _noTimes = FunnelBinding.NoTimes();
    private readonly List<StatusColumn> _statuses = [];
    private FunnelTallies? _tallies;
    private int[] _joinKeys = [];
    private FunnelBinding? _binding;
    private FunnelBinding? _next;
    private RecordReader? _row;
    private readonly Dictionary<RecordReader, FunnelBinding> _bindings = [];
    private uint _found;
    private uint _dated;
    private bool _hasAmount;
    private long _records;
    private long _repeated;

    /// <summary>Starts a count.</summary>
    /// <param name="options">What it is counted by; the definition has stages.</param>
    /// <param name="files">The names of the further files that will be given; stages in others are left out.</param>
    /// <exception cref="ArgumentException">A file's name is not in the definition, or joins need one another in a circle.</exception>
    public FunnelAnalysis(FunnelOptions options, IEnumerable<string>? files = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        var definition = options.Definition;
        if (definition.Stages.Count is < 2 or > FunnelBinding.FirstExit) throw new ArgumentException($"A funnel has 2 to {FunnelBinding.FirstExit} stages, not {definition.Stages.Count}.", nameof(options));
        if (definition.Exits.Count > FunnelBinding.Slots - FunnelBinding.FirstExit) throw new ArgumentException($"A funnel has at most {FunnelBinding.Slots - FunnelBinding.FirstExit} exits, not {definition.Exits.Count}.", nameof(options));
        _counters = new FunnelCounters(options);
        var culture = Cultures.Find(definition.Culture);
        var zone = TimeZones.Find(definition.TimeZone) ?? throw new ArgumentException($"There is no time zone '{definition.TimeZone}'.", nameof(options));
        _parser = new DateParser(culture, zone, TimeZones.Find(definition.ExportTimeZone));
        if (FunnelTime.Start(options.Since, _parser) >= FunnelTime.End(options.Until, _parser)) throw new ArgumentException("-Since must be before -Until.");
        _numbers = new NumberParser(culture);
        var now = (long)(options.NowUtc - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds;
        _dates = new FunnelDates(_parser, _counters, now, FunnelTime.End(options.AsOf, _parser) - 1 ?? long.MaxValue);
        if (_counters.Rules.IsEnabled(FunnelRules.RepeatedRecord)) _ids = new SeenIds();
        var given = new HashSet<string>(files ?? [], StringComparer.OrdinalIgnoreCase);
        foreach (var name in Ordered(given.Where(name => !string.Equals(name, definition.History?.File, StringComparison.OrdinalIgnoreCase)))) _joins.Add(Join(name, given));
        if (definition.History is { } history && given.Contains(history.File)) _history = new FunnelHistoryFile(history, In(history.File), definition.ReEntry, _dates);
    }

    /// <summary>The further files, in the order in which they are to be read.</summary>
    public IReadOnlyList<FunnelFile> Files => _history is null ? _joins : [.. _joins, _history];

    /// <summary>Binds the main file's columns, or those of another shape of objects.</summary>
    /// <param name="fields">The columns of the whole file.</param>
    /// <returns>The columns to read: the row then has them at positions 0, 1, … in this order.</returns>
    /// <exception cref="FieldNotFoundException">A column that is needed is not there, or fewer than two stages are.</exception>
    public IReadOnlyList<int> Bind(FieldMapping fields)
    {
        if (_tallies is null) _history?.Seal();
        var binding = new FunnelBinding(fields, _options.Definition, In(string.Empty), _joins, _history, _options.By, _dates);
        var found = _joins.Aggregate(binding.Stages.Found | (_history?.Found ?? 0), (all, join) => all | join.Found);
        if (Enumerable.Range(0, FunnelBinding.FirstExit).Count(slot => (found & (1u << slot)) != 0) < 2)
        {
            throw new FieldNotFoundException(
                "stages", $"Fewer than two stages of {_options.DefinitionName} have a column here. Stages: {string.Join("; ", _options.Definition.Stages.Select(stage => $"{stage.Name} ({string.Join(" or ", stage.Date.Concat(stage.Status))})"))}. "
                + $"Columns: {FieldMapping.Quote(fields.Schema.Columns)}. Name the stages with -Stage ([ordered]@{{ MQL = 'MQL Date'; Won = 'Won Date' }}) or in the policy under funnel.stages.", []);
        }

        var stages = found & ((1u << FunnelBinding.FirstExit) - 1);
        if (_tallies is not null && (stages & ~_found) != 0)
            throw new FieldNotFoundException("stages", "This file has columns for stages that the file before it lacks; count them one after the other.", []);
        _found |= found;
        _dated |= _joins.Aggregate(binding.Stages.Dated | (_history?.Found ?? 0), (all, join) => all | join.Dated);
        _hasAmount |= binding.Amount >= 0 || _joins.Any(join => join.HasAmount);
        if (_options.NeedsAmount && !_hasAmount)
        {
            var names = _options.Definition.Amount;
            throw new FieldNotFoundException(
                "amount", $"There is no column {FieldMapping.Quote(names)} to take amounts from. Columns: {FieldMapping.Quote(fields.Schema.Columns)}. That of a joined file is named 'file.column'.",
                names.SelectMany(name => FieldMapping.NearMisses(fields.Schema, name)).Distinct().ToArray());
        }

        _statuses.AddRange(binding.Stages.Statuses);
        _tallies ??= new FunnelTallies(_options, _parser, _counters, [.. Enumerable.Range(0, _options.Definition.Stages.Count).Where(slot => (stages & (1u << slot)) != 0)]);
        _joinKeys = new int[_joins.Count];
        _next = binding;
        return binding.Columns;
    }

    /// <summary>Takes a record.</summary>
    /// <param name="row">The row.</param>
    public void Add(RecordReader row)
    {
        if (!ReferenceEquals(row, _row)) Turn(row);
        var binding = _binding!;
        _records++;
        if (_ids is not null && binding.Id >= 0)
        {
            var id = StatusColumn.Trim(row.GetUtf8(binding.Id));
            if (!id.IsEmpty && !_ids.Add(id))
            {
                _repeated++;
                _counters.Add(FunnelRules.RepeatedRecord, string.Empty, 1, new SourcePosition(row.Schema.Source, row.Row, row.Line, row.Schema.Columns[binding.Id]));
                return;
            }
        }

        Array.Copy(_noTimes, _times, _times.Length);
        uint reached = 0, again = 0;
        var returned = false;
        decimal amount = 0;
        binding.Stages.Read(row, _times, ref reached);
        for (var i = 0; i < _joins.Count; i++)
        {
            var (join, column) = binding.Joins[i];
            _joinKeys[i] = _joins[i].Find(join < 0 ? row.GetUtf8(column) : _joins[join].Text(_joinKeys[join], column));
            if (_joinKeys[i] >= 0) _joins[i].Apply(_joinKeys[i], _times, ref reached, ref amount);
        }

        if (_history is not null)
        {
            var key = _history.Find(row.GetUtf8(binding.History.Column));
            if (key >= 0) _history.Apply(key, _times, ref again, ref returned);
        }

        if (binding.Amount >= 0)
        {
            var read = _numbers.Parse(row.GetUtf8(binding.Amount), out var own);
            if (read == true) amount += own;
            else if (read == false) _counters.Value(FunnelRules.UnreadableAmount, string.Empty, row, binding.Amount, "this is no amount that can be read; it is not used.");
        }

        _tallies!.Add(_times, reached, _dated, again, returned, amount, _tallies.Cells.SegmentOf(binding, row, _joins, _joinKeys));
    }

    /// <summary>Ends the count.</summary>
    /// <returns>The funnel; null where no record came.</returns>
    public FunnelSummary? Finish()
    {
        if (_tallies is null || _records == 0) return null;
        CountFindings();
        var asOf = FunnelTime.End(_options.AsOf, _parser) is { } end ? end - 1 : _dates.Latest;
        return new FunnelBuilder(_options, _tallies, _counters, _parser, asOf, _hasAmount, _records, _repeated).Build();
    }

    private void Turn(RecordReader row)
    {
        if (!_bindings.TryGetValue(row, out var binding))
        {
            binding = _next ?? throw new InvalidOperationException("Bind the columns before the rows.");
            _bindings.Add(row, binding);
        }

        _row = row;
        _binding = binding;
    }

    // What stands in a file, stages and exits.
    private IReadOnlyList<(int Slot, FunnelStageDefinition Definition)> In(string file)
    {
        var all = _options.Definition.Stages.Select((stage, i) => (i, stage))
            .Concat(_options.Definition.Exits.Select((exit, i) => (i + FunnelBinding.FirstExit, exit)));
        return [.. all.Where(pair => string.Equals(pair.Item2.File, file, StringComparison.OrdinalIgnoreCase))];
    }

    private FunnelJoinFile Join(string name, HashSet<string> files)
    {
        var pair = _options.Definition.Joins.First(join => string.Equals(join.Key, name, StringComparison.OrdinalIgnoreCase));
        IEnumerable<string> Columns(IEnumerable<string> names) => names
            .Select(column => FunnelBinding.Split(column, files)).Where(part => string.Equals(part.File, name, StringComparison.OrdinalIgnoreCase)).Select(part => part.Column);
        var texts = Columns(_options.By.Concat(_options.Definition.Joins.Where(join => files.Contains(join.Key)).SelectMany(join => join.Value.On)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return new FunnelJoinFile(pair.Key, pair.Value, In(pair.Key), texts, [.. Columns(_options.Definition.Amount)], _dates, _counters, _numbers);
    }

    private string Known()
    {
        var names = _options.Definition.Joins.Keys.Concat(_options.Definition.History is { } history ? [history.File] : []).ToArray();
        return names.Length == 0 ? string.Empty : $"; known: {string.Join(", ", names)}";
    }

    // Those that others are joined by come first.
    private List<string> Ordered(IEnumerable<string> files)
    {
        var open = files.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
        var ordered = new List<string>();
        foreach (var name in open)
        {
            if (!_options.Definition.Joins.ContainsKey(name))
                throw new ArgumentException($"The funnel knows no file '{name}'{Known()}. Say how it is joined: -Join @{{ {name} = @{{ Path = …; Key = …; On = … }} }}.");
        }

        while (open.Count > 0)
        {
            var ready = open.FirstOrDefault(name => !_options.Definition.Joins[name].On.Any(on => FunnelBinding.Split(on, open).File is not null))
                ?? throw new ArgumentException($"The joins of {string.Join(" and ", open)} need one another.");
            open.Remove(ready);
            ordered.Add(ready);
        }

        return ordered;
    }

    private void CountFindings()
    {
        for (var slot = 0; slot < FunnelBinding.Slots; slot++)
        {
            if ((_found & (1u << slot)) != 0) continue;
            var list = slot < FunnelBinding.FirstExit ? _options.Definition.Stages : _options.Definition.Exits;
            var at = slot % FunnelBinding.FirstExit;
            // An exit that a preset offers and the export lacks is no news.
            if (at < list.Count && slot < FunnelBinding.FirstExit) _counters.Add(FunnelRules.StageWithoutColumn, list[at].Name);
        }

        foreach (var file in Files)
        {
            _counters.Add(FunnelRules.UnmatchedRow, file.Name, file.UnmatchedRows);
            if (file is FunnelJoinFile) _counters.Add(FunnelRules.SeveralRows, file.Name, file.KeysWithSeveralRows);
        }

        // Where a status only says what is won or lost, all its other values are meant to say nothing.
        var statuses = _statuses.Concat(_joins.SelectMany(join => join.Statuses)).Concat(_history?.Statuses ?? []);
        foreach (var (value, count) in statuses.Where(status => status.Stages >= 2).SelectMany(status => status.Unknown())) _counters.Add(FunnelRules.UnknownStatus, value, count);
    }
}
