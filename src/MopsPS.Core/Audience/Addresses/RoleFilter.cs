using System;
using System.Text;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>
/// Tells mailboxes of a function (info, sales-us) from those of persons as <see cref="RoleMailboxes.RoleOf(string)"/> does, and makes a text only for what may be one.
/// Not for several threads at once.
/// </summary>
internal sealed class RoleFilter
{
    private static readonly Lazy<KeyMap> Names = new(Load);

    private readonly byte[] _letters = new byte[64];

    /// <summary>What function a mailbox has.</summary>
    /// <param name="local">The part before the @ of a valid address.</param>
    public MailboxRole RoleOf(ReadOnlySpan<byte> local) => MayBeRole(local) ? RoleMailboxes.RoleOf(Encoding.UTF8.GetString(local.ToArray())) : MailboxRole.None;

    private bool MayBeRole(ReadOnlySpan<byte> local)
    {
        int first = -1, letters = 0;
        for (var i = 0; i < local.Length; i++)
        {
            // Digits of other scripts: let the table decide.
            if (local[i] >= 0x80) return true;
            if (local[i] is (byte)'.' or (byte)'-' or (byte)'_' or (byte)'+')
            {
                if (first < 0) first = i;
            }
            else
            {
                _letters[letters++] = local[i];
            }
        }

        while (letters > 0 && _letters[letters - 1] is >= (byte)'0' and <= (byte)'9') letters--;
        return Names.Value.Contains(Key128.Of(local)) || Names.Value.Contains(Key128.Of(_letters.AsSpan(0, letters)))
            || (first > 0 && Names.Value.Contains(Key128.Of(local.Slice(0, first))));
    }

    private static KeyMap Load()
    {
        var names = new KeyMap();
        foreach (var name in RoleMailboxes.All) names.Add(Key128.Of(Encoding.UTF8.GetBytes(name)));
        return names;
    }
}
