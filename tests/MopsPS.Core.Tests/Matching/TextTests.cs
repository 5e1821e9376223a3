using MopsPS.Core.Matching.Data;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class TextTests
{
    [Theory]
    [InlineData("Müller", "Muller", "Mueller")]
    [InlineData("Weiß", "Weiss", null)]
    [InlineData("Søren Ærø", "Soren Aero", "Soeren Aeroe")]
    [InlineData("Łukasz", "Lukasz", null)]
    [InlineData("José Ñandú", "Jose Nandu", null)]
    [InlineData("Åberg", "Aberg", "Aaberg")]
    [InlineData("Дмитрий Щукин", "Dmitriy Shchukin", null)]
    [InlineData("Олександр Їжак", "Oleksandr Izhak", null)]
    [InlineData("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", null)]
    [InlineData("Nguyễn", "Nguyen", null)]
    [InlineData("Ｓｍｉｔｈ", "Smith", null)]
    [InlineData("山田", "山田", null)]
    [InlineData("a\u200Bb", "ab", null)]
    [InlineData("e\u0301", "e", null)]
    [InlineData("😀x", "😀x", null)]
    public void Letters_are_written_in_ascii(string text, string ascii, string? alternative)
    {
        Assert.Equal(ascii, Transliteration.ToAscii(text));
        Assert.Equal(alternative, Transliteration.Alternative(text));
    }

    [Fact]
    public void Ascii_text_is_the_same_string()
    {
        const string text = "John Smith";
        Assert.Same(text, Transliteration.ToAscii(text));
        const string normal = "john smith";
        Assert.Same(normal, MatchText.Normalize(normal));
    }

    [Theory]
    [InlineData("O'Neil-Smith", "oneil smith")]
    [InlineData(" Müller & Söhne  G.m.b.H. ", "muller and sohne g m b h")]
    [InlineData("AT&T", "at and t")]
    [InlineData("D’Angelo", "dangelo")]
    [InlineData("...", "")]
    [InlineData("a  b", "a b")]
    [InlineData("a ", "a")]
    [InlineData("", "")]
    public void Text_is_normalised(string text, string normal) => Assert.Equal(normal, MatchText.Normalize(text));

    // Codes of the article and of the implementations made from it (Philips's C++, Commons Codec, the Perl and Python ports).
    [Theory]
    [InlineData("Smith", "SM0", "XMT")]
    [InlineData("Schmidt", "XMT", "SMT")]
    [InlineData("Thompson", "TMPSN", "TMPSN")]
    [InlineData("Thomas", "TMS", "TMS")]
    [InlineData("Michael", "MKL", "MXL")]
    [InlineData("Jose", "HS", "HS")]
    [InlineData("Cabrillo", "KPRL", "KPR")]
    [InlineData("Gallegos", "KLKS", "KKS")]
    [InlineData("Wright", "RT", "RT")]
    [InlineData("Knight", "NT", "NT")]
    [InlineData("Xavier", "SF", "SFR")]
    [InlineData("Catherine", "K0RN", "KTRN")]
    [InlineData("Kathryn", "K0RN", "KTRN")]
    [InlineData("Richard", "RXRT", "RKRT")]
    [InlineData("McLaughlin", "MKLFLN", "MKLFLN")]
    [InlineData("Arnow", "ARN", "ARNF")]
    [InlineData("Filipowicz", "FLPTS", "FLPFX")]
    [InlineData("Wasserman", "ASRMN", "FSRMN")]
    [InlineData("Zhao", "J", "J")]
    [InlineData("Bacher", "PKR", "PKR")]
    [InlineData("Caesar", "SSR", "SSR")]
    [InlineData("edge", "AJ", "AJ")]
    [InlineData("Edgar", "ATKR", "ATKR")]
    [InlineData("Thumb", "0M", "TM")]
    [InlineData("Phillips", "FLPS", "FLPS")]
    [InlineData("Campbell", "KMPL", "KMPL")]
    [InlineData("Sugar", "XKR", "SKR")]
    [InlineData("Island", "ALNT", "ALNT")]
    [InlineData("resnais", "RSN", "RSNS")]
    [InlineData("school", "SKL", "SKL")]
    [InlineData("Breaux", "PR", "PR")]
    [InlineData("", "", "")]
    [InlineData("42", "", "")]
    public void Double_metaphone_gives_the_published_codes(string word, string primary, string alternate)
    {
        Assert.Equal(primary, Phonetics.DoubleMetaphone(word, out var other));
        Assert.Equal(alternate, other);
    }

    [Fact]
    public void Any_text_has_a_code()
    {
        CsCheck.Check.Sample(CsCheck.Gen.String, text => Phonetics.DoubleMetaphone(text, out _).Length <= 6);
        CsCheck.Check.Sample(CsCheck.Gen.String, text => MatchText.Normalize(MatchText.Normalize(text)) == MatchText.Normalize(text));
    }
}
