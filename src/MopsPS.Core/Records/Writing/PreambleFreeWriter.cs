using System;
using System.IO;
using System.Text;

namespace MopsPS.Core.Records.Writing;

/// <summary>A text writer over a stream that it leaves open, with no byte order mark of its own whatever the encoding.</summary>
internal sealed class PreambleFreeWriter : IDisposable
{
    public PreambleFreeWriter(Stream stream, Encoding encoding)
    {
        Writer = new StreamWriter(stream, new Bare(encoding), 1 << 16, leaveOpen: true);
    }

    public StreamWriter Writer { get; }

    public void Dispose() => Writer.Dispose();

    private sealed class Bare(Encoding inner) : Encoding
    {
        public override byte[] GetPreamble() => [];

#if NET8_0_OR_GREATER
        public override ReadOnlySpan<byte> Preamble => default;
#endif

        public override Encoder GetEncoder() => inner.GetEncoder();

        public override Decoder GetDecoder() => inner.GetDecoder();

        public override int GetByteCount(char[] chars, int index, int count) => inner.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            inner.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => inner.GetCharCount(bytes, index, count);

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            inner.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

        public override int GetMaxByteCount(int charCount) => inner.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => inner.GetMaxCharCount(byteCount);
    }
}
