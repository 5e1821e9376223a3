using MopsPS.Core.Campaigns;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>A landing page in which there is nothing to find, and the embed codes of the products.</summary>
internal static class CleanPage
{
    public static readonly CampaignBrief Brief = new()
    {
        Name = "Spring",
        LaunchDate = ContentRun.CleanBrief.LaunchDate,
        Language = "en",
        Regions = ["EU"],
        LandingPages = [new LandingBrief { File = "landing-pages/*", Url = "https://www.contoso.com/planner", Indexed = true, Fields = ["Email", "FirstName"], ThankYou = "https://www.contoso.com/thank-you" }],
    };

    public static readonly CampaignBrief Embedded = new()
    {
        Name = "Spring",
        LaunchDate = ContentRun.CleanBrief.LaunchDate,
        Language = "en",
        LandingPages = [new LandingBrief { File = "landing-pages/*", Url = "https://www.contoso.com/planner", Indexed = true }],
    };

    public const string Form = """
        <form action="https://forms.contoso.com/send" method="post">
        <label for="email">Work e-mail</label> <input id="email" type="email" name="email" required>
        <label>First name <input type="text" name="first_name" required></label>
        <input type="hidden" name="utm_source" value="">
        <input type="hidden" name="utm_medium" value="">
        <input type="hidden" name="utm_campaign" value="">
        <input type="hidden" name="retURL" value="https://www.contoso.com/thank-you">
        <label><input type="checkbox" name="consent" value="yes"> I agree to receive e-mails from Contoso.</label>
        <button type="submit">Send me the checklist</button>
        </form>
        <script>
        const query = new URLSearchParams(location.search);
        for (const name of ["utm_source", "utm_medium", "utm_campaign"]) document.getElementsByName(name)[0].value = query.get(name) || "";
        </script>
        """;

    public const string Marketo = """
        <script src="https://app-ab12.marketo.com/js/forms2/js/forms2.min.js"></script>
        <form id="mktoForm_1001"></form>
        <script>
        MktoForms2.loadForm("https://app-ab12.marketo.com", "123-ABC-456", 1001, function (form) {
          const query = new URLSearchParams(location.search);
          form.addHiddenFields({ utm_source: query.get("utm_source"), utm_medium: query.get("utm_medium"), utm_campaign: query.get("utm_campaign") });
        });
        </script>
        """;

    public const string HubSpot = """
        <script src="https://js.hsforms.net/forms/embed/v2.js"></script>
        <div id="form"></div>
        <script>
        hbspt.forms.create({ region: "na1", portalId: "424242", formId: "11111111-2222-3333-4444-555555555555", target: "#form", redirectUrl: "https://www.contoso.com/thank-you" });
        </script>
        """;

    public const string HubSpotFrame = """
        <script src="https://js.hsforms.net/forms/embed/424242.js" defer></script>
        <div class="hs-form-frame" data-region="na1" data-form-id="11111111-2222-3333-4444-555555555555" data-portal-id="424242"></div>
        """;

    public const string PardotFrame = """
        <iframe src="https://go.contoso.com/l/12345/2026-01-15/abc12" width="100%" height="500" title="Form"></iframe>
        """;

    public static string Html => With(Form);

    public static string With(string form) => """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Garden planner and free checklist | Contoso</title>
        <meta name="description" content="Plan your beds month by month: the Contoso planner with a free checklist for spring.">
        <link rel="canonical" href="https://www.contoso.com/planner">
        <script src="https://consent.cookiebot.com/uc.js" data-cbid="1"></script>
        <script async src="https://www.googletagmanager.com/gtag/js?id=G-CLEAN1"></script>
        <script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); } gtag('js', new Date()); gtag('config', 'G-CLEAN1');</script>
        <script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':1,event:'gtm.js'});var j=d.createElement(s);j.src='https://www.googletagmanager.com/gtm.js?id='+i;d.head.appendChild(j);})(window,document,'script','dataLayer','GTM-CLEAN2');</script>
        </head>
        <body>
        <noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-CLEAN2" height="0" width="0"></iframe></noscript>
        <main>
        <h1>Plan your spring</h1>
        <img src="https://images.contoso.com/hero.png" alt="A garden table with tulips">
        <p>The planner shows what to sow and when.</p>

        """ + form + """

        <p><a href="https://www.contoso.com/privacy">Privacy policy</a></p>
        <p>&copy; 2026 Contoso Ltd</p>
        </main>
        </body>
        </html>
        """;
}
