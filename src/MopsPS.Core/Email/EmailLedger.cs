using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Email;

/// <summary>
/// Keeps what happened to each message, a send to a recipient, however often and in whatever order the events come. About 60 bytes a message.
/// </summary>
internal sealed class EmailLedger
{
    private readonly Dictionary<long, int> _index = [];
    private readonly List<Message> _messages = [];
    private readonly Utf8Table _recipients = new();
    private readonly List<int> _domains = [];
    private readonly Dictionary<string, int> _domainNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _domainNames = [];
    private readonly Dictionary<int, EmailMarks> _marks = [];

    /// <summary>All marks that were seen anywhere: what the input can tell of.</summary>
    public EmailMarks Seen { get; private set; }

    /// <summary>The messages.</summary>
    public IReadOnlyList<Message> Messages => _messages;

    /// <summary>How many recipients there are.</summary>
    public int Recipients => _recipients.Count;

    /// <summary>The marks of a send's messages together.</summary>
    public EmailMarks Marks(int send) => _marks.TryGetValue(send, out var marks) ? marks : EmailMarks.None;

    /// <summary>The address or key of a recipient.</summary>
    public string Recipient(int recipient) => _recipients.Text(recipient);

    /// <summary>The domain of a recipient; null where it has none.</summary>
    public string? Domain(int recipient) => _domains[recipient] < 0 ? null : _domainNames[_domains[recipient]];

    /// <summary>Takes an event.</summary>
    /// <param name="send">The send.</param>
    /// <param name="recipient">The recipient's address or key in lower case.</param>
    /// <param name="mark">What happened.</param>
    /// <param name="ticks">When, in UTC ticks; 0 where it is not known.</param>
    /// <param name="segment">The values of the segment's columns; null for none.</param>
    /// <param name="code">The status code of a bounce; null for none.</param>
    public void Add(int send, ReadOnlySpan<byte> recipient, EmailMarks mark, long ticks, string? segment, string? code)
    {
        var who = _recipients.Add(recipient);
        if (who == _domains.Count) _domains.Add(DomainOf(who));
        var key = ((long)send << 32) | (uint)who;
        if (!_index.TryGetValue(key, out var at))
        {
            _index.Add(key, at = _messages.Count);
            _messages.Add(new Message(send, who));
        }

        _messages[at].Take(mark, ticks, segment, code);
        Seen |= mark;
        _marks[send] = Marks(send) | mark;
    }

    private int DomainOf(int recipient)
    {
        var text = _recipients.Text(recipient);
        var at = text.LastIndexOf('@');
        if (at < 0 || at == text.Length - 1) return -1;
        var name = text.Substring(at + 1).TrimEnd('>', '.');
        if (!_domainNumbers.TryGetValue(name, out var number))
        {
            _domainNumbers.Add(name, number = _domainNames.Count);
            _domainNames.Add(name);
        }

        return number;
    }

    /// <summary>One message.</summary>
    internal sealed class Message(int send, int recipient)
    {
        public int Send { get; } = send;

        public int Recipient { get; } = recipient;

        public EmailMarks Marks { get; private set; }

        /// <summary>The first event in UTC ticks; 0 where no event has a date.</summary>
        public long First { get; private set; }

        /// <summary>The last bounce in UTC ticks; 0 for none.</summary>
        public long LastBounce { get; private set; }

        /// <summary>The segment; of several the first by ordinal order, so that the order of rows does not matter.</summary>
        public string? Segment { get; private set; }

        /// <summary>The code of a bounce; of several the first by ordinal order.</summary>
        public string? Code { get; private set; }

        public void Take(EmailMarks mark, long ticks, string? segment, string? code)
        {
            Marks |= mark;
            if (ticks != 0 && (First == 0 || ticks < First)) First = ticks;
            if ((mark & EmailMarks.AnyBounce) != 0) LastBounce = Math.Max(LastBounce, ticks);
            if (segment is not null && (Segment is null || string.CompareOrdinal(segment, Segment) < 0)) Segment = segment;
            if (code is not null && (Code is null || string.CompareOrdinal(code, Code) < 0)) Code = code;
        }
    }
}
