using System;
using System.IO;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Says on which line an offset of a file stands, by reading the file a second time up to there. Lines are asked for where something is
/// wrong, which is seldom: counting them all while reading would cost every clean row a tenth of its time.
/// </summary>
internal sealed class LineCounter
{
#if NET8_0_OR_GREATER
    private readonly FileStream _file;
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _bufferStart;
    private int _buffered;
    private long _offset;
    private long _line = 1;
    private bool _endsInReturn;

    private LineCounter(FileStream file) => _file = file;
#endif

    /// <summary>The counter for a stream; null where it cannot be read a second time.</summary>
    public static LineCounter? For(Stream stream)
    {
#if NET8_0_OR_GREATER
        return stream is FileStream { CanSeek: true, Position: 0 } file ? new LineCounter(file) : null;
#else
        return null;
#endif
    }

    /// <summary>Another counter of the same file, for another thread.</summary>
    public LineCounter Twin()
    {
#if NET8_0_OR_GREATER
        return new LineCounter(_file);
#else
        throw new NotSupportedException();
#endif
    }

    /// <summary>The one-based line of an offset. Offsets that only grow are counted once.</summary>
    public long LineAt(long offset)
    {
#if NET8_0_OR_GREATER
        if (offset < _offset) (_offset, _line, _endsInReturn) = (0, 1, false);
        while (_offset < offset)
        {
            if (_offset < _bufferStart || _offset >= _bufferStart + _buffered)
            {
                // A read at a place of its own: the position of the stream stays where the reader has it.
                _bufferStart = _offset;
                _buffered = RandomAccess.Read(_file.SafeFileHandle, _buffer, _offset);
                if (_buffered == 0) break;
            }

            var from = (int)(_offset - _bufferStart);
            var part = _buffer.AsSpan(from, (int)Math.Min(_buffered - from, offset - _offset));
            _line += Utf8Text.LineBreaks(part, ref _endsInReturn);
            _offset += part.Length;
        }

        return _line;
#else
        throw new NotSupportedException();
#endif
    }
}
