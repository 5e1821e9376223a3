namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Whose tokens they are.</summary>
internal enum TokenPlatform
{
    /// <summary>Not known.</summary>
    None,

    /// <summary><c>{{lead.First Name:default=there}}</c>, <c>{{my.Offer}}</c>, <c>{{system.unsubscribeLink}}</c>.</summary>
    Marketo,

    /// <summary><c>{{ contact.firstname|default("there") }}</c> and HubL's <c>{% if %}</c>.</summary>
    HubSpot,

    /// <summary>Merge fields <c>{!Contact.FirstName}</c>, HML <c>{{{Recipient.FirstName}}}</c>, Marketing Cloud and Pardot <c>%%first_name%%</c>, AMPscript.</summary>
    Salesforce,

    /// <summary><c>*|FNAME|*</c> with <c>*|IF:FNAME|*</c>.</summary>
    Mailchimp,

    /// <summary>Liquid and its relatives (Handlebars, Mustache, Jinja): <c>{{ first_name | default: "there" }}</c>.</summary>
    Liquid,
}
