using System.Globalization;
using System.Text;

namespace MopsPS;

/// <summary>Where something stands in its source. Numbers are one-based; 0 or null means not known.</summary>
public sealed class SourcePosition
{
    /// <summary>Makes a position.</summary>
    /// <param name="file">The file, or null for objects from the pipeline.</param>
    /// <param name="row">The data row (the header is not counted).</param>
    /// <param name="line">The line of the file.</param>
    /// <param name="column">The column name, or null.</param>
    /// <param name="character">The position in the line, for text and HTML files.</param>
    public SourcePosition(string? file, int row = 0, int line = 0, string? column = null, int character = 0)
    {
        File = file;
        Row = row;
        Line = line;
        Column = column;
        Character = character;
    }

    /// <summary>The file, or null for objects from the pipeline.</summary>
    public string? File { get; }

    /// <summary>The data row; for pipeline objects their ordinal number.</summary>
    public int Row { get; }

    /// <summary>The line of the file.</summary>
    public int Line { get; }

    /// <summary>The column name, or null.</summary>
    public string? Column { get; }

    /// <summary>The position in the line.</summary>
    public int Character { get; }

    /// <summary>Reads like <c>leads.csv, row 12, line 13, column 'Email'</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File is null ? "input" : System.IO.Path.GetFileName(File));
        if (Row > 0) text.Append(", row ").Append(Row.ToString(CultureInfo.InvariantCulture));
        if (Line > 0) text.Append(", line ").Append(Line.ToString(CultureInfo.InvariantCulture));
        if (Character > 0) text.Append(", character ").Append(Character.ToString(CultureInfo.InvariantCulture));
        if (Column is not null) text.Append(", column '").Append(Column).Append('\'');
        return text.ToString();
    }
}
