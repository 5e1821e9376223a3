using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Routing;

/// <summary>The owners that leads have, numbered, and how many leads of each rule each of them has. All figures of the result are sums of these counts.</summary>
internal sealed class RoutingTally
{
    private readonly RoutingOwners _names;
    private readonly RoutingPolicy _policy;
    private readonly Utf8Table _texts = new();
    private readonly List<int> _ofText = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Owner> _owners = [];
    private readonly HashSet<int>[] _allowed;
    private readonly long[][] _counts;

    public RoutingTally(RoutingPolicy policy)
    {
        _policy = policy;
        _names = new RoutingOwners(policy);
        _counts = new long[policy.Rules.Count + 2][];
        for (var i = 0; i < _counts.Length; i++) _counts[i] = new long[16];
        _allowed = [.. policy.Rules.Select(rule => Allowed(rule.Target)), policy.Fallback is null ? [] : Allowed(policy.Fallback), []];
    }

    /// <summary>The owners met, and those that rules name.</summary>
    public IReadOnlyList<Owner> Owners => _owners;

    /// <summary>The place of the fallback, and of leads without a rule, behind the rules.</summary>
    public int SlotOf(RoutingDecision decision) => decision.Order >= 0 ? decision.Order : decision.Target is not null ? _policy.Rules.Count : _policy.Rules.Count + 1;

    /// <summary>The owner of a value.</summary>
    public int OwnerOf(ReadOnlySpan<byte> utf8)
    {
        var text = _texts.Add(utf8);
        if (text == _ofText.Count) _ofText.Add(IdOf(_texts.Text(text)));
        return _ofText[text];
    }

    /// <summary>How the owner compares to the decision.</summary>
    public RouteOutcome Judge(int slot, int owner) =>
        slot == _policy.Rules.Count + 1 ? RouteOutcome.NoRule : _allowed[slot].Contains(owner) ? RouteOutcome.Correct : _owners[owner].IsNobody ? RouteOutcome.Unassigned : RouteOutcome.Misrouted;

    /// <summary>Counts a lead.</summary>
    public void Add(int slot, int owner)
    {
        if (owner >= _counts[slot].Length) Array.Resize(ref _counts[slot], Math.Max(owner + 1, _counts[slot].Length * 2));
        _counts[slot][owner]++;
    }

    /// <summary>How many leads of a rule an owner has.</summary>
    public long Count(int slot, int owner) => owner < _counts[slot].Length ? _counts[slot][owner] : 0;

    /// <summary>The number of an owner that a rule names.</summary>
    public int IdOf(string text)
    {
        var name = _names.Name(text);
        if (_names.IsNobody(name) && !_names.IsQueue(name)) name = string.Empty;
        if (_ids.TryGetValue(name, out var id)) return id;
        _ids.Add(name, id = _owners.Count);
        _owners.Add(new Owner(name, name.Length == 0, _names.IsQueue(name), _names.IsActive(name)));
        return id;
    }

    private HashSet<int> Allowed(RoutingTarget target) =>
        [.. target.Owner is { } owner ? [IdOf(owner)] : target.Queue is { } queue ? [IdOf(queue)] : target.Pool.Select(member => IdOf(member.Owner))];

    /// <summary>An owner: its name by the policy, and what the policy says of it.</summary>
    internal sealed record Owner(string Name, bool IsNobody, bool IsQueue, bool? IsActive);
}
