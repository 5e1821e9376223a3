using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>The parameters of a query in their order, each raw and decoded (application/x-www-form-urlencoded, url.spec.whatwg.org section 5).</summary>
public static class QueryParameters
{
    /// <summary>Takes a query apart.</summary>
    /// <param name="query">The query without its question mark; null or empty gives none.</param>
    public static IReadOnlyList<QueryParameter> Parse(string? query)
    {
        if (string.IsNullOrEmpty(query)) return [];
        var result = new List<QueryParameter>();
        var start = 0;
        while (start <= query!.Length)
        {
            var end = query.IndexOf('&', start);
            if (end < 0) end = query.Length;
            if (end > start) result.Add(new QueryParameter(query.Substring(start, end - start)));
            start = end + 1;
        }

        return result;
    }

    /// <summary>Writes a query.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <returns>The query without a question mark.</returns>
    public static string Write(IEnumerable<QueryParameter> parameters) => string.Join("&", parameters.Select(parameter => parameter.Raw));

    /// <summary>Encodes a value for a query: unreserved characters stay, a space becomes %20, so that + never has to be understood.</summary>
    /// <param name="value">The text.</param>
    public static string Encode(string value) => Uri.EscapeDataString(Whole(value));

    // EscapeDataString of .NET Framework throws on an unpaired surrogate.
    private static string Whole(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) i++;
            else value = value.Substring(0, i) + '\uFFFD' + value.Substring(i + 1);
        }

        return value;
    }
}

/// <summary>One parameter of a query.</summary>
public sealed class QueryParameter
{
    /// <summary>Reads a parameter.</summary>
    /// <param name="raw">What stands between two ampersands.</param>
    public QueryParameter(string raw)
    {
        Raw = raw ?? throw new ArgumentNullException(nameof(raw));
        var equals = raw.IndexOf('=');
        RawName = equals < 0 ? raw : raw.Substring(0, equals);
        RawValue = equals < 0 ? null : raw.Substring(equals + 1);
        Name = PercentCoding.Decode(RawName, plusIsSpace: true);
        Value = RawValue is null ? string.Empty : PercentCoding.Decode(RawValue, plusIsSpace: true);
    }

    /// <summary>Makes a parameter from decoded texts.</summary>
    /// <param name="name">The name; written as it is.</param>
    /// <param name="value">The value; encoded.</param>
    public QueryParameter(string name, string value)
        : this(name + "=" + QueryParameters.Encode(value))
    {
    }

    /// <summary>The text as it stands in the query.</summary>
    public string Raw { get; }

    /// <summary>The name before decoding.</summary>
    public string RawName { get; }

    /// <summary>The value before decoding; null where there is no equals sign.</summary>
    public string? RawValue { get; }

    /// <summary>The decoded name.</summary>
    public string Name { get; }

    /// <summary>The decoded value; empty where there is none.</summary>
    public string Value { get; }

    /// <summary>The raw text.</summary>
    public override string ToString() => Raw;
}
