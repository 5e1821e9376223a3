using System;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>A record that holds its texts packed answers as one that holds strings does.</summary>
public class PackedRecordTests
{
    private static readonly Gen<string?> Text = Gen.OneOf<string?>(
        Gen.Const((string?)null), Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 20].Select(text => (string?)text), Gen.OneOfConst<string?>("", "é", "😀", "007"));

    [Fact]
    public void ValuesComeBack() => Text.Array[0, 40].Sample(Check, iter: 1000);

    [Theory]
    [InlineData(0x7FFE)]
    [InlineData(0x7FFF)]
    [InlineData(0x8000)]
    [InlineData(200_000)]
    public void LongRowsComeBack(int length)
    {
        Check(["a", null, new string('x', length - 1), ""]);
        Check([new string('x', length)]);
    }

    [Fact]
    public void AssignedValuesStay()
    {
        var record = Packed(["a", null, "c"]);
        record[1] = "b";
        record[2] = null;
        Assert.Equal(["a", "b", null], record.Values);
        Assert.Equal("b"u8.ToArray(), record.GetUtf8(1).ToArray());
    }

    [Fact]
    public void AnotherPositionIsAnError()
    {
        var record = Packed(["a"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => record[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => record[-1]);
        Assert.Null(record["no such column"]);
    }

    [Fact]
    public void HalfASurrogatePairIsNotPacked()
    {
        var packer = new RowPacker(1);
        packer.Start();
        Assert.False(packer.TryAdd("a\uD800"));
    }

    [Fact]
    public void TextInAnotherEncodingIsNotValid()
    {
        Assert.True(Utf8Text.IsValid(Encoding.UTF8.GetBytes("abc é😀")));
        Assert.True(Utf8Text.IsValid([]));
        Assert.False(Utf8Text.IsValid([0x61, 0xFC, 0x62]));
        Assert.False(Utf8Text.IsValid([0x61, 0xC3]));
    }

    private static void Check(string?[] values)
    {
        var record = Packed(values);
        Assert.Equal(values, record.Values);
        Assert.Equal(values.Length, record.Values.Count);
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => record[i]));
        Assert.Equal(values.Select(value => value ?? string.Empty), Enumerable.Range(0, values.Length).Select(i => Encoding.UTF8.GetString([.. record.GetUtf8(i)])));
    }

    private static MopsRecord Packed(string?[] values)
    {
        var packer = new RowPacker(values.Length);
        packer.Start();
        foreach (var value in values) Assert.True(packer.TryAdd(value));
        Assert.True(packer.IsValid);
        return new MopsRecord(new RecordSchema([.. values.Select((_, i) => $"c{i}")]), packer.Pack(), 1, 2);
    }
}
