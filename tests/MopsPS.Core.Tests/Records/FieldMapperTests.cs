using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsvHelper;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public class FieldMapperTests
{
    private static FieldMapping Map(params string[] columns) => FieldMapper.Map(new RecordSchema(columns));

    [Fact]
    public void EveryAliasNamesACanonicalField() =>
        Assert.All(FieldCatalog.Aliases.Where(alias => !alias.IsMarker), alias => Assert.NotNull(FieldCatalog.Find(alias.Field)));

    [Theory]
    [InlineData("Email;First Name;Hs_Object_Id", ExportProfile.HubSpot)]
    [InlineData("Id;LastName;SystemModstamp", ExportProfile.Salesforce)]
    [InlineData("contactid;emailaddress1", ExportProfile.Dynamics365)]
    [InlineData("email;crm_lead_fid", ExportProfile.Pardot)]
    [InlineData("Email;Name", ExportProfile.Generic)]
    public void TheHeadersGiveTheProductAway(string columns, ExportProfile expected) =>
        Assert.Equal(expected, Map(columns.Split(';')).Profile);

    [Fact]
    public void ConnectorPrefixesCaseAndPunctuationDoNotCount()
    {
        var mapping = Map("properties.email", "property_firstname", "LAST_NAME", "Zip/Postal-Code");
        Assert.Equal([0, 1, 2, 3], new[] { "Email", "FirstName", "LastName", "PostalCode" }.Select(mapping.Require));
    }

    [Fact]
    public void TheSameNameMeansWhatItsNeighboursSay()
    {
        Assert.Equal("Company", Assert.Single(Map("name", "billing_city", "ticker_symbol", "is_deleted").Matches, m => m.Column == 0).Field.Name);
        Assert.Equal("FullName", Assert.Single(Map("name", "last_name", "is_deleted").Matches, m => m.Column == 0).Field.Name);
        Assert.Equal("MemberStatus", Assert.Single(Map("Status", "CampaignId", "HasResponded", "SystemModstamp").Matches, m => m.Column == 0).Field.Name);
    }

    [Fact]
    public void TwoEquallyGoodColumnsAreNotGuessedBetween()
    {
        var error = Assert.Throws<AmbiguousFieldException>(() => Map("E-Mail", "Email Address").Require("Email"));
        Assert.Equal(["E-Mail", "Email Address"], error.Columns);
        Assert.Equal("Email could be any of 'E-Mail', 'Email Address' in the input. Say which: -FieldMap @{ Email = 'E-Mail' }.", error.Message);
    }

    [Fact]
    public void AHigherRankWinsAndSaysSo()
    {
        var match = Map("Work Email", "Email").Get("Email");
        Assert.Equal((1, FieldEvidence.Label), (match.Column, match.Evidence));
        Assert.Contains("'Work Email'", match.Reason);
    }

    [Fact]
    public void AMissingFieldListsColumnsAndNearMisses()
    {
        var error = Assert.Throws<FieldNotFoundException>(() => Map("Emial", "Colour").Require("Email"));
        Assert.Equal(["Emial"], error.NearMisses);
        Assert.Equal("No column of the input is known as Email. Near: 'Emial'. Columns: 'Emial', 'Colour'. Name it: -FieldMap @{ Email = 'Emial' }.", error.Message);
    }

    [Fact]
    public void AnOverrideWinsAndAWrongOneIsAnError()
    {
        var schema = new RecordSchema(["Email", "Other"]);
        var options = new FieldMapOptions { Overrides = new Dictionary<string, string> { ["email"] = "other" } };
        Assert.Equal((1, FieldEvidence.Override), (FieldMapper.Map(schema, options).Get("Email").Column, FieldMapper.Map(schema, options).Get("Email").Evidence));
        options = new FieldMapOptions { Overrides = new Dictionary<string, string> { ["Email"] = "Othr" } };
        Assert.Equal(["Other"], Assert.Throws<FieldNotFoundException>(() => FieldMapper.Map(schema, options)).NearMisses);
    }

    [Fact]
    public void ValuesTellWhereNoHeaderDoes()
    {
        var schema = new RecordSchema(["a", "b"]);
        Assert.Equal(0, FieldMapper.Map(schema, null, [["x@example.com", "2026-01-02"], ["y@example.org", "7"]]).Require("Email"));
        Assert.Throws<AmbiguousFieldException>(() => FieldMapper.Map(schema, null, [["x@example.com", "y@example.com"]]).Require("Email"));
    }

    // The folder exists beside some clones only; where it is absent there is nothing to check against.
    [Theory]
    [InlineData("salesforce/sf_lead_data.csv", ExportProfile.Salesforce, "Email=email;Company=company;LeadStatus=status;HasOptedOut=has_opted_out_of_email;FullName=name;UtmSource=utm_source_c;ConvertedDate=converted_date")]
    [InlineData("salesforce/sf_account_data.csv", ExportProfile.Salesforce, "Company=name;City=billing_city;EmployeeCount=number_of_employees")]
    [InlineData("salesforce/sf_opportunity_data.csv", ExportProfile.Salesforce, "Stage=stage_name;Amount=amount;CloseDate=close_date")]
    [InlineData("hubspot/contact_data.csv", ExportProfile.HubSpot, "Email=property_email;FirstName=property_firstname;Title=property_jobtitle;CreatedDate=property_createdate")]
    [InlineData("hubspot/company_data.csv", ExportProfile.HubSpot, "Company=property_name;Industry=property_industry")]
    [InlineData("marketo/marketo_lead_data.csv", ExportProfile.Generic, "Email=email;FirstName=first_name;LastName=last_name")]
    [InlineData("dynamics_365_crm/contact_data.csv", ExportProfile.Dynamics365, "ContactId=contactid")]
    [InlineData("pardot/pardot_prospect_data.csv", ExportProfile.Pardot, "Email=email;LeadSource=source;HasOptedOut=opted_out;PostalCode=zip;Title=job_title")]
    public void RealExportsAreMapped(string file, ExportProfile profile, string expected)
    {
        var path = Find(Path.Combine("shared", "data", "exports", file));
        if (path is null) return;
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions());
        csv.ReadHeader();
        var mapping = FieldMapper.Map(new RecordSchema([.. csv.Headers], path));
        Assert.Equal(profile, mapping.Profile);
        Assert.Equal(expected, string.Join(";", expected.Split(';').Select(pair => pair.Split('=')[0]).Select(field => $"{field}={mapping.Schema.Columns[mapping.Require(field)]}")));
    }

    [Theory]
    [InlineData("ada@example.com", FieldKind.Email, "a***@example.com")]
    [InlineData("+49 30 123456", FieldKind.Phone, "+4***56")]
    [InlineData("Ada Lovelace", FieldKind.Name, "A*** L***")]
    [InlineData("12", FieldKind.Phone, "***")]
    [InlineData("not an address", FieldKind.Email, "n***")]
    [InlineData("", FieldKind.Text, "")]
    public void PersonalValuesAreMasked(string value, FieldKind kind, string expected) => Assert.Equal(expected, Masking.Value(value, kind));

    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(System.AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, relative))) return Path.Combine(folder.FullName, relative);
        return null;
    }
}
