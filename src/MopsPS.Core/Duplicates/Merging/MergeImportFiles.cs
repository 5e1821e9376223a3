using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Writes the files that a product imports to carry out a reviewed plan, and a rollback file for each kind of record. Merges nothing itself.</summary>
public sealed class MergeImportFiles
{
    // SOAP merge() and Apex Database.merge take a master and one or two others of the same kind (Salesforce SOAP API Developer Guide, merge()).
    private const int SalesforceVictims = 2;

    private static readonly string[] SalesforceMerge = ["MasterRecordId", "MergeRecordId1", "MergeRecordId2"];

    private readonly MergePlanner _planner;
    private readonly MergeTarget _target;
    private readonly SortedDictionary<string, MergeTable> _tables = new(StringComparer.Ordinal);

    /// <summary>Makes the writer.</summary>
    /// <param name="planner">The planner, for the parts that columns play.</param>
    /// <param name="target">The product.</param>
    public MergeImportFiles(MergePlanner planner, MergeTarget target)
    {
        _planner = planner ?? throw new ArgumentNullException(nameof(planner));
        _target = target;
    }

    /// <summary>Adds a merge that was approved.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <returns>Null, or why the product cannot do it.</returns>
    public string? Add(MergeProposal proposal)
    {
        if (proposal is null) throw new ArgumentNullException(nameof(proposal));
        var types = proposal.Group.Members.Select(member => Kind(member)).Distinct().ToArray();
        if (types.Length > 1 && _target != MergeTarget.Salesforce) return $"{_target} cannot merge records of different kinds";
        switch (_target)
        {
            case MergeTarget.Salesforce:
                Salesforce(proposal);
                break;
            case MergeTarget.HubSpot:
                HubSpot(proposal);
                break;
            default:
                Marketo(proposal);
                break;
        }

        foreach (var member in proposal.Group.Members)
        {
            Table($"{Prefix(member)}-rollback", "Every record of the merged groups as it was: update the master from it, and make the others anew.").Add(
                ["Merge Group", "Merge Role", .. member.Record.GetSchema().Columns],
                [Text(proposal.Number), ReferenceEquals(member, proposal.Master) ? PlanColumns.Master : PlanColumns.Duplicate, .. member.Record.GetValues()]);
        }

        return null;
    }

    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder; it exists.</param>
    /// <param name="options">How they are written; null for CSV in UTF-8 that is safe for spreadsheets.</param>
    /// <param name="cancellation">Stops the writing; files written before stay.</param>
    /// <returns>The files in the order of their names.</returns>
    public IReadOnlyList<MergeFile> Write(string folder, RecordWriteOptions? options = null, CancellationToken cancellation = default)
    {
        var files = new List<MergeFile>();
        foreach (var table in _tables.Values)
        {
            var path = Path.Combine(folder, table.Name + ".csv");
            using var file = new RecordFile(path, options);
            foreach (var (columns, values) in table.Rows) file.Add(columns, values);
            file.Commit(cancellation);
            files.Add(new MergeFile(path, table.Purpose, table.Rows.Count));
        }

        return files;
    }

    private void Salesforce(MergeProposal proposal)
    {
        var master = proposal.Master;
        var others = proposal.Group.Members.Where(member => !ReferenceEquals(member, master)).ToList();
        Changes(proposal, "update", "Id", "Data Loader, operation Update, before the merge: the surviving values of the masters.");
        var same = others.Where(member => Kind(member) == Kind(master)).ToList();
        for (var i = 0; i < same.Count; i += SalesforceVictims)
        {
            Table($"{Prefix(master)}-merge", "For a tool that calls merge() (Data Loader has no such operation): a master and one or two others a row, from top to bottom.")
                .Add(SalesforceMerge, master.Id, same[i].Id, i + 1 < same.Count ? same[i + 1].Id : null);
        }

        foreach (var member in same)
        {
            Table($"{Prefix(master)}-reparent", "Without such a tool: children of FromId to be moved to ToId first; delete only then.").Add(["FromId", "ToId"], member.Id, master.Id);
            Table($"{Prefix(master)}-delete", "Data Loader, operation Delete, after everything was moved: the others. Not after merge(), which deletes them itself.").Add(["Id"], member.Id);
        }

        // A lead is no victim of a contact's merge: it is converted into the contact (SOAP convertLead, Apex Database.convertLead).
        foreach (var lead in others.Where(member => Kind(member) != Kind(master)))
        {
            var account = _planner.FieldsOf(master.Record.GetSchema()) is var fields && Array.IndexOf(fields, "AccountId") is var at and >= 0 ? master.Record[at] : null;
            Table("salesforce-lead-convert", "For convertLead: the lead becomes part of the contact; no opportunity is made.")
                .Add(["LeadId", "ContactId", "AccountId", "DoNotCreateOpportunity"], lead.Id, master.Id, account, "true");
        }
    }

    // POST /crm/v3/objects/{object}/merge takes one pair a call. Values are imported first: the merged record may get another id.
    private void HubSpot(MergeProposal proposal)
    {
        Changes(proposal, "import", "Record ID", "Import before the merge, matched by Record ID: the surviving values of the primary records.");
        foreach (var member in proposal.Group.Members.Where(member => !ReferenceEquals(member, proposal.Master)))
        {
            Table($"{Prefix(member)}-merge", "A pair for each call of the merge endpoint, or for the merge dialog. HubSpot cannot undo it.")
                .Add(["primaryObjectId", "objectIdToMerge"], proposal.Master.Id, member.Id);
        }
    }

    // POST /rest/v1/leads/{id}/merge.json?leadIds=…: where the winner has no value, the first loser in the list gives it.
    private void Marketo(MergeProposal proposal)
    {
        var losers = proposal.Group.Members.Where(member => !ReferenceEquals(member, proposal.Master)).Select(member => member.Id);
        Table($"{Prefix(proposal.Master)}-merge", "For Merge Leads: /rest/v1/leads/{winnerId}/merge.json?leadIds={loserIds}.")
            .Add(["winnerId", "loserIds"], proposal.Master.Id, string.Join(",", losers));
        Changes(proposal, "update", "id", "Import or Sync Leads by id after the merge: the surviving values by REST name.");
    }

    private void Changes(MergeProposal proposal, string name, string idColumn, string purpose)
    {
        var columns = proposal.Master.Record.GetSchema();
        var fields = _planner.FieldsOf(columns);
        if (proposal.Picks.Any(pick => pick.IsChange && !string.IsNullOrWhiteSpace(pick.Value)))
            Table($"{Prefix(proposal.Master)}-{name}", purpose).AddChanges(idColumn, proposal, column => TargetNames.Of(_target, proposal.Master.ObjectType, column, fields[columns.IndexOf(column)]));
    }

    private MergeTable Table(string name, string purpose)
    {
        if (!_tables.TryGetValue(name, out var table)) _tables.Add(name, table = new MergeTable(name, purpose));
        return table;
    }

    private string Prefix(DuplicateMember member) => $"{_target.ToString().ToLowerInvariant()}-{Kind(member)}";

    // The kind goes into a file name: letters and digits only.
    private static string Kind(DuplicateMember member)
    {
        var kind = new string([.. (member.ObjectType ?? "record").ToLowerInvariant().Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))]);
        return kind.Length == 0 ? "record" : kind;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
