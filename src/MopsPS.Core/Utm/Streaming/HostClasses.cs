using System;
using System.Text;
using MopsPS.Core.Utm.Parsing;
using MopsPS.Core.Utm.Rules;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>All that the rules can tell of a scheme and host: links to hosts of one class are judged alike.</summary>
internal sealed class HostClasses(UtmPolicy policy, string? page)
{
    private const int Capacity = 1024;

    private static readonly Class NoClass = new(-1);

    private readonly BytesTable<Class> _known = new(Capacity, Capacity * 64);

    /// <summary>The class of a scheme and host.</summary>
    /// <param name="origin">For example <c>https://www.example.com</c>, bytes of a host or port alone.</param>
    /// <returns>A number; -1 where the whole link must be parsed.</returns>
    public int Find(ReadOnlySpan<byte> origin)
    {
        if (_known.Find(origin, out var hash) is { } known) return known.Number;
        var found = Judge(origin);
        _known.Add(origin, hash, found);
        return found.Number;
    }

    private Class Judge(ReadOnlySpan<byte> origin)
    {
        var url = WebUrl.Parse(Encoding.UTF8.GetString(origin.ToArray()) + "/");
        if (url.Kind != UrlKind.Web) return NoClass;
        var number = (int)url.Damage << 3;
        if (url.Scheme == "http") number |= 1;
        if (AttributionRules.IsOwn(policy, url.Host)) number |= 2;
        if (AttributionRules.IsFromOwnPage(policy, page, url.Host)) number |= 4;
        return new Class(number);
    }

    private sealed class Class(int number)
    {
        public int Number { get; } = number;
    }
}
