using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Matching;
using MopsPS.Core.Policy;
using Xunit;

namespace MopsPS.Core.Tests.Duplicates;

/// <summary>Searches over rows: what belongs together does, what does not stays apart, and nothing depends on order or threads.</summary>
public class DuplicateFinderTests
{
    private static readonly string[] Contact = ["First Name", "Last Name", "Email", "Phone", "Company", "Street", "City", "Postal Code"];

    [Fact]
    public void AHundredRowsWorkFromWhatIsShipped()
    {
        var rows = People.Make(84, 7, out var truth);
        Assert.InRange(rows.Count, 95, 105);
        var measure = PairMeasure.Of(Searching.Clusters(Searching.Run(People.Header, rows)), truth);
        Assert.True(measure.Precision >= .95 && measure.Recall >= .95, measure.ToString());
    }

    [Fact]
    public void ThousandsOfRowsAreBlockedAndStillFound()
    {
        var rows = People.Make(6000, 8, out var truth);
        var run = Searching.Run(People.Header, rows);
        Assert.NotEmpty(run.Keys);
        Assert.True(run.CandidatePairs <= Math.Max(15e6, 18.0 * rows.Count));
        Assert.InRange(run.MissedShare, 0, .1);
        var measure = PairMeasure.Of(Searching.Clusters(run), truth);
        Assert.True(measure.Precision >= .97 && measure.Recall >= .97, measure.ToString());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(600)]
    public void BranchesOfAFirmAreNotOneAccount(int firms)
    {
        var rows = Branches.Make(firms, 5, out var truth);
        var measure = PairMeasure.Of(Searching.Clusters(Searching.Run(Branches.Header, rows)), truth);
        Assert.True(measure.Precision >= .97 && measure.Recall >= .97, measure.ToString());
    }

    [Theory]
    [InlineData("nickname", "Robert,Hale,,+1 617 555 0100,Acme Inc,1 Main St,Boston,02110", "Bob,Hale,,(617) 555-0100,Acme,1 Main Street,Boston,02110", true)]
    [InlineData("swapped names", "Ada,Quist,ada.quist@fjord.example,,Fjord AB,,Oslo,0150", "Quist,Ada,ada.quist@fjord.example,,Fjord,,Oslo,0150", true)]
    [InlineData("typo in the mail", "Ada,Quist,ada.quist@fjord.example,,Fjord AB,,Oslo,0150", "Ada,Quist,ada.qiust@fjord.example,,Fjord,,Oslo,0150", true)]
    [InlineData("accents", "Zoë,Müller,zoe@gruen.example,,Grün GmbH,,Köln,50667", "Zoe,Mueller,zoe@gruen.example,,Gruen,,Koeln,50667", true)]
    [InlineData("colleagues on one switchboard", "Ada,Quist,ada.quist@fjord.example,+47 22 55 01 00,Fjord AB,Storgata 1,Oslo,0150", "Ben,Rossi,ben.rossi@fjord.example,+47 22 55 01 00,Fjord AB,Storgata 1,Oslo,0150", false)]
    [InlineData("a role inbox", "Ada,Quist,info@fjord.example,,Fjord AB,,Oslo,0150", "Ben,Rossi,info@fjord.example,,Fjord AB,,Oslo,0150", false)]
    [InlineData("a couple", "Karin,Vogel,karin.vogel@web.example,+49 30 555 0100,,Lindenweg 4,Berlin,10115", "Jonas,Vogel,jonas@post.example,+49 30 555 0100,,Lindenweg 4,Berlin,10115", false)]
    [InlineData("senior and junior", "Henry,Hale Sr,henry@hale.example,+1 617 555 0100,Hale & Sons,1 Main St,Boston,02110", "Henry,Hale Jr,henry.jr@hale.example,+1 617 555 0100,Hale & Sons,1 Main St,Boston,02110", false)]
    [InlineData("namesakes", "John,Smith,john.smith@jade.example,+44 20 7946 0100,Jade Ltd,1 Mill Lane,Leeds,LS1 4AP", "John,Smith,j.smith@lotus.example,+1 617 555 0199,Lotus Inc,9 State St,Boston,02110", false)]
    [InlineData("placeholders", "n/a,n/a,noreply@jade.example,000-000,n/a,n/a,n/a,00000", "n/a,n/a,noreply@lotus.example,000-000,n/a,n/a,n/a,00000", false)]
    public void AmongOtherPeopleAPairIsToldAs(string what, string left, string right, bool same)
    {
        // Two hundred others without any duplicate, so that the pair is judged by what is shipped and what is usual.
        var rows = People.Make(200, 11, out var truth).Zip(truth, (row, person) => (row, person)).GroupBy(pair => pair.person, (_, pairs) => pairs.First().row).ToList();
        rows.Add(Split(left));
        rows.Add(Split(right));
        var clusters = Searching.Clusters(Searching.Run(Contact, rows));
        Assert.True((clusters[^1] == clusters[^2]) == same, what);
        Assert.Equal(rows.Count - (same ? 1 : 0), clusters.Distinct().Count());
    }

