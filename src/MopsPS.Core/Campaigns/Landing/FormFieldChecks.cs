using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>The fields of the forms: those agreed, required, labelled; hidden ones for UTM parameters, and something that fills them.</summary>
internal sealed class FormFieldChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingFormField = Check("LPG046", nameof(MissingFormField), Severity.Error, "A form lacks a field that the brief or the policy asks for.", "Add the field.", "the brief, landingPages.fields; the policy, campaignQA.landingPage.requiredFields");

    public static readonly CampaignCheckInfo OptionalField = Check("LPG047", nameof(OptionalField), Severity.Warning, "A field that is asked for may be left empty.", "Mark it required.", "the brief, landingPages.fields; html.spec.whatwg.org, required");

    public static readonly CampaignCheckInfo MissingUtmField = Check("LPG048", nameof(MissingUtmField), Severity.Error, "A form has no hidden field for a UTM parameter; the lead comes without its source.", "Add hidden fields; their names stand in campaignQA.landingPage.utmFields.", "practice");

    public static readonly CampaignCheckInfo UnfilledUtmField = Check("LPG049", nameof(UnfilledUtmField), Severity.Warning, "Nothing on the page fills the hidden UTM fields from its address, or they have a fixed value.", "Fill them by a script from location.search.", "practice");

    public static readonly CampaignCheckInfo FieldWithoutLabel = Check("LPG050", nameof(FieldWithoutLabel), Severity.Warning, "A field has no label; a placeholder is none.", "Give it a label element or aria-label.", "WCAG 2.2, 1.3.1 and 3.3.2");

    private static readonly string[] Readers = ["URLSearchParams", "location.search", "location.href", "document.URL", "getUrlParam", "getParameterByName"];

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingFormField, OptionalField, MissingUtmField, UnfilledUtmField, FieldWithoutLabel];

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        var forms = PageForms.Of(page);
        if (forms.Count == 0 || SearchChecks.IsThankYou(file))
        {
            foreach (var check in Checks) file.Context.NotApplicable(check, "the page has no form");
            return;
        }

        var asked = (file.LandingBrief?.Fields ?? []).Concat(file.Policy.LandingPage.RequiredFields).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var utm = file.Policy.LandingPage.UtmFields is { Count: > 0 } named ? named : [.. file.Context.Policy.Utm.Required.Select(name => "utm_" + name)];
        foreach (var form in forms)
        {
            if (!form.HasFields) Embedded(file, page, form, utm);
            else Own(file, page, form, asked, utm);
        }
    }

    private static void Embedded(ContentFile file, HtmlPage page, PageForm form, IReadOnlyList<string> utm)
    {
        var reason = $"the fields of a form of {form.Kind} are kept in the product, not in the page";
        foreach (var check in new[] { MissingFormField, OptionalField, FieldWithoutLabel }) file.Context.NotRun(check, reason);
        var scripts = Scripts(page);
        if (utm.All(name => scripts.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) || (scripts.IndexOf("utm_", StringComparison.OrdinalIgnoreCase) >= 0 && Readers.Any(reader => scripts.IndexOf(reader, StringComparison.Ordinal) >= 0)))
        {
            file.Starts(MissingUtmField);
            if (file.Starts(UnfilledUtmField) && !Readers.Any(reader => scripts.IndexOf(reader, StringComparison.Ordinal) >= 0)) file.Report(UnfilledUtmField, form.Offset, "The script names the UTM fields, but does not read the address.", "utm fields");
            return;
        }

        file.Context.NotRun(MissingUtmField, reason);
        file.Context.NotRun(UnfilledUtmField, reason);
    }

    private static void Own(ContentFile file, HtmlPage page, PageForm form, List<string> asked, IReadOnlyList<string> utm)
    {
        foreach (var check in new[] { MissingFormField, OptionalField, MissingUtmField, UnfilledUtmField, FieldWithoutLabel }) file.Starts(check);
        foreach (var name in asked)
        {
            var field = form.Fields.FirstOrDefault(candidate => IsField(candidate, name));
            if (field is null) file.Report(MissingFormField, form.Offset, $"The form has no field {name}.", "form field", name);
            else if (!field.IsRequired && field.Type != "hidden") file.Report(OptionalField, field.Offset, $"The field {name} may be left empty.", "form field", name, "required");
        }

        foreach (var field in form.Fields.Where(field => field.Label.Length == 0 && field.Type is not ("hidden" or "submit" or "button" or "image" or "reset")))
            file.Report(FieldWithoutLabel, field.Offset, "The field has no label.", "form field", field.Name);
        Utm(file, page, form, utm);
    }

    private static void Utm(ContentFile file, HtmlPage page, PageForm form, IReadOnlyList<string> utm)
    {
        var found = new List<FormField>();
        foreach (var name in utm)
        {
            var letters = PageForms.Letters(name);
            var field = form.Fields.FirstOrDefault(candidate => PageForms.Letters(candidate.Name).IndexOf(letters, StringComparison.Ordinal) >= 0 || PageForms.Letters(candidate.Element.Id ?? string.Empty).IndexOf(letters, StringComparison.Ordinal) >= 0);
            if (field is null) file.Report(MissingUtmField, form.Offset, $"The form has no field {name}.", "utm field", name);
            else found.Add(field);
        }

        var scripts = found.Count == 0 ? string.Empty : Scripts(page);
        var isFilled = Readers.Any(reader => scripts.IndexOf(reader, StringComparison.Ordinal) >= 0);
        foreach (var field in found)
        {
            if (field.Value.Length > 0 && field.Value.IndexOf('{') < 0 && field.Value.IndexOf('%') < 0) file.Report(UnfilledUtmField, page.OffsetOf(field.Element, "value"), $"The field {field.Name} has the fixed value '{field.Value}'.", "utm field", field.Value);
            else if (field.Value.Length == 0 && !isFilled) file.Report(UnfilledUtmField, field.Offset, $"Nothing on the page fills the field {field.Name}.", "utm field", field.Name);
        }
    }

    // By name, id or label; "Email" is also "email_address" and "Work Email".
    private static bool IsField(FormField field, string name)
    {
        var letters = PageForms.Letters(name);
        string named = PageForms.Letters(field.Name), label = PageForms.Letters(field.Label);
        return named == letters || label == letters || PageForms.Letters(field.Element.Id ?? string.Empty) == letters || (letters.Length >= 4 && (named.IndexOf(letters, StringComparison.Ordinal) >= 0 || label.IndexOf(letters, StringComparison.Ordinal) >= 0));
    }

    private static string Scripts(HtmlPage page) => string.Join("\n", page.All("script").Select(script => script.TextContent).Where(code => code.Length < 200_000)) + string.Join("\n", page.All("script").Select(script => script.GetAttribute("src")).Where(source => source?.IndexOf("utm", StringComparison.OrdinalIgnoreCase) >= 0).Select(_ => " utm_ location.search "));

    private static CampaignCheckInfo Check(string id, string name, Severity severity, string summary, string remedy, string source) => new(id, CampaignArea.LandingPage, name, severity, summary, remedy, source);
}
