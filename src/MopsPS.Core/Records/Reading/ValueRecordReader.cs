using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MopsPS.Core.Records.Reading;

/// <summary>The base of readers whose format gives values, not bytes: it chooses columns and hands the current row out.</summary>
public abstract class ValueRecordReader : RecordReader
{
    private RecordSchema _schema = new([]);
    private int[] _positions = [];
    private bool _isSelective;
    private string?[] _values = [];
    private byte[]?[] _bytes = [];
    private RowPacker? _packer;
    private int _row;
    private int _line;

    /// <inheritdoc/>
    public override RecordSchema Schema => _schema;

    /// <inheritdoc/>
    public override int Row => _row;

    /// <inheritdoc/>
    public override int Line => _line;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column) => _bytes[column] ??= Encoding.UTF8.GetBytes(GetString(column) ?? "");

    /// <inheritdoc/>
    public override string? GetString(int column)
    {
        var position = _positions[column];
        return position < _values.Length ? _values[position] : null;
    }

    /// <inheritdoc/>
    public override MopsRecord ToRecord()
    {
        _packer ??= new RowPacker(_positions.Length);
        _packer.Start();
        for (var i = 0; i < _positions.Length; i++) if (!_packer.TryAdd(GetString(i))) return base.ToRecord();
        return new MopsRecord(Schema, _packer.Pack(), Row, Line);
    }

    /// <summary>Sets the columns of the file and asks the caller which of them to read.</summary>
    /// <param name="schema">All columns.</param>
    /// <param name="selectColumns">Chooses positions; null for all.</param>
    protected void SetSchema(RecordSchema schema, Func<RecordSchema, IReadOnlyList<int>>? selectColumns)
    {
        _isSelective = selectColumns is not null;
        _positions = selectColumns?.Invoke(schema).ToArray() ?? [.. Enumerable.Range(0, schema.Count)];
        _schema = _isSelective ? new RecordSchema([.. _positions.Select(position => schema.Columns[position])], schema.Source) : schema;
        _bytes = new byte[]?[_positions.Length];
    }

    /// <summary>Adds a column that came up late, unless the caller chose columns.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="position">Its position in the rows' values.</param>
    /// <returns>Whether it is read from here on.</returns>
    protected bool AddColumn(string name, int position)
    {
        if (_isSelective) return false;
        _schema = new RecordSchema([.. _schema.Columns, name], _schema.Source);
        _positions = [.. _positions, position];
        _bytes = new byte[]?[_positions.Length];
        return true;
    }

    /// <summary>Makes a row the current one.</summary>
    /// <param name="values">The values of all columns of the file; missing ones at the end are null.</param>
    /// <param name="row">Its one-based number.</param>
    /// <param name="line">Its line.</param>
    protected void SetRow(string?[] values, int row, int line)
    {
        _values = values;
        Array.Clear(_bytes, 0, _bytes.Length);
        _row = row;
        _line = line;
    }
}
