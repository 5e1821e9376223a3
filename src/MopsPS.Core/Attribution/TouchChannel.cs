using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Utm.Channels;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Attribution;

/// <summary>
/// The channel of a touchpoint: the one the export names, else the GA4 default channel group of its UTM values, else that of the tags of its landing page.
/// </summary>
internal sealed class TouchChannel
{
    /// <summary>GA4's word for traffic that fits no rule; also what a touchpoint without a channel and without tags has here.</summary>
    public const string Unassigned = "Unassigned";

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a name stands for no channel.</summary>
    public static bool IsUnknown(string channel) =>
        string.Equals(channel, Unassigned, StringComparison.OrdinalIgnoreCase) || string.Equals(channel, "(not set)", StringComparison.OrdinalIgnoreCase);

    /// <summary>The channel of a row.</summary>
    public string Of(RecordReader row, TouchpointColumns columns)
    {
        if (RowValues.Text(row, columns.Channel) is { } channel) return channel;
        string? source = RowValues.Text(row, columns.Source), medium = RowValues.Text(row, columns.Medium), campaign = RowValues.Text(row, columns.Campaign);
        if (source is null && medium is null) (source, medium, campaign) = Tags(RowValues.Text(row, columns.LandingPage));
        return source is null && medium is null ? Unassigned : Classify(source, medium, campaign);
    }

    private static (string? Source, string? Medium, string? Campaign) Tags(string? url)
    {
        if (url is null) return default;
        var parameters = QueryParameters.Parse(WebUrl.Parse(url).RawQuery);
        string? Value(string name) => parameters.FirstOrDefault(parameter => UtmKeys.ShortName(parameter.Name) == name)?.Value.Trim() is { Length: > 0 } value ? value : null;
        return (Value("source"), Value("medium"), Value("campaign"));
    }

    private string Classify(string? source, string? medium, string? campaign)
    {
        var key = $"{source}\u001F{medium}\u001F{campaign}";
        if (_known.TryGetValue(key, out var channel)) return channel;
        channel = Ga4Channels.Classify(source, medium, campaign).Channel;
        // Campaign names may be as many as touchpoints.
        if (_known.Count < 10_000) _known.Add(key, channel);
        return channel;
    }
}
