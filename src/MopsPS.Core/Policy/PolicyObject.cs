using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>One object of a policy while it is read: the keys asked for are the known ones; any other is a mistake.</summary>
internal sealed class PolicyObject
{
    private readonly PolicyNode _node;
    private readonly PolicyProblems _problems;
    private readonly Dictionary<string, PolicyNode> _members;
    private readonly List<string> _asked = [];

    public PolicyObject(PolicyNode node, PolicyProblems problems)
    {
        _node = node;
        _problems = problems;
        _members = new Dictionary<string, PolicyNode>(node.KeyComparer);
        foreach (var member in node.Children)
        {
            if (_members.ContainsKey(member.Key)) problems.Error(member, $"the key '{member.Key}' stands twice; keep one.");
            else _members.Add(member.Key, member);
        }
    }

    public PolicyNode Node => _node;

    /// <summary>A member of one of the kinds, or null where it is missing or wrong.</summary>
    public PolicyNode? Take(string key, params PolicyNodeKind[] kinds)
    {
        _asked.Add(key);
        return _members.TryGetValue(key, out var node) && Is(node, _problems, kinds) ? node : null;
    }

    /// <summary>An object under a key: the section of an area, say.</summary>
    public PolicyNode? Section(string key) => Take(key, PolicyNodeKind.Object);

    public string? Text(string key, bool required = false, bool allowEmpty = false)
    {
        var node = Take(key, PolicyNodeKind.String);
        if (node is null && required && !_members.ContainsKey(key)) _problems.Error(_node, $"'{key}' is missing; it is required.");
        if (node is null) return null;
        if (allowEmpty || node.Text.Trim().Length > 0) return node.Text;
        _problems.Error(node, $"'{key}' is empty; expected text.");
        return null;
    }

    public bool? Flag(string key) => Take(key, PolicyNodeKind.Boolean)?.Boolean;

    public int? Count(string key, int least)
    {
        if (Take(key, PolicyNodeKind.Number) is not { } node) return null;
        if (node.Number >= least && node.Number <= 1_000_000 && Math.Floor(node.Number) == node.Number) return (int)node.Number;
        _problems.Error(node, $"expected a whole number from {least} to 1000000.");
        return null;
    }

    /// <summary>A number of any size, whole or not, between two bounds; for hours, days and shares.</summary>
    public double? Number(string key, double least, double most)
    {
        if (Take(key, PolicyNodeKind.Number) is not { } node) return null;
        if (node.Number >= least && node.Number <= most) return node.Number;
        _problems.Error(node, FormattableString.Invariant($"expected a number from {least} to {most}."));
        return null;
    }

    /// <summary>One of the names of an enum, in its own spelling.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum
    {
        var names = Enum.GetNames(typeof(T));
        if (Text(key) is not { } text) return null;
        if (names.Contains(text)) return (T)Enum.Parse(typeof(T), text);
        _problems.Error(Member(key)!, $"expected one of {string.Join(", ", names)}.", PolicyProblems.Nearest(text, names));
        return null;
    }

    /// <summary>A list of names of an enum, in their own spelling.</summary>
    public List<T>? Choices<T>(string key)
        where T : struct, Enum
    {
        if (Take(key, PolicyNodeKind.Array) is not { } list) return null;
        var names = Enum.GetNames(typeof(T));
        var values = new List<T>();
        foreach (var item in list.Children.Where(item => Is(item, _problems, PolicyNodeKind.String)))
        {
            if (!names.Contains(item.Text)) _problems.Error(item, $"expected one of {string.Join(", ", names)}.", PolicyProblems.Nearest(item.Text, names));
            else if (values.Contains((T)Enum.Parse(typeof(T), item.Text))) _problems.Error(item, $"'{item.Text}' stands twice in the list.");
            else values.Add((T)Enum.Parse(typeof(T), item.Text));
        }

        return values;
    }

    /// <summary>A list of objects; what reads one of them has to ask for all its keys.</summary>
    public List<T>? Items<T>(string key, Func<PolicyObject, T?> read)
        where T : class
    {
        if (Take(key, PolicyNodeKind.Array) is not { } list) return null;
        var items = new List<T>();
        foreach (var node in list.Children.Where(item => Is(item, _problems, PolicyNodeKind.Object)))
        {
            var item = new PolicyObject(node, _problems);
            var value = read(item);
            item.Finish();
            if (value is not null) items.Add(value);
        }

        return items;
    }

    /// <summary>A day as yyyy-MM-dd.</summary>
    public DateTime? Day(string key, bool required = false)
    {
        if (Text(key, required) is not { } text) return null;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        _problems.Error(Member(key)!, "expected a day as yyyy-MM-dd, for example 2027-03-31.");
        return null;
    }

    public PolicyNode? Member(string key) => _members.TryGetValue(key, out var node) ? node : null;

    public IReadOnlyList<string>? Texts(string key, Func<string, string?>? check = null)
    {
        if (Take(key, PolicyNodeKind.Array) is not { } node) return null;
        return Texts(node, _problems, check);
    }

    public static IReadOnlyList<string> Texts(PolicyNode node, PolicyProblems problems, Func<string, string?>? check = null)
    {
        var texts = new List<string>();
        foreach (var item in node.Children.Where(item => Is(item, problems, PolicyNodeKind.String)))
        {
            var complaint = item.Text.Trim().Length == 0 ? "the value is empty; expected text." : check?.Invoke(item.Text);
            if (complaint is not null) problems.Error(item, complaint);
            else if (texts.Contains(item.Text)) problems.Error(item, $"'{item.Text}' stands twice in the list.");
            else texts.Add(item.Text);
        }

        return texts;
    }

    /// <summary>Reports a mistake of a member that is there.</summary>
    public void Complain(string key, string message) => _problems.Error(Member(key)!, message);

    /// <summary>Reports the keys nobody asked for.</summary>
    public void Finish()
    {
        foreach (var member in _members.Values.Where(member => !_asked.Contains(member.Key, _node.KeyComparer)))
        {
            _problems.Error(member, $"unknown key '{member.Key}'; known here: {string.Join(", ", _asked)}.", PolicyProblems.Nearest(member.Key, _asked));
        }
    }

    public static bool Is(PolicyNode node, PolicyProblems problems, params PolicyNodeKind[] kinds)
    {
        if (kinds.Contains(node.Kind)) return true;
        problems.Error(node, $"expected {string.Join(" or ", kinds.Select(kind => kind.ToString().ToLowerInvariant()))}, found {node.Kind.ToString().ToLowerInvariant()}.");
        return false;
    }
}
