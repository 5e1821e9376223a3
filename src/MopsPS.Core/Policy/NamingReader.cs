using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Policy;

/// <summary>Reads naming conventions and proves their patterns and date formats.</summary>
internal static class NamingReader
{
    private const int MaxPatternLength = 500;

    public static IReadOnlyDictionary<string, NamingConvention> Read(PolicyNode? node, IReadOnlyDictionary<string, NamingConvention> from, PolicyProblems problems)
    {
        if (node is null) return from;
        var naming = PolicyTable.Copy(from);
        foreach (var member in PolicyTable.Members(node, problems))
        {
            if (Convention(member, problems) is { } convention) naming[member.Key] = convention;
        }

        return naming;
    }

    private static NamingConvention? Convention(PolicyNode node, PolicyProblems problems)
    {
        if (!PolicyObject.Is(node, problems, PolicyNodeKind.Object)) return null;
        var convention = new PolicyObject(node, problems);
        var separator = convention.Text("separator", allowEmpty: true);
        if (separator is { Length: 0 }) problems.Error(convention.Member("separator")!, "the separator is empty; expected one or more characters.");
        var parts = new List<NamingPart>();
        if (convention.Member("parts") is null) problems.Error(node, "'parts' is missing; a convention needs at least one part.");
        if (convention.Take("parts", PolicyNodeKind.Array) is { } list)
        {
            if (list.Children.Count == 0) problems.Error(list, "a convention needs at least one part.");
            foreach (var item in list.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.Object)))
            {
                var part = Part(item, problems);
                if (parts.Count > 0 && parts[parts.Count - 1].Optional && !part.Optional) problems.Error(item, "a required part follows an optional one; only parts at the end can be optional.");
                if (part.Name.Length > 0 && parts.Any(other => other.Name == part.Name)) problems.Error(item, $"two parts are named '{part.Name}'.");
                parts.Add(part);
            }
        }

        convention.Finish();
        return new NamingConvention { Separator = separator ?? "_", Parts = parts };
    }

    private static NamingPart Part(PolicyNode node, PolicyProblems problems)
    {
        var item = new PolicyObject(node, problems);
        var part = new NamingPart
        {
            Name = item.Text("name", required: true) ?? string.Empty,
            Values = item.Texts("values") ?? [],
            Pattern = item.Text("pattern"),
            Date = item.Text("date"),
            Optional = item.Flag("optional") ?? false,
            MaxLength = item.Count("maxLength", 0) ?? 0,
        };
        item.Finish();
        if (item.Member("values") is { Kind: PolicyNodeKind.Array, Children.Count: 0 } values) problems.Error(values, "the list is empty; expected at least one value.");
        if (new[] { "values", "pattern", "date" }.Count(key => item.Member(key) is not null) > 1) problems.Error(node, "a part has one of 'values', 'pattern' and 'date', not several.");
        if (part.Pattern is not null) CheckPattern(item.Member("pattern")!, part.Pattern, problems);
        if (part.Date is not null) CheckDate(item.Member("date")!, part.Date, problems);
        return part;
    }

    private static void CheckPattern(PolicyNode node, string pattern, PolicyProblems problems)
    {
        if (pattern.Length > MaxPatternLength)
        {
            problems.Error(node, $"the pattern is longer than {MaxPatternLength} characters.");
            return;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException exception)
        {
            problems.Error(node, "the pattern is no regular expression: " + exception.Message);
        }
    }

    private static void CheckDate(PolicyNode node, string format, PolicyProblems problems)
    {
        try
        {
            var text = new DateTime(2026, 3, 14).ToString(format, CultureInfo.InvariantCulture);
            if (text != new DateTime(2031, 12, 5).ToString(format, CultureInfo.InvariantCulture) &&
                DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return;
        }
        catch (FormatException)
        {
            // reported below, like a format that writes what it cannot read
        }

        problems.Error(node, "expected a .NET date format such as yyyyMM or yyyy-MM-dd.");
    }
}
