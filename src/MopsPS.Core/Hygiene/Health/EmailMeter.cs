using System;
using System.Text;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Counts addresses by what they are good for.</summary>
internal sealed class EmailMeter
{
    private readonly Utf8Cache<EmailProviderKind?> _domains = new(domain => EmailProviders.TryGet(domain.Trim().ToLowerInvariant(), out var provider) ? provider!.Kind : null, 1 << 14);

    public long Missing { get; private set; }

    public long Invalid { get; private set; }

    public long Role { get; private set; }

    public long Disposable { get; private set; }

    public long Free { get; private set; }

    public long Usable { get; private set; }

    /// <summary>Adds an address.</summary>
    /// <param name="utf8">The address as it stands.</param>
    /// <param name="verdict">What its repair says; null for a blank one.</param>
    public void Add(ReadOnlySpan<byte> utf8, FieldVerdict? verdict)
    {
        if (verdict is null || verdict.Rule == RepairRule.Placeholder && verdict.State != FieldState.Clean)
        {
            Missing++;
            return;
        }

        // Not well-formed as it stands: what can be repaired cannot be mailed before.
        var at = utf8.LastIndexOf((byte)'@');
        if (at <= 0 || verdict.State == FieldState.Unsure || (verdict.State == FieldState.Repair && (verdict.Rule == RepairRule.EmailDomain || !IsWellFormed(utf8))))
        {
            Invalid++;
            return;
        }

        var kind = _domains.Get(utf8.Slice(at + 1));
        if (kind == EmailProviderKind.Disposable)
        {
            Disposable++;
            return;
        }

        if (kind == EmailProviderKind.Free) Free++;
        // A mailbox named info at a free provider is a person's or a small firm's, as for duplicates.
        if (kind is null && RoleMailboxes.RoleOf(Encoding.UTF8.GetString(utf8.Slice(0, at).ToArray()).Trim().ToLowerInvariant()) != MailboxRole.None) Role++;
        else Usable++;
    }

    // Blanks round it and capitals do not keep mail from arriving.
    private static bool IsWellFormed(ReadOnlySpan<byte> utf8) => EmailSyntax.Problem(Encoding.UTF8.GetString(utf8.ToArray()).Trim()) is null;
}
