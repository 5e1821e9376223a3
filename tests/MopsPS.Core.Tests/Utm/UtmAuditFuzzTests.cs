using System;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm;
using Xunit;

namespace MopsPS.Core.Tests.Utm;

public class UtmAuditFuzzTests
{
    private static readonly string[] Seeds =
    [
        "https://www.example.com/launch?utm_source=google&utm_medium=cpc&utm_campaign=2026q4_emea_launch&utm_content={creative}#plans",
        "http://ada:pw@[::1]:8080/a/../b?x=1&amp;utm_source=FB&utm-medium=Paid%20Social?utm_term=%%name%%",
        "www.example.com/#utm_source=news&utm_medium=e-mail&utm_campaign=*|NAME|*",
        "HTTPS:\\\\EX\u00C4MPLE.com\\p;q?utm_source=a+b&utm_source=c%25C3%25A9&gclid=x",
    ];

    private static readonly string[] Inserts =
        ["&", "?", "#", "%", "%2", "%00", "%FF", "=", "&amp;", "utm_", " ", "\t", "\r\n", "{{", "}}", "|*", "${", "}", "__", "@", ":", "//", "\\", "\uD800", "\uDC00", "\u0130", "\u00A0", "[", "]", "0x7f.1", "ada@example.org"];

    [Fact]
    public void NoMutatedLinkBreaksTheAudit()
    {
        // A fixed seed: a failure is the same on every machine.
        var random = new Random(20261124);
        var auditor = new UtmAuditor(PolicyLoader.Preset("strict"), new DateTime(2026, 11, 24));
        for (var i = 0; i < 100_000; i++)
        {
            var text = Mutate(random, Seeds[random.Next(Seeds.Length)]);
            var result = auditor.Audit(text);
            // One in fifty is checked for what a correction promises: it is final.
            if (i % 50 != 0 || result.CorrectedUrl is not { } corrected) continue;
            var again = auditor.Audit(corrected);
            Assert.True(again.CorrectedUrl is null, $"'{text}' is corrected to '{corrected}' and that to '{again.CorrectedUrl}'");
        }
    }

    [Fact]
    public void AnAddressNeverShows()
    {
        var random = new Random(1124);
        var auditor = new UtmAuditor(PolicyLoader.Preset("strict"), new DateTime(2026, 11, 24));
        for (var i = 0; i < 2_000; i++)
        {
            var text = Seeds[0].Insert(Seeds[0].IndexOf("&utm_content", StringComparison.Ordinal), "-ada.abel@example.org") + Inserts[random.Next(Inserts.Length - 1)];
            var result = auditor.Audit(text);
            var shown = string.Join("\n", result.Findings.Select(finding => $"{finding} {finding.Value} {finding.Target} {finding.Suggestion}").Append($"{result} {result.Campaign} {result.CorrectedUrl} {result.ChannelReason}"));
            Assert.DoesNotContain("ada.abel@", shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Mutate(Random random, string text)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(4) switch
            {
                0 => text.Substring(0, at),
                1 => at < text.Length ? text.Remove(at, 1) : text,
                2 => text.Substring(at) + text.Substring(0, at),
                _ => text.Insert(at, Inserts[random.Next(Inserts.Length)]),
            };
        }

        return text;
    }
}
