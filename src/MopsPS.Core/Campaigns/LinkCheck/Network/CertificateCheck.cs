using System;
using System.Globalization;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>Says in words what is wrong with a certificate.</summary>
internal static class CertificateCheck
{
    /// <summary>What is wrong; null where it is in order.</summary>
    public static string? Problem(string host, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return null;
        if (certificate is null || (errors & SslPolicyErrors.RemoteCertificateNotAvailable) != 0) return $"'{host}' shows no certificate.";
        var own = certificate as X509Certificate2;
        if (own is not null && own.NotAfter < DateTime.Now) return $"The certificate of '{host}' ended on {Day(own.NotAfter)}.";
        if (own is not null && own.NotBefore > DateTime.Now) return $"The certificate of '{host}' begins on {Day(own.NotBefore)}.";
        if ((errors & SslPolicyErrors.RemoteCertificateNameMismatch) != 0)
        {
            var name = own?.GetNameInfo(X509NameType.DnsName, forIssuer: false);
            return $"The certificate is not for '{host}'{(string.IsNullOrEmpty(name) ? string.Empty : $" but for '{name}'")}.";
        }

        var statuses = chain?.ChainStatus.Select(status => status.Status).Where(status => status != X509ChainStatusFlags.NoError).Distinct().ToArray() ?? [];
        if (statuses.Any(status => status is X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain))
            return $"The certificate of '{host}' is from an issuer that is not trusted ({(own is null ? certificate.Issuer : own.GetNameInfo(X509NameType.SimpleName, forIssuer: true))}).";
        return $"The certificate of '{host}' is not in order: {string.Join(", ", statuses)}.";
    }

    private static string Day(DateTime date) => date.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
