using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MimeKit;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>Reads a message (RFC 5322, 2045-2047) with MimeKit, within limits: what is broken becomes a problem and never an exception.</summary>
internal static class MailReader
{
    private const int MaxDepth = 32;
    private const int MaxParts = 1000;

    // RFC 5322, section 3.6: at most one of each. Gmail refuses messages with more.
    private static readonly string[] Single = ["From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID"];

    /// <summary>Reads a message.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static MailFile Read(byte[] content, CancellationToken cancellation)
    {
        var problems = new List<(string, int)>();
        var lines = new ByteLines(content);
        using var stream = new MemoryStream(content, writable: false);
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MaxDepth;
        options.MaxAddressGroupDepth = 3;
        var parser = new MimeParser(options, stream, MimeFormat.Entity, persistent: true);
        var bodies = new Dictionary<MimeEntity, (long Start, long End)>();
        parser.MimeEntityEnd += (_, e) => bodies[e.Entity] = (e.HeadersEndOffset, e.EndOffset);
        MimeMessage message;
        try
        {
            message = parser.ParseMessage(cancellation);
        }
        catch (Exception exception) when (exception is FormatException or IOException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return new MailFile { Problems = [($"The file cannot be read as a message: {exception.Message}", 1)] };
        }

        var headers = message.Headers.Select(header => new MailHeader(header.Field, Value(header), lines.LineOf(header.Offset ?? 0))).ToList();
        foreach (var name in Single)
        {
            var same = headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (same.Count > 1) problems.Add(($"The header {name} is there {same.Count} times.", same[1].Line));
        }

        if (headers.Count == 0) problems.Add(("The file has no headers; it is no message.", 1));
        var (html, text, ids, attachments) = Parts(message.Body, content, bodies, lines, problems);
        if (html is null) problems.Add(("The message has no HTML part.", 0));
        return new MailFile
        {
            Headers = headers,
            Html = html,
            Text = text,
            From = Sender(message.From),
            ReplyTo = Sender(message.ReplyTo),
            ContentIds = ids,
            Attachments = attachments,
            Problems = problems,
        };
    }

    private static (MailPart? Html, MailPart? Text, HashSet<string> Ids, List<(string, int)> Attachments) Parts(
        MimeEntity? root, byte[] content, Dictionary<MimeEntity, (long Start, long End)> bodies, ByteLines lines, List<(string, int)> problems)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var attachments = new List<(string, int)>();
        MailPart? html = null, text = null;
        var stack = new Stack<(MimeEntity Entity, int Depth)>();
        if (root is not null) stack.Push((root, 1));
        var closed = lines.Closings();
        var count = 0;
        while (stack.Count > 0)
        {
            var (entity, depth) = stack.Pop();
            if (++count > MaxParts)
            {
                problems.Add(($"The message has more than {MaxParts} parts; the rest was not looked at.", 0));
                break;
            }

            var line = bodies.TryGetValue(entity, out var body) ? lines.LineOf(body.Start) : 0;
            if (entity.ContentId is { Length: > 0 } id) ids.Add(id);
            if (entity is Multipart multipart)
            {
                if (depth >= MaxDepth - 1) problems.Add(($"Parts are nested {depth} deep or more; mail clients give up before.", line));
                Multipart(multipart, closed, line, problems);
                for (var i = multipart.Count - 1; i >= 0; i--) stack.Push((multipart[i], depth + 1));
            }
            else if (entity is TextPart { IsAttachment: false } part && (part.IsHtml ? html : part.IsPlain ? text : null) is null && (part.IsHtml || part.IsPlain))
            {
                if (part.IsPlain && html is not null) problems.Add(("The text part comes after the HTML part; mail clients show the last one that they know (RFC 2046, section 5.1.4).", line));
                var read = Read(part, content, body, lines, problems, line);
                if (part.IsHtml) html = read;
                else text = read;
            }
            else if (AttachmentName(entity) is { } name)
            {
                attachments.Add((name, line));
            }
        }

        return (html, text, ids, attachments);
    }

    // Parts with a Content-Id are shown in the HTML; what has neither a name nor the disposition is an alternative text.
    private static string? AttachmentName(MimeEntity entity) => entity switch
    {
        MessagePart => "message.eml",
        MimePart { ContentId: { Length: > 0 } } part when part.ContentType.MediaType.Equals("image", StringComparison.OrdinalIgnoreCase) => null,
        MimePart part when part.FileName is { Length: > 0 } name => name,
        MimePart { IsAttachment: true } part => part.ContentType.MimeType,
        _ => null,
    };

    private static void Multipart(Multipart multipart, HashSet<string> closed, int line, List<(string, int)> problems)
    {
        if (multipart.Boundary is not { Length: > 0 } boundary)
        {
            problems.Add(("A multipart has no boundary.", line));
            return;
        }

        if (multipart.Count == 0) problems.Add(("A multipart has no parts; its boundary does not match.", line));
        else if (!closed.Contains("--" + boundary + "--")) problems.Add(("A multipart is never closed; the message is cut off.", line));
    }

    private static MailPart Read(TextPart part, byte[] content, (long Start, long End) body, ByteLines lines, List<(string, int)> problems, int line)
    {
        var (text, charset) = Text(part, problems, line);
        var source = new HtmlSource(text);
        var length = (int)Math.Max(0, Math.Min(body.End, content.Length) - body.Start);
        var map = part.ContentTransferEncoding switch
        {
            ContentEncoding.Base64 or ContentEncoding.UUEncode => PartMap.Encoded(source),
            ContentEncoding.QuotedPrintable => PartMap.QuotedPrintable(source, Slice(content, (int)body.Start, length), line, (part.ContentType.Charset ?? "utf-8").IndexOf("utf", StringComparison.OrdinalIgnoreCase) >= 0),
            _ => PartMap.Plain(source, line),
        };
        return new MailPart(source, map, charset);
    }

    // Not TextPart.Text, which writes line ends as the system has them: places would be lost.
    private static (string Text, Encoding Charset) Text(TextPart part, List<(string, int)> problems, int line)
    {
        using var decoded = new MemoryStream();
        part.Content?.DecodeTo(decoded);
        var bytes = decoded.ToArray();
        var (encoding, preamble) = TextSample.Detect(bytes, bytes.Length, true, null);
        var charset = part.ContentType.Charset;
        // What calls itself ASCII and is not, and what names nothing, is read as its bytes show.
        if (preamble == 0 && charset is not null && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                encoding = TextEncodings.Find(charset);
            }
            catch (ArgumentException)
            {
                problems.Add(($"A part names the character set '{charset}', which nobody knows.", line));
            }
        }

        return (encoding.GetString(bytes, preamble, bytes.Length - preamble), encoding);
    }

    private static MailSender? Sender(InternetAddressList list)
    {
        if (list.Mailboxes.FirstOrDefault() is not { } mailbox) return null;
        var at = mailbox.Address.LastIndexOf('@');
        return new MailSender(mailbox.Name ?? string.Empty, mailbox.Address, at < 0 ? string.Empty : mailbox.Address.Substring(at + 1).ToLowerInvariant());
    }

    private static string Value(Header header)
    {
        try
        {
            return header.Value.Trim();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return string.Empty;
        }
    }

    private static byte[] Slice(byte[] content, int start, int length)
    {
        var slice = new byte[length];
        Buffer.BlockCopy(content, start, slice, 0, length);
        return slice;
    }
}
