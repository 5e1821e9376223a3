using System.Collections.Generic;
using System.IO;

namespace MopsPS.Core.Reporting;

/// <summary>Lists of what a report may have a million of.</summary>
internal static class SpooledItems
{
    /// <summary>A list of findings.</summary>
    public static SpooledList<ReportFinding> Findings(ReportSpool? spool) => new(spool, Write, ReadFinding);

    /// <summary>A list of rows.</summary>
    public static SpooledList<IReadOnlyList<string>> Rows(ReportSpool? spool) => new(spool, Write, ReadRow);

    private static void Write(BinaryWriter writer, ReportFinding finding)
    {
        writer.Write(finding.RuleId);
        writer.Write(finding.Severity);
        writer.Write(finding.Message);
        Write(writer, finding.Target);
        Write(writer, finding.Field);
        Write(writer, finding.Value);
        Write(writer, finding.Suggestion);
        Write(writer, finding.Place);
        Write(writer, finding.File);
        writer.Write(finding.Row);
        writer.Write(finding.Line);
        writer.Write(finding.IsSuppressed);
        Write(writer, finding.Reason);
    }

    private static ReportFinding ReadFinding(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadString(), reader.ReadString(), Text(reader), Text(reader), Text(reader), Text(reader), Text(reader), Text(reader),
        reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean(), Text(reader));

    private static void Write(BinaryWriter writer, IReadOnlyList<string> row)
    {
        writer.Write(row.Count);
        foreach (var cell in row) writer.Write(cell);
    }

    private static IReadOnlyList<string> ReadRow(BinaryReader reader)
    {
        var row = new string[reader.ReadInt32()];
        for (var i = 0; i < row.Length; i++) row[i] = reader.ReadString();
        return row;
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null) writer.Write(text);
    }

    private static string? Text(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
