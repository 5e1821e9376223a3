namespace MopsPS.Core.Utm.Channels;

/// <summary>The channel that a rule of the GA4 default channel group gives, and why. Instances are shared and immutable.</summary>
public sealed class ChannelMatch
{
    internal ChannelMatch(string channel, int rule, string reason)
    {
        Channel = channel;
        Rule = rule;
        Reason = reason;
    }

    /// <summary>The channel as Google writes it, for example <c>Paid Search</c>; <c>Unassigned</c> where no rule fits.</summary>
    public string Channel { get; }

    /// <summary>The place of the rule in Google's order, 1 to 18 (the first that fits wins); 0 for Unassigned.</summary>
    public int Rule { get; }

    /// <summary>One clause that says which condition fitted, without the values themselves.</summary>
    public string Reason { get; }

    /// <summary>Reads like <c>Paid Search (rule 4: the source is a search site and the medium is paid)</c>.</summary>
    public override string ToString() => Rule == 0 ? $"{Channel} ({Reason})" : $"{Channel} (rule {Rule}: {Reason})";
}