    [Fact]
    public void OrderAndThreadsDoNotMatter()
    {
        var rows = People.Make(700, 3, out _);
        var first = Named(rows, 1);
        Assert.NotEmpty(first);
        Assert.Equal(first, Named(rows, 2));
        var random = new Random(5);
        Assert.Equal(first, Named([.. rows.OrderBy(_ => random.Next())], 2));
        rows.Reverse();
        Assert.Equal(first, Named(rows, 2));
    }

    [Fact]
    public void WholeNamesCompareWithTwoColumnsAndOtherHeaders()
    {
        var run = Searching.Run(
            new DuplicateOptions { Threads = 1 },
            (["Full Name", "E-mail", "Employer"], [["Ada Quist", "ada.quist@fjord.example", "Fjord AB"], ["Ben Rossi", "ben@lotus.example", "Lotus"], ["Cleo Hart", "cleo@jade.example", "Jade"]], false),
            (["First Name", "Last Name", "Email", "Company"], [["Ada", "Quist", "ada.quist@fjord.example", "Fjord"], ["Dan", "Ives", "dan@oak.example", "Oak"]], false));
        Assert.Equal(["Match:0,3"], Searching.Texts(run));
        Assert.Contains("FirstName", run.UsedFields);
    }

    [Fact]
    public void KnownRecordsAreNotComparedWithEachOther()
    {
        var rows = People.Make(60, 4, out _).ToArray();
        var run = Searching.Run(new DuplicateOptions { Threads = 2 }, (People.Header, [rows[0]], false), (People.Header, rows, true));
        // Row 0 is the new one; of the known ones the first two are the same person.
        Assert.All(run.Groups(), group => Assert.Contains(0, group.Rows));
        Assert.All(run.Pairs, pair => Assert.Equal(0, Math.Min(pair.Left, pair.Right)));
        Assert.NotEmpty(run.Groups());
    }

    [Fact]
    public void EvidenceAddsUpToTheScoreOfEveryPair()
    {
        var rows = People.Make(300, 9, out _);
        var run = Searching.Run(People.Header, rows, new DuplicateOptions { Threads = 2, Explain = true, ReviewThreshold = .02 });
        var pairs = new DuplicateResults(run, PolicyLoader.Preset("default")).Pairs().ToArray();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(pair.Weight, pair.Evidence.Sum(step => step.Weight), 1));
    }

    [Fact]
    public void AModelSurvivesItsFileAndDoesTheSame()
    {
        var rows = People.Make(300, 9, out _);
        var run = Searching.Run(People.Header, rows);
        var file = new MemoryStream();
        ModelFile.Write(DuplicateModel.Of(run), file);
        file.Position = 0;
        var model = ModelFile.Read(file);
        var again = Searching.Run(People.Header, rows, new DuplicateOptions { Threads = 2, Model = model });
        Assert.Equal(DuplicateModelSource.File, again.Model);
        Assert.Equal(run.Pairs, again.Pairs);
        var other = Searching.Run(["Email", "Customer Number"], rows.Select((row, i) => new[] { row[2], $"K{i / 2:00000}" }), new DuplicateOptions { Threads = 2, Model = model });
        Assert.Equal(DuplicateModelSource.Learned, other.Model);
        Assert.Contains("Customer Number", other.ModelProblem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("not json", false)]
    [InlineData("""{"kind":"MopsPS duplicate model","version":2}""", true)]
    [InlineData("""{"kind":"MopsPS duplicate model","version":1,"records":1,"partners":{"same":0.1},"fields":[{"name":"Email","kind":"Email","levels":["Different","Exact"],"same":[0,1],"strangers":[0.9,0.1]}],"ties":[]}""", false)]
    [InlineData("""{"kind":"MopsPS duplicate model","version":1,"records":1,"partners":{"same":-1},"fields":[],"ties":[]}""", false)]
    public void ABadModelIsRefused(string json, bool isVersion)
    {
        var error = Assert.Throws<DuplicateModelException>(() => ModelFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))));
        Assert.Equal(isVersion, error.IsVersion);
    }

    [Fact]
    public void ItCanBeStopped()
    {
        var source = new CancellationTokenSource();
        var rows = People.Make(3000, 2, out _);
        var options = new DuplicateOptions { Threads = 2, Cancellation = source.Token, OnProgress = (phase, _) => { if (phase == "Comparing") source.Cancel(); } };
        Assert.ThrowsAny<OperationCanceledException>(() => Searching.Run(People.Header, rows, options));
    }

    private static string[] Named(List<string?[]> rows, int threads)
    {
        var run = Searching.Run(People.Header, rows, new DuplicateOptions { Threads = threads });
        return [.. run.Groups().Select(group => FormattableString.Invariant($"{group.Band} {group.Score:R} ") + string.Join(" / ", group.Rows.Select(row => string.Join(",", rows[row])).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
    }

    private static string?[] Split(string row) => [.. row.Split(',').Select(value => value.Length == 0 ? null : value)];
}
