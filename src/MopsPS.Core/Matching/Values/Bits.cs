namespace MopsPS.Core.Matching.Values;

/// <summary>Counting of bits on both frameworks.</summary>
internal static class Bits
{
    /// <summary>How many bits are set.</summary>
    public static int Count(ulong value)
    {
#if NET8_0_OR_GREATER
        return System.Numerics.BitOperations.PopCount(value);
#else
        value -= (value >> 1) & 0x5555555555555555UL;
        value = (value & 0x3333333333333333UL) + ((value >> 2) & 0x3333333333333333UL);
        return (int)((((value + (value >> 4)) & 0x0F0F0F0F0F0F0F0FUL) * 0x0101010101010101UL) >> 56);
#endif
    }

    /// <summary>The number of the lowest bit that is set, of a value that is not 0.</summary>
    public static int Lowest(ulong value)
    {
#if NET8_0_OR_GREATER
        return System.Numerics.BitOperations.TrailingZeroCount(value);
#else
        return Count((value & (~value + 1)) - 1);
#endif
    }
}
