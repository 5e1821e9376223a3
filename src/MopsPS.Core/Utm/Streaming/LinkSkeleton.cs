using System;
using System.Text;
using MopsPS.Core.Utm.Parsing;
using MopsPS.Core.Utm.Rules;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>
/// Reduces a plain link to what the rules look at: the class of its host, its UTM parameters and those others that mean something, free values
/// replaced by a mark. Two links of the same skeleton get the same findings, the same channel and the same counts. Used by one thread.
/// </summary>
internal sealed class LinkSkeleton
{
    /// <summary>The longest link that is reduced, in bytes.</summary>
    public const int MaxLength = 2000;

    private const byte Free = 1;
    private const byte NoValue = 2;
    private const byte HostMark = 3;
    private const byte Parameter = 0x80;
    private const byte OtherParameter = 0xC0;
    private const int NameCapacity = 512;

    private static readonly byte[][] Keys = [.. System.Linq.Enumerable.Select(UtmKeys.ShortNames, name => Encoding.UTF8.GetBytes(UtmKeys.Prefix + name))];
    private static readonly object Neutral = new();
    private static readonly object Telling = new();

    private readonly HostClasses _hosts;
    private readonly FreeValues _free;
    private readonly BytesTable<object> _names = new(NameCapacity, NameCapacity * 24);
    private readonly int[] _starts = new int[Keys.Length];
    private readonly int[] _lengths = new int[Keys.Length];
    private readonly byte[] _skeleton;
    private readonly int _longest;
    private int _length;
    private int _present;
    private int _freeValues;

    public LinkSkeleton(UtmAuditor auditor, string? page)
    {
        _hosts = new HostClasses(auditor.Policy.Utm, page);
        _free = new FreeValues(auditor.Policy, auditor.Taxonomy);
        // What is longer has a finding about its length, which is no matter of the skeleton.
        _longest = Math.Min(auditor.Policy.Utm.MaxUrlLength, MaxLength);
        // Marks take the place of an ampersand, a name or a value; the host may come a second time.
        _skeleton = new byte[(2 * _longest) + 16];
    }

    /// <summary>The skeleton of the link that was read last.</summary>
    public ReadOnlySpan<byte> Bytes => _skeleton.AsSpan(0, _length);

    /// <summary>Whether a UTM parameter of the link that was read last has a free value.</summary>
    public bool IsFree(int parameter) => (_freeValues & (1 << parameter)) != 0;

    /// <summary>The value of a UTM parameter in the link that was read last.</summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> url, int parameter) => url.Slice(_starts[parameter], _lengths[parameter]);

    /// <summary>Reads a link.</summary>
    /// <param name="url">The link in UTF-8.</param>
    /// <returns>False where it is not plain: it must be audited whole.</returns>
    public bool Read(ReadOnlySpan<byte> url)
    {
        if (url.Length > _longest) return false;
        var host = url.StartsWith("https://"u8) ? 8 : url.StartsWith("http://"u8) ? 7 : url.Length;
        var at = host;
        while (at < url.Length && (LinkBytes.Classes[url[at]] & LinkBytes.Host) != 0) at++;
        if (at == host || (at < url.Length && url[at] is not ((byte)'/' or (byte)'?' or (byte)'#'))) return false;
        var origin = at;
        var hostClass = _hosts.Find(url.Slice(0, at));
        if (hostClass < 0) return false;
        _length = 0;
        _present = _freeValues = 0;
        Put((byte)hostClass);
        Put((byte)(hostClass >> 8));
        while (at < url.Length && (LinkBytes.Classes[url[at]] & LinkBytes.PathStop) == 0) at++;
        var namesHost = false;
        if (at < url.Length && url[at] == '?')
        {
            do
            {
                at++;
                if (!ReadParameter(url, ref at, ref namesHost)) return false;
            }
            while (at < url.Length && url[at] == '&');
        }

        if (at < url.Length && url[at] == '#') at = FragmentEnd(url, at + 1);
        if (at < url.Length) return false;
        if (namesHost)
        {
            // A source that could be the link's own host makes the link internal.
            Put(HostMark);
            Put(url.Slice(host, origin - host));
        }

        return true;
    }

    private bool ReadParameter(ReadOnlySpan<byte> url, ref int at, ref bool namesHost)
    {
        var start = at;
        while (at < url.Length && LinkBytes.IsName(url[at])) at++;
        var name = url.Slice(start, at - start);
        if (name.IsEmpty) return false;
        var hasValue = at < url.Length && url[at] == '=';
        byte classes = 0;
        if (hasValue) at++;
        var valueStart = at;
        if (hasValue)
        {
            for (byte found; at < url.Length && ((found = LinkBytes.Classes[url[at]]) & LinkBytes.Stop) == 0; at++) classes |= found;
        }

        if (at < url.Length && url[at] is not ((byte)'&' or (byte)'#')) return false;
        var value = url.Slice(valueStart, at - valueStart);
        if (name.Length < 3 || !LinkBytes.AreSame(name.Slice(0, 3), "utm"u8)) return PutOther(name, value, hasValue, classes);
        var parameter = KeyOf(name);
        // Misspelled and repeated ones are for the whole audit.
        if (parameter < 0 || (_present & (1 << parameter)) != 0) return false;
        _present |= 1 << parameter;
        _starts[parameter] = valueStart;
        _lengths[parameter] = value.Length;
        Put((byte)(Parameter | parameter));
        if (!value.IsEmpty && _free.IsFree(parameter, value, classes))
        {
            _freeValues |= 1 << parameter;
            Put(Free);
        }
        else
        {
            if (!hasValue) Put(NoValue);
            Put(value);
            if (parameter == 0 && value.IndexOf((byte)'.') >= 0) namesHost = true;
        }

        return true;
    }

    // A parameter of the page matters where its name says click or person, or its value could hide an address.
    private bool PutOther(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, bool hasValue, byte classes)
    {
        if (_names.Find(name, out var hash) is not { } kind)
        {
            var text = Encoding.UTF8.GetString(name.ToArray());
            kind = ParameterRules.IsClickId(text) || PersonalValue.IsKey(text) ? Telling : Neutral;
            _names.Add(name, hash, kind);
        }

        if (kind == Neutral && (classes & LinkBytes.Risky) == 0) return true;
        Put(OtherParameter);
        Put(name);
        Put(hasValue ? (byte)'=' : NoValue);
        Put(value);
        return true;
    }

    private static int FragmentEnd(ReadOnlySpan<byte> url, int at)
    {
        // Without an equals sign there is no parameter in it.
        while (at < url.Length && (LinkBytes.Classes[url[at]] & LinkBytes.PathStop) == 0 && url[at] != '=') at++;
        return at;
    }

    private static int KeyOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Keys.Length; i++)
            if (Keys[i].Length == name.Length && name.SequenceEqual(Keys[i])) return i;
        return -1;
    }

    private void Put(byte value) => _skeleton[_length++] = value;

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_skeleton.AsSpan(_length));
        _length += bytes.Length;
    }
}
