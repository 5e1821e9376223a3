using System;

namespace MopsPS.Core.Records;

/// <summary>
/// A forward-only reader over the rows of one export, whatever its format. The path way of every analysis stands on it:
/// no object is made per row unless <see cref="ToRecord"/> is called.
/// </summary>
public abstract class RecordReader : IDisposable
{
    /// <summary>The columns that are read: all of the file, or those that the caller chose on opening.</summary>
    public abstract RecordSchema Schema { get; }

    /// <summary>The one-based data row that the reader stands on; the header is not counted.</summary>
    public abstract int Row { get; }

    /// <summary>The one-based line of the file on which the row starts; 0 where the format has no lines.</summary>
    public abstract int Line { get; }

    /// <summary>How the input was understood; null where the reader detects nothing.</summary>
    public virtual ExportFormat? Format => null;

    /// <summary>How many lines were passed over so far that a report puts below its table: totals, copyright, who made it. They are no rows.</summary>
    public virtual int FooterLines => 0;

    /// <summary>Goes to the next row. Bad rows are reported to the sink given on opening and treated as the options say.</summary>
    /// <returns>False at the end of the input.</returns>
    public abstract bool Read();

    /// <summary>The value of a column of the current row as UTF-8, unescaped; valid until the next read.</summary>
    /// <param name="column">The zero-based position in <see cref="Schema"/>.</param>
    /// <returns>The bytes; empty where the row has no such field.</returns>
    public abstract ReadOnlySpan<byte> GetUtf8(int column);

    /// <summary>The value of a column of the current row; null where the row has no such field.</summary>
    /// <param name="column">The zero-based position in <see cref="Schema"/>.</param>
    public abstract string? GetString(int column);

    /// <summary>The current row as a record of its own.</summary>
    public virtual MopsRecord ToRecord()
    {
        var values = new string?[Schema.Count];
        for (var i = 0; i < values.Length; i++) values[i] = GetString(i);
        return new MopsRecord(Schema, values, Row, Line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the input.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);
}
