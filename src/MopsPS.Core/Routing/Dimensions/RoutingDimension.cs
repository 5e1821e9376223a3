using System.Collections.Generic;

namespace MopsPS.Core.Routing;

/// <summary>One thing that rules look at.</summary>
internal abstract class RoutingDimension
{
    protected RoutingDimension(int rules) => Classes = new RoutingClasses(rules);

    /// <summary>The classes of values.</summary>
    public RoutingClasses Classes { get; }

    /// <summary>Whether any rule looks at it.</summary>
    public bool IsUsed => Classes.Count > 1;

    /// <summary>The values of some classes in words; only asked for where they are not all.</summary>
    public abstract string Describe(ISet<int> classes);

    /// <summary>Puts a value of a class into a lead.</summary>
    public abstract void Show(int id, RoutingSample lead);

    /// <summary>A list for people: the first few, and how many more.</summary>
    protected static string List(IReadOnlyList<string> items)
    {
        const int shown = 6;
        return items.Count <= shown + 1 ? string.Join(", ", items) : string.Join(", ", Cut(items, shown)) + $" and {items.Count - shown} more";
    }

    private static IEnumerable<string> Cut(IReadOnlyList<string> items, int count)
    {
        for (var i = 0; i < count; i++) yield return items[i];
    }
}

/// <summary>A lead that is being made.</summary>
internal sealed class RoutingSample
{
    public Places.Country? CountryPlace { get; set; }

    public string? Country { get; set; }

    public string? State { get; set; }

    public string? PostalCode { get; set; }

    public string? Employees { get; set; }

    public string? Industry { get; set; }

    public string? Language { get; set; }

    public string? Domain { get; set; }

    public string? Company { get; set; }

    public string? Date { get; set; }

    public RoutingLead ToLead() => new()
    {
        Country = Country,
        State = State,
        PostalCode = PostalCode,
        Employees = Employees,
        Industry = Industry,
        Language = Language,
        Domain = Domain,
        Company = Company,
        Date = Date,
    };
}
