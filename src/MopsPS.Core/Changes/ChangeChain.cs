using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Changes;

/// <summary>Something that is wrong with a chain.</summary>
internal readonly record struct ChainFault(RuleInfo Rule, string Message, ChangeEntry? Entry, int Line);

/// <summary>
/// The chain of a log, checked so that each fault is told once: an entry is changed where its hash is not that of its content, or where the next one follows another;
/// it is misplaced where the order of the numbers is kept by moving the fewest; a number that no entry has was removed.
/// </summary>
internal sealed class ChangeChain
{
    private readonly ChangeLogContent _content;
    private readonly List<ChangeLogContent.Entry> _bySequence = [];
    private readonly HashSet<ChangeLogContent.Entry> _repeated = [];
    private readonly HashSet<ChangeLogContent.Entry> _misplaced = [];
    private readonly HashSet<ChangeLogContent.Entry> _unlinked = [];
    private readonly HashSet<ChangeLogContent.Entry> _replaced = [];

    public ChangeChain(ChangeLogContent content)
    {
        _content = content;
        var seen = new HashSet<long>();
        foreach (var entry in content.Entries)
            if (!seen.Add(entry.Stated.Sequence)) _repeated.Add(entry);
        var once = content.Entries.Where(entry => !_repeated.Contains(entry)).ToList();
        _misplaced.UnionWith(once.Except(LongestRising(once)));
        _bySequence.AddRange(once.OrderBy(entry => entry.Stated.Sequence));
        Link();
    }

    /// <summary>Whether an entry is as it was written and stands where it did.</summary>
    public bool IsIntact(ChangeLogContent.Entry entry) =>
        entry.IsUnchanged && !_repeated.Contains(entry) && !_misplaced.Contains(entry) && !_unlinked.Contains(entry) && !_replaced.Contains(entry);

    /// <summary>All faults, in no order.</summary>
    public IEnumerable<ChainFault> Faults() => Changed().Concat(Places()).Concat(Missing()).Concat(Junk());

    private void Link()
    {
        for (var i = 0; i < _bySequence.Count; i++)
        {
            var entry = _bySequence[i];
            var before = i == 0 ? null : _bySequence[i - 1];
            var follows = entry.Stated.Sequence == (before?.Stated.Sequence ?? 0) + 1;
            if (follows && string.Equals(entry.Stated.Previous, before?.Stated.Hash ?? ChangeHash.None, StringComparison.Ordinal)) continue;
            _unlinked.Add(entry);

            // An entry whose hash was reckoned anew after the change is one that the next does not follow.
            if (follows) _replaced.Add(before is { IsUnchanged: true } ? before : entry);
        }
    }

    private IEnumerable<ChainFault> Changed()
    {
        var head = _bySequence.Find(entry => entry.Stated.Sequence == _content.HeadEntries);
        if (head is { IsUnchanged: true } && !string.Equals(head.Hash, _content.HeadHash, StringComparison.Ordinal)) _replaced.Add(head);
        foreach (var entry in _bySequence.Where(entry => !entry.IsUnchanged || _replaced.Contains(entry)))
        {
            yield return new ChainFault(
                ChangeRules.ChangedEntry,
                $"Entry {entry.Stated.Sequence} is not as it was written: {(entry.IsUnchanged ? "another one stood in its place" : "its content has another hash than it states")}.", entry.Stated, entry.Line);
        }
    }

    private IEnumerable<ChainFault> Places()
    {
        foreach (var entry in _misplaced) yield return new ChainFault(ChangeRules.ReorderedEntry, $"Entry {entry.Stated.Sequence} stands at another place than it was written.", entry.Stated, entry.Line);
        foreach (var entry in _repeated) yield return new ChainFault(ChangeRules.ForeignLine, $"There is another entry {entry.Stated.Sequence} before this one.", entry.Stated, entry.Line);
    }

    private IEnumerable<ChainFault> Missing()
    {
        long last = 0;
        foreach (var entry in _bySequence)
        {
            if (entry.Stated.Sequence > last + 1) yield return Gap(last + 1, entry.Stated.Sequence - 1, entry.Line);
            last = entry.Stated.Sequence;
        }

        if (_content.HeadEntries > last) yield return Gap(last + 1, _content.HeadEntries.Value, 0, " at the end; the head file knows of it");
    }

    private IEnumerable<ChainFault> Junk()
    {
        foreach (var block in _content.Junk)
        {
            var next = block.Before < _content.Entries.Count ? _content.Entries[block.Before].Stated : null;
            var isTorn = next is null ? !block.IsEnded : string.Equals(next.AfterTorn, block.Hash, StringComparison.Ordinal);
            yield return isTorn
                ? new ChainFault(ChangeRules.TornEntry, next is null ? "The last line is torn: its writer was interrupted. The next entry goes on after it." : $"A writer was interrupted before entry {next.Sequence}.", next, block.Line)
                : new ChainFault(ChangeRules.ForeignLine, "The line is no entry.", null, block.Line);
        }

        for (var i = 0; i < _content.Entries.Count; i++)
        {
            if (_content.Entries[i].Stated.AfterTorn is not null && !_content.Junk.Exists(block => block.Before == i))
                yield return new ChainFault(ChangeRules.RemovedEntry, $"The torn line before entry {_content.Entries[i].Stated.Sequence} is gone.", _content.Entries[i].Stated, _content.Entries[i].Line);
        }
    }

    private static ChainFault Gap(long from, long to, int line, string where = "") =>
        new(ChangeRules.RemovedEntry, from == to ? $"Entry {from} is missing{where}." : $"The entries {from} to {to} are missing{where}.", null, line);

    // The most entries that can stay where they are: patience sorting, O(n log n).
    private static List<ChangeLogContent.Entry> LongestRising(List<ChangeLogContent.Entry> entries)
    {
        var (ends, before) = (new List<int>(), new int[entries.Count]);
        for (var i = 0; i < entries.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (entries[ends[middle]].Stated.Sequence < entries[i].Stated.Sequence) low = middle + 1;
                else high = middle;
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }

        var rising = new List<ChangeLogContent.Entry>();
        for (var i = ends.Count == 0 ? -1 : ends[ends.Count - 1]; i >= 0; i = before[i]) rising.Add(entries[i]);
        return rising;
    }
}
