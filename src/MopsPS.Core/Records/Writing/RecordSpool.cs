using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;

namespace MopsPS.Core.Records.Writing;

/// <summary>Rows of several shapes in a temporary file that vanishes with the spool.</summary>
internal sealed class RecordSpool : IDisposable
{
    private readonly FileStream _stream;
    private readonly BinaryWriter _writer;
    private readonly List<string> _columns = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<string>? _lastShape;
    private int[] _lastMap = [];

    public RecordSpool(string folder)
    {
        var path = Path.Combine(folder, $".{Guid.NewGuid():N}.spool.tmp");
        _stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

        // UTF-16 keeps every string as it is, lone surrogates included.
        _writer = new BinaryWriter(_stream, Encoding.Unicode, leaveOpen: true);
    }

    public IReadOnlyList<string> Columns => _columns;

    public long Count { get; private set; }

    public void Add(IReadOnlyList<string> columns, IReadOnlyList<string?> values)
    {
        if (!ReferenceEquals(columns, _lastShape))
        {
            _lastMap = Map(columns);
            _lastShape = columns;
        }

        _writer.Write(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            _writer.Write(_lastMap[i]);
            _writer.Write(value is not null);
            if (value is not null) _writer.Write(value);
        }

        Count++;
    }

    public void Declare(IReadOnlyList<string> columns) => Map(columns);

    public IEnumerable<string?[]> Rows(CancellationToken cancellation)
    {
        _writer.Flush();
        _stream.Position = 0;
        using var reader = new BinaryReader(_stream, Encoding.Unicode, leaveOpen: true);
        for (var row = 0L; row < Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = new string?[_columns.Count];
            for (var n = reader.ReadInt32(); n > 0; n--)
            {
                var column = reader.ReadInt32();
                values[column] = reader.ReadBoolean() ? reader.ReadString() : null;
            }

            yield return values;
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    private int[] Map(IReadOnlyList<string> columns)
    {
        var map = new int[columns.Count];
        for (var i = 0; i < map.Length; i++)
        {
            if (!_index.TryGetValue(columns[i], out map[i]))
            {
                map[i] = _columns.Count;
                _index.Add(columns[i], map[i]);
                _columns.Add(columns[i]);
            }
        }

        return map;
    }
}
