namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>An e-mail in which there is nothing to find: HTML, text part and message. Each line is one thing, so that a fault has its line.</summary>
internal static class CleanMail
{
    public const string Policy = """
        {
          "utm": { "sources": ["newsletter"], "mediums": ["email"], "internalDomains": ["contoso.com"] },
          "campaignQA": {
            "content": { "otherCampaigns": ["Summer Sale"], "leftovers": ["old price list"] },
            "email": {
              "senders": ["Contoso Ltd"], "fromDomains": ["contoso.com"], "postalAddresses": ["1 High Street, London EC1A 1AA"],
              "wording": { "EU": ["You can object to these e-mails at any time."] }
            },
            "landingPage": { "analyticsIds": ["G-CLEAN1", "GTM-CLEAN2"], "formIds": ["123-ABC-456", "1001", "424242", "11111111-2222-3333-4444-555555555555", "*//go.contoso.com/l/12345/*"] },
            "tokens": { "known": ["my.*"] }
          }
        }
        """;

    public const string Html = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Plan your spring with Contoso</title>
        <style>
        .button { background: #0a5c8a; color: #ffffff; }
        @media (prefers-color-scheme: dark) { body { background: #111111 !important; } }
        </style>
        </head>
        <body style="margin: 0; background: #f2f5f8;">
        <div style="display: none; max-height: 0; overflow: hidden;">Three ideas for a calmer spring, and a free checklist to start with.</div>
        <table role="presentation" width="600" align="center" style="background: #ffffff; color: #1c2733;">
        <tr><td>
        <img src="https://images.contoso.com/spring/hero.png" width="600" height="200" alt="A garden table with tulips">
        <h1 style="color: #1c2733;">Plan your spring</h1>
        <p>Hello {{lead.First Name:default=there}},</p>
        <p>until Tuesday, December 15, 2026 you save 20% on every planner: $40 instead of $50.</p>
        <h2>How it works</h2>
        <p>The checklist shows which beds to clear, when to sow and what to keep for later; it is free and yours to keep.</p>
        <p><a class="button" href="https://www.contoso.com/planner?utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=spring-launch">Choose your planner</a></p>
        <p><a style="color: #0a5c8a;" href="https://www.contoso.com/checklist?utm_source=newsletter&amp;utm_medium=email&amp;utm_campaign=spring-launch">Get the free checklist</a></p>
        <p style="color: #44515e;">Contoso Ltd, 1 High Street, London EC1A 1AA. You can object to these e-mails at any time.</p>
        <p><a style="color: #0a5c8a;" href="https://www.contoso.com/privacy">Privacy policy</a></p>
        <p><a style="color: #0a5c8a;" href="{{system.unsubscribeLink}}">Unsubscribe</a></p>
        <p style="color: #44515e;">&copy; 2026 Contoso Ltd</p>
        </td></tr>
        </table>
        </body>
        </html>
        """;

    public const string Text = """
        Plan your spring

        Hello {{lead.First Name:default=there}},

        until Tuesday, December 15, 2026 you save 20% on every planner: $40 instead of $50.

        How it works

        The checklist shows which beds to clear, when to sow and what to keep for later; it is free and yours to keep.

        Choose your planner:
        https://www.contoso.com/planner?utm_source=newsletter&utm_medium=email&utm_campaign=spring-launch

        Get the free checklist:
        https://www.contoso.com/checklist?utm_source=newsletter&utm_medium=email&utm_campaign=spring-launch

        Contoso Ltd, 1 High Street, London EC1A 1AA. You can object to these e-mails at any time.

        Privacy policy: https://www.contoso.com/privacy
        Unsubscribe: {{system.unsubscribeLink}}

        (c) 2026 Contoso Ltd
        """;

    /// <summary>The message: headers of a test send, the text part, the HTML part.</summary>
    public static string Message => """
        From: Contoso Ltd <news@contoso.com>
        To: Ada Abel <ada@fabrikam.com>
        Subject: Your calmer spring starts here
        Date: Tue, 8 Dec 2026 09:00:00 +0000
        Message-ID: <1@contoso.com>
        List-Unsubscribe: <https://www.contoso.com/unsubscribe?u=1>, <mailto:out@contoso.com>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        DKIM-Signature: v=1; a=rsa-sha256; d=contoso.com; s=k; h=From:Subject:List-Unsubscribe:List-Unsubscribe-Post; bh=AA==; b=AA==
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="part"

        --part
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit


        """ + Text + """


        --part
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: 8bit


        """ + Html + """

        --part--

        """;
}
