using System.Linq;
using MopsPS.Core.Matching.Data;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class CompanyNameTests
{
    [Theory]
    [InlineData("Acme Inc.", "acme", "inc")]
    [InlineData("Acme Incorporated", "acme", "inc")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "muller and sohne", "gmbh & co kg")]
    [InlineData("Müller G.m.b.H.", "muller", "gmbh")]
    [InlineData("Weber Holding AG", "weber", "ag")]
    [InlineData("Startup UG (haftungsbeschränkt)", "startup", "ug")]
    [InlineData("Rossi S.p.A.", "rossi", "spa")]
    [InlineData("SARL Dupont", "dupont", "sarl")]
    [InlineData("Dupont S.A.R.L.", "dupont", "sarl")]
    [InlineData("PT Maju Jaya Tbk", "maju jaya", "tbk")]
    [InlineData("Kowalski Sp. z o.o.", "kowalski", "spzoo")]
    [InlineData("Transportes Garcia, S.A. de C.V.", "transportes garcia", "sa de cv")]
    [InlineData("Atlassian Pty Ltd", "atlassian", "pty ltd")]
    [InlineData("Infosys Pvt. Ltd.", "infosys", "pvt ltd")]
    [InlineData("Tesco PLC", "tesco", "plc")]
    [InlineData("Nokia Oyj", "nokia", "oyj")]
    [InlineData("Novo Nordisk A/S", "novo nordisk", "as")]
    [InlineData("Smith Group", "smith", "group")]
    [InlineData("The Company", "the", "co")]
    [InlineData("Limited", "limited", null)]
    [InlineData("GmbH & Co. KG", "gmbh and co kg", null)]
    [InlineData("Limited Brands", "limited brands", null)]
    public void Legal_forms_are_stripped(string name, string left, string? form)
    {
        var words = MatchText.Normalize(name).Split(' ');
        var core = LegalForms.Strip(words);
        Assert.Equal(left, string.Join(" ", words.Skip(core.Start).Take(core.End - core.Start)));
        Assert.Equal(form, core.Form?.Name);
    }

    [Fact]
    public void A_form_says_its_countries_and_loose_words_may_stay()
    {
        var words = new[] { "smith", "group", "ltd" };
        var strict = LegalForms.Strip(words, loose: false);
        Assert.Equal(2, strict.End);
        Assert.Contains("GB", strict.Form!.Countries);
        Assert.Equal(1, LegalForms.Strip(words).End);
        Assert.Equal("gmbh", LegalForms.Find(["gesellschaft", "mit", "beschrankter", "haftung"])!.Name);
        Assert.Null(LegalForms.Find(["smith", "ltd"]));
    }

    [Theory]
    [InlineData("mfg", "manufacturing", CompanyWordWeight.Weak)]
    [InlineData("intl", "international", CompanyWordWeight.Weak)]
    [InlineData("und", "and", CompanyWordWeight.Noise)]
    [InlineData("bros", "brothers", CompanyWordWeight.Plain)]
    [InlineData("media", "media", CompanyWordWeight.Plain)]
    [InlineData("acme", "acme", CompanyWordWeight.Name)]
    public void Company_words_have_a_form_and_a_weight(string word, string canonical, CompanyWordWeight weight)
    {
        Assert.Equal(canonical, CompanyWords.Canonical(word));
        Assert.Equal(weight, CompanyWords.WeightOf(word));
    }
}
