using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using AngleSharp.Html.Parser;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;

namespace MopsPS.Benchmarks;

/// <summary>A campaign of many large e-mails with their text parts, all checks, against the parser alone.</summary>
internal sealed class CampaignQABenchmark : IBenchmark
{
    private const int Emails = 200;
    private const int Bytes = 100 * 1024;

    public string Name => "campaign-qa";

    public string Summary => $"all checks of {Emails} e-mails of 100 KB against AngleSharp's parser alone (goal: 5 s on two cores)";

    public void Run(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("mops-campaign-").FullName;
        try
        {
            Write(folder);
            var policy = PolicyLoader.Preset("default");
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} e-mails, {1} processors: {2}", Emails, Environment.ProcessorCount, Check(folder, policy, 0)));
            (string Name, Func<long> Job)[] ways =
            [
                ("parser alone, one thread", () => Parse(folder)),
                ("all checks, one thread", () => Check(folder, policy, 1).Inputs.Count - 1 - Emails),
                ("all checks", () => Check(folder, policy, 0).Inputs.Count - 1 - Emails),
            ];
            var times = Measured.Compare(options.Rounds, "parser alone, one thread", ways);
            foreach (var (name, job) in ways)
            {
                using var process = Process.GetCurrentProcess();
                var before = process.TotalProcessorTime;
                job();
                process.Refresh();
                Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "  {0,-26} {1:0.00} s of processor time", name, (process.TotalProcessorTime - before).TotalSeconds));
            }

            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "  the goal of 5 s is {0}", times[2].Milliseconds <= 5000 ? "met" : "missed"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CampaignQAResult Check(string folder, MopsPolicy policy, int threads) =>
        new CampaignQARunner(policy, new CampaignQAOptions { Time = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), MaxThreads = threads }).Run(folder);

    private static long Parse(string folder)
    {
        var parser = new HtmlParser();
        long count = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "emails"), "*.html"))
        {
            using var document = parser.ParseDocument(File.ReadAllText(file));
            if (document.Body is not null) count++;
        }

        return count;
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "emails"));
        File.WriteAllText(Path.Combine(folder, "campaign.json"), """{ "name": "Large", "owner": "Bench", "launchDate": "2026-12-08", "language": "en", "platform": "HubSpot", "utmCampaign": "large" }""");
        for (var i = 0; i < Emails; i++)
        {
            var (html, text) = Email(i);
            File.WriteAllText(Path.Combine(folder, "emails", $"{i:000}.html"), html);
            File.WriteAllText(Path.Combine(folder, "emails", $"{i:000}.txt"), text);
        }
    }

    private static (string Html, string Text) Email(int number)
    {
        var random = new Random(number);
        var words = "data report week team import alert check guide office holiday number page reader list source campaign result plan month answer".Split(' ');
        string Sentence() => string.Join(' ', Enumerable.Range(0, 12).Select(_ => words[random.Next(words.Length)])) + ".";
        var html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>A letter</title>
            <style>@media (max-width: 620px) { .card { width: 100% !important; } } .text { color: #1c2733; } .note { font-size: 14px; }</style></head>
            <body style="margin:0;background:#f2f5f8;"><div style="display:none">What this letter is about, in sixty characters or so</div>
            """);
        var text = new StringBuilder();
        for (var block = 0; html.Length < Bytes - 2000; block++)
        {
            var (first, second) = (Sentence(), Sentence());
            var link = $"https://www.contoso.com/letter/{number}/{block}?utm_source=newsletter&utm_medium=email&utm_campaign=large&utm_content=block-{block}";
            html.Append(CultureInfo.InvariantCulture, $"""
                <table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" style="width:600px;background:#ffffff;"><tr>
                <td width="200"><img src="https://images.contoso.com/{number}/{block}.png" width="200" height="120" alt="Picture {block} of the letter" style="display:block;border:0;"></td>
                <td class="text" style="padding:16px;font-family:Arial,sans-serif;font-size:16px;line-height:24px;color:#1c2733;"><h2 style="margin:0">Part {block}</h2>
                <p style="margin:0 0 16px;">{first}</p><p class="note" style="margin:0;">{second} <a href="{link.Replace("&", "&amp;", StringComparison.Ordinal)}" style="color:#0a5c8a;">Read part {block}</a></p></td></tr></table>

                """);
            text.Append(CultureInfo.InvariantCulture, $"Part {block}\n\n{first}\n{second}\nRead part {block}: {link}\n\n");
        }

        const string footer = "You receive this e-mail because you subscribed. Contoso Ltd, 24 Harbour Street, Seattle, WA 98101, USA";
        html.Append($"<p style=\"color:#44515e\">{footer} <a href=\"{{{{ unsubscribe_link }}}}\">Unsubscribe</a></p></body></html>\n");
        text.Append(footer).Append("\nUnsubscribe: {{ unsubscribe_link }}\n");
        return (html.ToString(), text.ToString());
    }
}
