using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using MopsPS.Core.Audience.Addresses;
using MopsPS.Core.Audience.Suppressions;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Normalizing;
using Xunit;

namespace MopsPS.Core.Tests.Audience;

/// <summary>What is done with bytes gives what the normalisers of the duplicates give with texts.</summary>
public class AddressTests
{
    private static readonly Gen<string> Local = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['A', 'Z'], Gen.Char['0', '9'], Gen.OneOfConst('.', '-', '_', '+', 'ä', 'É')), 1, 20],
        Gen.OneOfConst("info", "Sales.UK", "sales2", "no-reply", "support+de", "team.ops", "j.doe+news", "vertrieb-de", "info.1", "sales2.3"));

    private static readonly Gen<string> Domain = Gen.OneOfConst("gmail.com", "GoogleMail.com", "outlook.com", "yahoo.com", "proton.me", "pm.me", "acme.example", "Mail.Acme.Example", "münchen.example");

    private static readonly Gen<string> Blank = Gen.OneOfConst("", " ", "\t", "  ");

    [Fact]
    public void BytesAndTextsGiveTheSameAddressAndMailbox() => Gen.Select(Local, Domain, Blank, Gen.Bool).Sample((local, domain, blank, isLink) =>
    {
        var text = $"{blank}{(isLink ? "MailTo:" : "")}{local}@{domain}{blank}";
        var address = new AddressText();
        address.Set(Encoding.UTF8.GetBytes(text));
        var expected = EmailParts.Normalize(text);
        if (expected is null) return PlaceholderFilter.Holds(address);
        if (Encoding.UTF8.GetString(address.Value.ToArray()) != expected) return false;
        if (!address.IsValid) return true;
        var mailbox = new MailboxKey();
        var key = mailbox.Of(address, DomainTable.Find(address.Domain));
        return key.Equals(Key128.Of(Encoding.UTF8.GetBytes(EmailProviders.Mailbox(expected))))
            && (mailbox.Length == 0) == (EmailProviders.Mailbox(expected) == expected);
    }, iter: 20_000);

    [Fact]
    public void BytesAndTextsGiveTheSameRole() => Local.Sample(local =>
    {
        var lower = local.ToLowerInvariant();
        return new RoleFilter().RoleOf(Encoding.UTF8.GetBytes(lower)) == RoleMailboxes.RoleOf(lower);
    }, iter: 20_000);

    [Theory]
    [InlineData("ada@acme.example", true)]
    [InlineData("a.d-a+x_y'z@sub.acme.example", true)]
    [InlineData("ünï@bücher.example", true)]
    [InlineData("ada@xn--bcher-kva.example", true)]
    [InlineData("ada@acme", false)]
    [InlineData("ada@acme..example", false)]
    [InlineData("ada@-acme.example", false)]
    [InlineData("ada@acme-.example", false)]
    [InlineData("ada@acme.example.", false)]
    [InlineData("ada@127.0.0.1", false)]
    [InlineData("ada@acme.e", false)]
    [InlineData(".ada@acme.example", false)]
    [InlineData("ada.@acme.example", false)]
    [InlineData("a..da@acme.example", false)]
    [InlineData("a b@acme.example", false)]
    [InlineData("ada@acme.example;bob@acme.example", false)]
    [InlineData("ada@bob@acme.example", false)]
    [InlineData("<ada@acme.example>", false)]
    [InlineData("\"ada\"@acme.example", false)]
    [InlineData("@acme.example", false)]
    [InlineData("ada", false)]
    [InlineData("", false)]
    public void AnAddressIsValidOrNot(string text, bool isValid)
    {
        var address = new AddressText();
        address.Set(Encoding.UTF8.GetBytes(text));
        Assert.Equal(isValid, address.IsValid);
    }

    [Fact]
    public void LengthsAreBounded()
    {
        var address = new AddressText();
        bool IsValid(int local, int label, int labels)
        {
            address.Set(Encoding.UTF8.GetBytes(new string('a', local) + "@" + string.Join(".", Enumerable.Repeat(new string('b', label), labels))));
            return address.IsValid;
        }

        Assert.True(IsValid(64, 63, 2));
        Assert.False(IsValid(65, 63, 2));
        Assert.False(IsValid(64, 64, 2));
        Assert.False(IsValid(64, 62, 4));
    }

    [Fact]
    public void HashesAreReadInEachForm() => Local.Sample(local =>
    {
        var bytes = Encoding.UTF8.GetBytes(local);
#pragma warning disable CA5350, CA5351
        var all = new[] { (SuppressionKind.Sha256, SHA256.HashData(bytes)), (SuppressionKind.Sha1, SHA1.HashData(bytes)), (SuppressionKind.Md5, MD5.HashData(bytes)) };
#pragma warning restore CA5350, CA5351
        return all.All(pair =>
        {
            using var digest = new AddressDigest(pair.Item1);
            var key = digest.Of(bytes, bytes.Length);
            var base64 = Convert.ToBase64String(pair.Item2);
            return new[] { Convert.ToHexString(pair.Item2), Convert.ToHexString(pair.Item2).ToLowerInvariant(), base64, base64.Replace('+', '-').Replace('/', '_') }
                .All(text => DigestText.Read(Encoding.UTF8.GetBytes(text), out var read) == pair.Item1 && read.Equals(key));
        });
    }, iter: 500);

    [Theory]
    [InlineData("zz3e5f1a2b3c4d5e6f708192a3b4c5d6")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA!====")]
    public void OtherTextIsNoHash(string text) => Assert.Equal(SuppressionKind.None, DigestText.Read(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void AMapKeepsEachKeyOnce()
    {
        var map = new KeyMap();
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 20_000; i++) Assert.Equal(round == 0, map.Add(Key128.Of(BitConverter.GetBytes(i)), i));
        Assert.Equal(20_000, map.Count);
        for (var i = 0; i < 40_000; i++)
        {
            Assert.Equal(i < 20_000, map.TryGet(Key128.Of(BitConverter.GetBytes(i)), out var value));
            if (i < 20_000) Assert.Equal(i, value);
        }
    }
}
