using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Events;

/// <summary>Writes the files that a product imports: new members, changed ones, people to be made first, and those for review.</summary>
public static class MemberImportFiles
{
    /// <summary>Writes the files; each is whole or not there.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="members">The members.</param>
    /// <param name="target">The product.</param>
    /// <param name="options">How they are written; null for CSV in UTF-8 that is safe for spreadsheets.</param>
    /// <param name="cancellation">Stops the writing; files written before stay.</param>
    /// <returns>The files in the order of their names; none without rows.</returns>
    /// <exception cref="EventException">A Salesforce campaign member has no campaign.</exception>
    public static IReadOnlyList<MemberFile> Write(string folder, IReadOnlyList<CampaignMember> members, MemberTarget target, RecordWriteOptions? options = null, CancellationToken cancellation = default)
    {
        if (members is null) throw new ArgumentNullException(nameof(members));
        var tables = new SortedDictionary<string, (string Purpose, List<(string[] Columns, string?[] Values)> Rows)>(StringComparer.Ordinal);
        void Add(string name, string purpose, string[] columns, params string?[] values)
        {
            if (!tables.TryGetValue(name, out var table)) tables.Add(name, table = (purpose, []));
            table.Rows.Add((columns, values));
        }

        foreach (var member in members)
        {
            if (member.Match == MemberMatch.Ambiguous)
            {
                Add("members-review", "For a person: which of the candidates is it? Nothing was imported for these.",
                    ["Name", "Email", "Company", "Participation", "Status", "Reason", "Score", "Candidates"],
                    member.Name, member.Email, member.Company, member.Participation.ToString(), member.Status, member.MatchReason, member.MatchScore?.ToString("0.000", CultureInfo.InvariantCulture), string.Join(";", member.Candidates));
                continue;
            }

            // What is there already and stays is no row.
            if (member.ExistingStatus is not null && (member.IsStatusKept || string.Equals(member.ExistingStatus, member.Status, StringComparison.OrdinalIgnoreCase))) continue;
            if (target == MemberTarget.Salesforce) Salesforce(member, Add);
            else if (target == MemberTarget.HubSpot) HubSpot(member, Add);
            else Marketo(member, Add);
        }

        return [.. tables.Select(table => Write(folder, table.Key, table.Value.Purpose, table.Value.Rows, options, cancellation))];
    }

    private delegate void AddRow(string name, string purpose, string[] columns, params string?[] values);

    // CampaignMember takes a lead or a contact, not both (Salesforce object reference).
    private static void Salesforce(CampaignMember member, AddRow add)
    {
        if (member.CampaignId is null) throw new EventException("NoCampaign", "A Salesforce campaign member needs its campaign. Give -CampaignId, for several events a hashtable by event id or topic.");
        if (member.ExistingId is not null)
        {
            add("salesforce-campaignmember-update", "Data Loader, object Campaign Member, operation Update: statuses that move on.", ["Id", "Status"], member.ExistingId, member.Status);
        }
        else if (member.ExistingStatus is not null)
        {
            NotImported(member, add);
        }
        else if (member.LeadId is not null || member.ContactId is not null)
        {
            add("salesforce-campaignmember-insert", "Data Loader, object Campaign Member, operation Insert: new members. The campaign needs these member statuses.",
                ["CampaignId", "ContactId", "LeadId", "Status"], member.CampaignId, member.ContactId, member.LeadId, member.Status);
        }
        else if (member.LastName is not null && member.Email is not null)
        {
            // A lead must have a family name and a company; [not provided] is what Salesforce itself writes for none.
            add("salesforce-lead-insert", "Data Loader, object Lead, operation Insert: people who are not known. Run the cmdlet again with the new leads to make them members.",
                ["FirstName", "LastName", "Email", "Company", "Title", "Phone", "Country", "CampaignId", "Status of Member"],
                member.FirstName, member.LastName, member.Email, member.Company ?? "[not provided]", member.Title, member.Phone, member.Country, member.CampaignId, member.Status);
        }
        else
        {
            NotImported(member, add);
        }
    }

    private static void HubSpot(CampaignMember member, AddRow add)
    {
        if (member.Email is null && member.ContactId is null)
        {
            NotImported(member, add);
            return;
        }

        add("hubspot-contacts-event", "Import of contacts, matched by Record ID or Email, into properties for the event.",
            ["Record ID", "Email", "First Name", "Last Name", "Company Name", "Event", "Event Status", "Event Minutes"],
            member.ContactId ?? member.LeadId, member.Email, member.FirstName, member.LastName, member.Company, member.Event, member.Status, member.Minutes?.ToString("0.#", CultureInfo.InvariantCulture));
    }

    // Import Program Members takes one status a call: POST /bulk/v1/program/{id}/members/import.json?format=csv&programMemberStatus=…, the header in REST names.
    private static void Marketo(CampaignMember member, AddRow add)
    {
        if (member.Email is null)
        {
            NotImported(member, add);
            return;
        }

        var name = new string([.. member.Status.ToLowerInvariant().Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-')]);
        var program = member.CampaignId is null ? "" : new string([.. member.CampaignId.Where(char.IsLetterOrDigit)]) + "-";
        add($"marketo-members-{program}{name}", $"Import into the program with the member status '{member.Status}'.", ["email", "firstName", "lastName", "company"], member.Email, member.FirstName, member.LastName, member.Company);
    }

    private static void NotImported(CampaignMember member, AddRow add) =>
        add("members-not-imported", "People without what an import needs: an address, a family name, or the id of the member that is there.", ["Name", "Company", "Participation", "Status", "Minutes"],
            member.Name, member.Company, member.Participation.ToString(), member.Status, member.Minutes?.ToString("0.#", CultureInfo.InvariantCulture));

    private static MemberFile Write(string folder, string name, string purpose, List<(string[] Columns, string?[] Values)> rows, RecordWriteOptions? options, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name + ".csv");
        using var file = new RecordFile(path, options);
        foreach (var (columns, values) in rows) file.Add(columns, values);
        file.Commit(cancellation);
        return new MemberFile(path, purpose, rows.Count);
    }
}
