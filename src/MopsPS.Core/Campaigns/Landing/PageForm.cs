using System.Collections.Generic;
using AngleSharp.Dom;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>A form of a page: its own, or one that a product puts in.</summary>
internal sealed class PageForm
{
    /// <summary>Whose it is.</summary>
    public FormKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public int Offset { get; init; }

    /// <summary>The form element; null for embedded forms.</summary>
    public IElement? Element { get; init; }

    /// <summary>The ids of the account and the form, as embedded.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The fields; none for embedded forms, whose fields the product keeps.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Where it leads after it was sent, as far as the page says; null where it does not.</summary>
    public string? ThankYou { get; init; }

    /// <summary>What is wrong with the embedding; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether its fields are in the page.</summary>
    public bool HasFields => Kind is FormKind.Html or FormKind.PardotHandler;
}

/// <summary>A field of a form.</summary>
internal sealed class FormField
{
    /// <summary>The element.</summary>
    public IElement Element { get; init; } = null!;

    /// <summary>The name; empty where it has none.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The type: text, email, hidden, checkbox, select …</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>The label that people see.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>Whether it must be filled.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The value that it starts with.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>Where it stands.</summary>
    public int Offset { get; init; }
}

/// <summary>Whose form it is.</summary>
internal enum FormKind
{
    /// <summary>A form of the page itself.</summary>
    Html,

    /// <summary>MktoForms2.loadForm.</summary>
    Marketo,

    /// <summary>hbspt.forms.create, or an hs-form-frame.</summary>
    HubSpot,

    /// <summary>A form of Pardot in a frame.</summary>
    PardotFrame,

    /// <summary>A form of the page that is sent to Pardot's form handler.</summary>
    PardotHandler,
}
