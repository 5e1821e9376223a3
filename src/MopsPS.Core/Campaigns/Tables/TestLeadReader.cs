using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Routing;

namespace MopsPS.Core.Campaigns.Tables;

/// <summary>Reads the test leads of a campaign: of its brief, and of the exports in its folder.</summary>
internal static class TestLeadReader
{
    /// <summary>Headers of the expectation, as <see cref="HeaderName.Normalize"/> has them; without such a column the owner of the lead is it.</summary>
    private static readonly string[] Expectations = [.. new[] { "Expected Owner", "Expected Queue", "Expected", "Owner Expected" }.Select(HeaderName.Normalize)];

    /// <summary>The test leads of the brief.</summary>
    public static IEnumerable<TestLead> OfBrief(CheckContext context) => context.Brief.TestLeads.Select((lead, index) =>
    {
        var path = FormattableString.Invariant($"$.testLeads[{index}]");
        var (line, character) = context.Brief.PlaceOf(path);
        return new TestLead
        {
            Values = lead.Values,
            Owner = lead.Owner,
            Asset = context.Campaign.Of(CampaignAssetKind.Brief).FirstOrDefault(),
            Field = path,
            Line = line,
            Character = character,
        };
    });

    /// <summary>The test leads of an export.</summary>
    /// <param name="asset">The file.</param>
    /// <param name="table">The rules; what they look at must be there, but for the date: without one, the launch counts.</param>
    /// <param name="onProblem">Is told of rows that cannot be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FieldNotFoundException">A rule looks at a field that is not there.</exception>
    /// <exception cref="ExportFormatException">The file cannot be read.</exception>
    public static IReadOnlyList<TestLead> OfFile(CampaignAsset asset, RoutingTable table, Action<RecordProblem> onProblem, CancellationToken cancellation)
    {
        var leads = new List<TestLead>();
        RoutingColumns columns = null!;
        string? expectation = null;
        var options = new ImportOptions { RaggedRow = RaggedRow.Skip, OnProblem = onProblem, CountsLines = true, Cancellation = cancellation };
        using var reader = ExportReader.Open(asset.Path, options, schema =>
        {
            var fields = Map(schema);
            expectation = fields.IndexOf("Owner") is var owner and >= 0 ? schema.Columns[owner] : null;
            columns = new RoutingColumns(fields, [table], needsOwner: false, needsDate: false);
            return columns.Columns;
        });
        var dates = new DateParser();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            leads.Add(Read(asset, reader, columns, dates, expectation));
        }

        return leads;
    }

    private static TestLead Read(CampaignAsset asset, RecordReader row, RoutingColumns columns, DateParser dates, string? expectation)
    {
        var date = Text(columns.Assigned) ?? Text(columns.Created);
        var isDay = dates.Parse(date, out var moment) == DateProblem.None;
        return new TestLead
        {
            Values = new RoutingLead
            {
                Country = Text(columns.Country),
                State = Text(columns.State),
                PostalCode = Text(columns.PostalCode),
                Employees = Text(columns.Employees),
                Industry = Text(columns.Industry),
                Language = Text(columns.Language),
                Domain = Text(columns.Email) is { } email ? email.Substring(email.LastIndexOf('@') + 1) : null,
                Company = Text(columns.Company),
                Date = isDay ? new DateTime(RowValues.ToTicks(moment.UtcSeconds), DateTimeKind.Utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            },
            Website = Text(columns.Website),
            Owner = Text(columns.Owner),
            UnreadDate = isDay ? null : date,
            Asset = asset,
            Field = expectation,
            Row = row.Row,
            Line = row.Line,
        };

        string? Text(int column) => column >= 0 && row.GetString(column)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static FieldMapping Map(RecordSchema schema)
    {
        var column = schema.Columns.FirstOrDefault(name => Expectations.Contains(HeaderName.Normalize(name)));
        return FieldMapper.Map(schema, column is null ? new FieldMapOptions() : new FieldMapOptions { Overrides = new Dictionary<string, string> { ["Owner"] = column } });
    }
}
