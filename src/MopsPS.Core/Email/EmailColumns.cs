using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Email;

/// <summary>
/// Which columns of a send export tell what, as places in the row that is read; -1 for none. An export has either a row for each event
/// of a recipient or a row for each send with its numbers.
/// </summary>
internal sealed class EmailColumns
{
    private static readonly string[] Recipients = ["Email", "Recipient", "LeadId", "ContactId"];
    private static readonly string[] Names = ["SendName", "CampaignName", "SendId", "CampaignId"];

    /// <summary>Chooses the columns.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <param name="options">Segments, and what rows without an event column mean.</param>
    /// <exception cref="FieldNotFoundException">The export has neither events nor numbers of sends.</exception>
    /// <exception cref="ExportFormatException">A column that is named is not there.</exception>
    public EmailColumns(FieldMapping fields, EmailOptions options)
    {
        var set = new ColumnSet();
        int At(string field) => set.Add(fields.IndexOf(field));
        int First(IEnumerable<string> names) => names.Select(At).Where(place => place >= 0).DefaultIfEmpty(-1).First();
        Event = At("EmailEvent");
        IsEvents = Event >= 0 || options.Event is not null;
        Send = First(Names);
        Sent = At("EmailsSent");
        Delivered = At("EmailsDelivered");
        if (IsEvents)
        {
            Recipient = First(Recipients);
            if (Recipient < 0) fields.Require("Recipient");
            Date = First(["TouchpointDate", "SendDate", "CreatedDate"]);
            Result = At("EmailEventResult");
            Category = At("BounceCategory");
            Reason = At("BounceReason");
            Agent = At("UserAgent");
            Machine = At("MachineOpen");
        }
        else
        {
            if (Sent < 0 && Delivered < 0) fields.Require("EmailsSent");
            if (Send < 0) fields.Require("SendName");
            Date = First(["SendDate", "TouchpointDate", "CreatedDate"]);
            Bounces = At("EmailBounces");
            Hard = At("HardBounces");
            Soft = At("SoftBounces");
            Blocked = At("BlockBounces");
            Complaints = At("SpamComplaints");
            Unsubscribes = At("EmailUnsubscribes");
            Opens = At("EmailOpens");
            Machine = At("EmailMachineOpens");
            Clicks = At("EmailClicks");
        }

        By = [.. options.By.Select(name => Place(set, fields, name))];
        Columns = set.Columns;
    }

    public IReadOnlyList<int> Columns { get; }

    public bool IsEvents { get; }

    public int Event { get; }

    public int Send { get; }

    public int Recipient { get; } = -1;

    public int Date { get; } = -1;

    public int Result { get; } = -1;

    public int Category { get; } = -1;

    public int Reason { get; } = -1;

    public int Agent { get; } = -1;

    public int Machine { get; } = -1;

    public int Sent { get; }

    public int Delivered { get; }

    public int Bounces { get; } = -1;

    public int Hard { get; } = -1;

    public int Soft { get; } = -1;

    public int Blocked { get; } = -1;

    public int Complaints { get; } = -1;

    public int Unsubscribes { get; } = -1;

    public int Opens { get; } = -1;

    public int Clicks { get; } = -1;

    /// <summary>The columns of the segments; <see cref="SendPart"/> and <see cref="DomainPart"/> for those that are no column.</summary>
    public IReadOnlyList<int> By { get; }

    public const int SendPart = -2;

    public const int DomainPart = -3;

    private int Place(ColumnSet set, FieldMapping fields, string name)
    {
        if (string.Equals(name, EmailOptions.Send, StringComparison.OrdinalIgnoreCase)) return SendPart;
        if (!string.Equals(name, EmailOptions.Domain, StringComparison.OrdinalIgnoreCase) || fields.Schema.IndexOf(name) >= 0) return set.Add(fields.Schema, name);
        if (IsEvents) return DomainPart;
        throw new ExportFormatException(
            "ColumnNotFound", "Rows of sends have no recipients, so there are no domains to part them by; measure the export of events, or name a column of this one.",
            new SourcePosition(fields.Schema.Source, column: name));
    }
}
