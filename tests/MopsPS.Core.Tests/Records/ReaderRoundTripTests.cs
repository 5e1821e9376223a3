using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>What an independent writer of RFC 4180 puts into a file comes out of the reader, whatever the separator, encoding and line ends.</summary>
public class ReaderRoundTripTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["abcXYZ019 .-@/"], 0, 12],
        Gen.String[Gen.Char["ab,;\t|\"'\r\n= "], 0, 12],
        Gen.String[Gen.Char["éüßÀ€“”aß"], 0, 8]);

    private static readonly Gen<(int Columns, string[][] Rows, char Delimiter, string Encoding, string NewLine, bool QuoteAll)> Tables =
        from columns in Gen.Int[2, 6]
        from rows in Cell.Array[columns].Array[1, 30]
        from delimiter in Gen.Char[",;\t|"]
        from encoding in Gen.OneOfConst("utf-8", "utf-8-mark", "utf-16", "utf-16-mark", "utf-16BE-mark", "windows-1252")
        from newLine in Gen.OneOfConst("\n", "\r\n")
        from quoteAll in Gen.Bool
        select (columns, rows, delimiter, encoding, newLine, quoteAll);

    [Fact]
    public void WhatIsWrittenIsRead() => Tables.Sample(
        table =>
        {
            // Everything is named: what cannot be detected in five random rows is not what this test is about.
            var options = new ImportOptions
            {
                Delimiter = table.Delimiter,
                Encoding = TextEncodings.Find(table.Encoding.Replace("-mark", string.Empty)),
                HeaderLine = 1,
                UnescapeFormula = false,
            };
            var header = Enumerable.Range(0, table.Columns).Select(i => "Field " + i).ToArray();
            var (schema, rows, problems) = Reading.Bytes(Write(table, header), options);
            Assert.Equal(header, schema.Columns);
            Assert.Empty(problems);
            Assert.Equal(table.Rows.Length, rows.Count);
            for (var i = 0; i < rows.Count; i++) Assert.Equal(table.Rows[i], rows[i].Select(value => value!));
        },
        iter: 3000);

    [Fact]
    public void WhatIsDetectedIsWhatWasWritten() => Tables.Sample(
        table =>
        {
            // Plain cells, so that each file has one reading only; non-ASCII text in the header tells the encodings apart.
            var plain = table.Rows.Select(row => row.Select((_, i) => "v" + i + (char)('a' + (row[i].Length % 26))).ToArray()).ToArray();
            var header = Enumerable.Range(0, table.Columns).Select(i => "Größe " + i).ToArray();
            var (schema, rows, problems) = Reading.Bytes(Write((table.Columns, plain, table.Delimiter, table.Encoding, table.NewLine, table.QuoteAll), header));
            Assert.Equal(header, schema.Columns);
            Assert.Empty(problems);
            Assert.Equal(plain.Select(row => string.Join("/", row)), rows.Select(row => string.Join("/", row)));
        },
        iter: 2000);

    private static byte[] Write((int Columns, string[][] Rows, char Delimiter, string Encoding, string NewLine, bool QuoteAll) table, string[] header)
    {
        var text = new StringBuilder();
        foreach (var row in table.Rows.Prepend(header))
        {
            // A line without any text is no row of a table with several columns, so an empty first cell is quoted.
            text.Append(string.Join(table.Delimiter.ToString(), row.Select((cell, i) => Field(cell, table.QuoteAll || (i == 0 && cell.Length == 0)))));
            text.Append(table.NewLine);
        }

        var encoding = table.Encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-mark" => new UTF8Encoding(true),
            "utf-16" => new UnicodeEncoding(false, false),
            "utf-16-mark" => new UnicodeEncoding(false, true),
            "utf-16BE-mark" => new UnicodeEncoding(true, true),
            _ => TextEncodings.Windows1252,
        };
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    private static string Field(string cell, bool quote) =>
        quote || cell.IndexOfAny([',', ';', '\t', '|', '"', '\r', '\n']) >= 0 ? "\"" + cell.Replace("\"", "\"\"") + "\"" : cell;
}
