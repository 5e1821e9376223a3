using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using MopsPS.Core.Audience.Addresses;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Audience.Suppressions;

/// <summary>Reads suppression files of any format: one entry a row with or without a header, or exports with columns of addresses, hashes or domains.</summary>
internal static class SuppressionReader
{
    private static readonly string[] Names =
    [
        "sha256", "emailsha256", "sha256email", "hash", "emailhash", "hashedemail", "hashedemailaddress", "hem", "md5", "emailmd5", "sha1", "emailsha1",
        "domain", "emaildomain", "suppression", "suppressed", "address", "entry", "value", "subscriberkey",
    ];

    /// <summary>Adds a file to a set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="set">The set.</param>
    /// <param name="onProblem">Is told of each entry and row that cannot be read, without the entry itself; null for nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ExportFormatException">The file is empty, or no column of it holds entries.</exception>
    public static void Read(string path, SuppressionSet set, Action<RecordProblem>? onProblem, CancellationToken cancellation = default)
    {
        var list = set.Start(path);
        var options = new ImportOptions
        {
            RaggedRow = RaggedRow.Keep,
            OnProblem = problem =>
            {
                if (problem.IsSkipped) list.Count(SuppressionKind.None);
                onProblem?.Invoke(problem);
            },
        };
        // A list without a header: its first line is an entry, and not a name.
        if (!HasHeader(path, out var width)) options = options with { Header = [.. Enumerable.Range(1, width).Select(number => $"Column {number}")] };
        var isLate = false;
        using var reader = ExportReader.Open(path, options, schema => Columns(schema, out isLate));
        var columns = isLate ? [] : Enumerable.Range(0, reader.Schema.Count).ToArray();
        while (reader.Read())
        {
            if ((reader.Row & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            if (isLate)
            {
                // No header tells: the first row does.
                columns = [.. Enumerable.Range(0, reader.Schema.Count).Where(column => IsEntry(reader.GetUtf8(column)))];
                if (columns.Length == 0) throw NoColumn(reader);
                isLate = false;
            }

            foreach (var column in columns)
            {
                if (set.Add(reader.GetUtf8(column), list)) continue;
                onProblem?.Invoke(new RecordProblem(
                    "SuppressionEntry", "The entry is neither an address, a domain nor a SHA-256, SHA-1 or MD5 hash; nobody is taken out by it.",
                    new SourcePosition(path, reader.Row, reader.Line, reader.Schema.Columns[column]))
                {
                    Expected = "an address, a domain, or a hash of 64, 40 or 32 hexadecimal digits or in Base64",
                });
            }
        }

        if (isLate) throw NoColumn(reader);
    }

    private static bool HasHeader(string path, out int width)
    {
        var names = Array.Empty<string>();
        using (ExportReader.Open(path, new ImportOptions(), schema =>
        {
            names = [.. schema.Columns];
            return [];
        }))
        {
            width = names.Length;
        }

        return !names.Any(name => IsEntry(Encoding.UTF8.GetBytes(name)));
    }

    private static IReadOnlyList<int> Columns(RecordSchema schema, out bool isLate)
    {
        isLate = false;
        var email = FieldMapper.Map(schema, new FieldMapOptions()).Get("Email");
        int[] known =
        [
            .. Enumerable.Range(0, schema.Count).Where(column =>
                column == email.Column || email.Conflicts.Contains(schema.Columns[column]) || Array.IndexOf(Names, HeaderName.Normalize(schema.Columns[column])) >= 0)
        ];
        if (known.Length > 0) return known;
        isLate = schema.Count > 1;
        return [.. Enumerable.Range(0, schema.Count)];
    }

    private static bool IsEntry(ReadOnlySpan<byte> value)
    {
        var address = new AddressText();
        address.Set(value);
        return address.IsValid || DigestText.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(value.ToArray()).Trim()), out _) != SuppressionKind.None;
    }

    private static ExportFormatException NoColumn(RecordReader reader) => new(
        "ColumnNotFound", $"No column holds addresses, hashes or domains: {reader.Schema}. Name one Email, Sha256 or Domain.", new SourcePosition(reader.Schema.Source));
}
