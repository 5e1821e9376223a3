namespace MopsPS.Core.Audience.Addresses;

/// <summary>Keys to numbers, with open addressing: 20 bytes for a slot, two slots or fewer for a key. Nothing is taken out.</summary>
internal sealed class KeyMap
{
    private const int Least = 1 << 10;

    private Key128[] _keys = new Key128[Least];
    private int[] _values = new int[Least];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key.</summary>
    /// <returns>False where the key is not there.</returns>
    public bool TryGet(Key128 key, out int value)
    {
        var at = Find(_keys, key);
        value = _values[at];
        return !_keys[at].IsNone;
    }

    /// <summary>Whether a key is there.</summary>
    public bool Contains(Key128 key) => !_keys[Find(_keys, key)].IsNone;

    /// <summary>Adds a key that is not there.</summary>
    /// <returns>False where it was there; its number stays.</returns>
    public bool Add(Key128 key, int value = 0)
    {
        var at = Find(_keys, key);
        if (!_keys[at].IsNone) return false;
        if (Count >= _keys.Length / 4 * 3)
        {
            Grow();
            at = Find(_keys, key);
        }

        _keys[at] = key;
        _values[at] = value;
        Count++;
        return true;
    }

    /// <summary>Adds a key, or sets its number.</summary>
    public void Set(Key128 key, int value)
    {
        if (!Add(key, value)) _values[Find(_keys, key)] = value;
    }

    private static int Find(Key128[] keys, Key128 key)
    {
        var mask = keys.Length - 1;
        var at = (int)key.Low & mask;
        while (!keys[at].IsNone && !keys[at].Equals(key)) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        var keys = new Key128[checked(_keys.Length * 2)];
        var values = new int[keys.Length];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i].IsNone) continue;
            var at = Find(keys, _keys[i]);
            keys[at] = _keys[i];
            values[at] = _values[i];
        }

        _keys = keys;
        _values = values;
    }
}
