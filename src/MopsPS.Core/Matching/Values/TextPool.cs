using System;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// Texts by number, many in one array: a million texts are some dozen objects to the garbage collector and take half the memory of as many strings.
/// </summary>
internal sealed class TextPool
{
    /// <summary>Of a longer text only so much is kept; comparing looks at less.</summary>
    public const int Longest = 32_000;

    private const int BlockBits = 13;
    private const int BlockSize = 1 << BlockBits;

    [ThreadStatic]
    private static CharBuffer? _buffer;

    private readonly char[][] _blocks;
    private readonly int[] _starts;
    private readonly ushort[] _lengths;

    private TextPool(int count)
    {
        _blocks = new char[(count + BlockSize - 1) >> BlockBits][];
        _starts = new int[count];
        _lengths = new ushort[count];
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _starts.Length;

    /// <summary>A text.</summary>
    public ReadOnlySpan<char> this[int number] => _blocks[number >> BlockBits].AsSpan(_starts[number], _lengths[number]);

    /// <summary>How long a text is.</summary>
    public int LengthOf(int number) => _lengths[number];

    /// <summary>Makes the texts in parallel.</summary>
    /// <param name="count">How many.</param>
    /// <param name="workers">Who makes them.</param>
    /// <param name="make">Appends the text of a number to a buffer, which holds other texts already; nothing for an empty one.</param>
    public static TextPool Make(int count, Workers workers, Action<int, CharBuffer> make)
    {
        var pool = new TextPool(count);
        workers.Ranges(count, BlockSize, (from, to) =>
        {
            var buffer = _buffer ?? new CharBuffer();
            // Not to be had by what is made in between.
            _buffer = null;
            buffer.Length = 0;
            for (var number = from; number < to; number++)
            {
                var start = buffer.Length;
                make(number, buffer);
                if (buffer.Length - start > Longest) buffer.Length = start + Longest;
                pool._starts[number] = start;
                pool._lengths[number] = (ushort)(buffer.Length - start);
            }

            pool._blocks[from >> BlockBits] = buffer.From(0).ToArray();
            _buffer = buffer;
        });
        return pool;
    }
}
