using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class EmailDataTests
{
    [Theory]
    [InlineData("j.doe+news@googlemail.com", "jdoe@gmail.com")]
    [InlineData("jdoe@gmail.com", "jdoe@gmail.com")]
    [InlineData("j.doe+news@outlook.com", "j.doe@outlook.com")]
    [InlineData("j.doe@me.com", "j.doe@icloud.com")]
    [InlineData("j.doe+news@acme.com", "j.doe+news@acme.com")]
    [InlineData("+news@gmail.com", "+news@gmail.com")]
    [InlineData("@gmail.com", "@gmail.com")]
    [InlineData("gmail.com", "gmail.com")]
    public void A_mailbox_follows_the_providers_rules(string address, string mailbox) => Assert.Equal(mailbox, EmailProviders.Mailbox(address));

    [Theory]
    [InlineData("gmail.com", EmailProviderKind.Free)]
    [InlineData("yahoo.co.uk", EmailProviderKind.Free)]
    [InlineData("t-online.de", EmailProviderKind.Isp)]
    [InlineData("privaterelay.appleid.com", EmailProviderKind.Relay)]
    [InlineData("mailinator.com", EmailProviderKind.Disposable)]
    public void Providers_are_known(string domain, EmailProviderKind kind)
    {
        Assert.True(EmailProviders.TryGet(domain, out var provider));
        Assert.Equal(kind, provider!.Kind);
        Assert.False(EmailProviders.TryGet("acme.com", out _));
    }

    [Theory]
    [InlineData("info", MailboxRole.General)]
    [InlineData("no-reply", MailboxRole.NoReply)]
    [InlineData("noreply", MailboxRole.NoReply)]
    [InlineData("sales2", MailboxRole.Sales)]
    [InlineData("sales-us", MailboxRole.Sales)]
    [InlineData("accounts.payable", MailboxRole.Finance)]
    [InlineData("buchhaltung", MailboxRole.Finance)]
    [InlineData("compras", MailboxRole.Finance)]
    [InlineData("accueil", MailboxRole.General)]
    [InlineData("work.johnson", MailboxRole.None)]
    [InlineData("john.smith", MailboxRole.None)]
    [InlineData("john", MailboxRole.None)]
    [InlineData("jsmith42", MailboxRole.None)]
    [InlineData("", MailboxRole.None)]
    [InlineData("123", MailboxRole.None)]
    [InlineData(".", MailboxRole.None)]
    public void Roles_are_told_from_people(string local, MailboxRole role) => Assert.Equal(role, RoleMailboxes.RoleOf(local));

    [Fact]
    public void No_role_is_a_given_name()
    {
        var both = EmbeddedTable.Read("Matching/role-mailboxes.csv").SelectMany(row => row[2].Split('|')).Where(name => GivenNames.TryGet(name, out _));
        Assert.Empty(both);
    }

    [Theory]
    [InlineData("www.example.co.uk", "example.co.uk")]
    [InlineData("example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("a.b.example.com", "example.com")]
    [InlineData("shop.acme.github.io", "acme.github.io")]
    [InlineData("acme.myshopify.com", "acme.myshopify.com")]
    [InlineData("mail.acme.com.au", "acme.com.au")]
    [InlineData("acme.s3.amazonaws.com", "acme.s3.amazonaws.com")]
    [InlineData("localhost", "localhost")]
    [InlineData("192.168.0.1", "192.168.0.1")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("www.example.com.", "example.com")]
    [InlineData(".", ".")]
    [InlineData("", "")]
    [InlineData("xco.uk", "xco.uk")]
    [InlineData("a.xco.uk", "xco.uk")]
    public void A_registrable_domain_is_one_owners(string host, string domain) => Assert.Equal(domain, PublicSuffixes.RegistrableDomain(host));

    [Fact]
    public void A_domain_that_is_one_costs_nothing()
    {
        const string host = "example.co.uk";
        Assert.Same(host, PublicSuffixes.RegistrableDomain(host));
        Assert.True(PublicSuffixes.Contains("co.uk"));
        Assert.False(PublicSuffixes.Contains("example.co.uk"));
        var suffixes = EmbeddedTable.Read("Matching/public-suffixes.csv").SelectMany(row => row[2].Split('|')).ToList();
        Assert.True(suffixes.Count > 250);
        Assert.All(suffixes, suffix => Assert.True(suffix.IndexOf('.') > 0 && PublicSuffixes.Contains(suffix), suffix));
    }
}
