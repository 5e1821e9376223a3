using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Shell.Hosting;

namespace MopsPS.Shell.Interactive;

/// <summary>Replaces a part of a line by one of several texts.</summary>
/// <param name="Start">Where the part begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Texts">What it can become.</param>
internal sealed record Completions(int Start, int Length, IReadOnlyList<string> Texts);

/// <summary>How the reading of a line ended.</summary>
internal enum LineEnd
{
    /// <summary>Enter.</summary>
    Entered,

    /// <summary>Ctrl-C: the line is dropped.</summary>
    Cancelled,

    /// <summary>Ctrl-D on an empty line, or the end of input.</summary>
    EndOfInput,
}

/// <summary>Reads one line from a terminal: cursor, deletion, history, completion.</summary>
internal sealed class LineEditor(ILineTerminal terminal, IReadOnlyList<string> history, Func<string, int, Completions?> complete)
{
    private readonly StringBuilder _line = new();
    private string _prompt = string.Empty;
    private int _cursor;
    private int _cursorRow;
    private int _historyAt;
    private string _draft = string.Empty;
    private Completions? _cycle;
    private int _cycleAt;

    public (LineEnd End, string Text) Read(string prompt)
    {
        _prompt = prompt;
        _line.Clear();
        _cursor = _cursorRow = 0;
        _historyAt = history.Count;
        _cycle = null;
        Draw();
        while (true)
        {
            if (terminal.ReadKey() is not { } key) return Finish(LineEnd.EndOfInput);
            var control = (key.Modifiers & ConsoleModifiers.Control) != 0;
            if (key.Key != ConsoleKey.Tab) _cycle = null;
            switch (key.Key)
            {
                case ConsoleKey.Enter: return Finish(LineEnd.Entered);
                case ConsoleKey.C when control: return Finish(LineEnd.Cancelled);
                case ConsoleKey.D when control && _line.Length == 0: return Finish(LineEnd.EndOfInput);
                case ConsoleKey.Tab: Complete((key.Modifiers & ConsoleModifiers.Shift) == 0 ? 1 : -1); break;
                case ConsoleKey.UpArrow: Recall(-1); break;
                case ConsoleKey.DownArrow: Recall(1); break;
                case ConsoleKey.LeftArrow: _cursor = control ? WordStart() : Math.Max(0, _cursor - 1); break;
                case ConsoleKey.RightArrow: _cursor = control ? WordEnd() : Math.Min(_line.Length, _cursor + 1); break;
                case ConsoleKey.Home or ConsoleKey.A when key.Key == ConsoleKey.Home || control: _cursor = 0; break;
                case ConsoleKey.End or ConsoleKey.E when key.Key == ConsoleKey.End || control: _cursor = _line.Length; break;
                case ConsoleKey.Backspace: Remove(control ? WordStart() : Math.Max(0, _cursor - 1), _cursor); break;
                case ConsoleKey.Delete: Remove(_cursor, Math.Min(_line.Length, _cursor + 1)); break;
                case ConsoleKey.D when control: Remove(_cursor, Math.Min(_line.Length, _cursor + 1)); break;
                case ConsoleKey.W when control: Remove(WordStart(), _cursor); break;
                case ConsoleKey.U when control: Remove(0, _cursor); break;
                case ConsoleKey.K when control: Remove(_cursor, _line.Length); break;
                case ConsoleKey.Escape: Replace(string.Empty); break;
                case ConsoleKey.L when control:
                    terminal.Write("\u001b[H\u001b[2J");
                    _cursorRow = 0;
                    break;
                default:
                    if (char.IsControl(key.KeyChar)) continue;
                    _line.Insert(_cursor++, key.KeyChar);
                    break;
            }

            Draw();
        }
    }

    private (LineEnd End, string Text) Finish(LineEnd end)
    {
        _cursor = _line.Length;
        Draw();
        terminal.Write(end == LineEnd.Cancelled ? "^C\r\n" : "\r\n");
        return (end, end == LineEnd.Entered ? _line.ToString() : string.Empty);
    }

    private void Replace(string text)
    {
        _line.Clear().Append(text);
        _cursor = text.Length;
    }

    private void Remove(int from, int to)
    {
        _line.Remove(from, to - from);
        _cursor = from;
    }

    private int WordStart()
    {
        var at = _cursor;
        while (at > 0 && char.IsWhiteSpace(_line[at - 1])) at--;
        while (at > 0 && !char.IsWhiteSpace(_line[at - 1])) at--;
        return at;
    }

    private int WordEnd()
    {
        var at = _cursor;
        while (at < _line.Length && !char.IsWhiteSpace(_line[at])) at++;
        while (at < _line.Length && char.IsWhiteSpace(_line[at])) at++;
        return at;
    }

    private void Recall(int step)
    {
        var at = Math.Clamp(_historyAt + step, 0, history.Count);
        if (at == _historyAt) return;
        if (_historyAt == history.Count) _draft = _line.ToString();
        _historyAt = at;
        Replace(at == history.Count ? _draft : history[at]);
    }

    // The first Tab asks for completions, the following ones go round them.
    private void Complete(int step)
    {
        if (_cycle is null)
        {
            _cycle = complete(_line.ToString(), _cursor);
            if (_cycle is null || _cycle.Texts.Count == 0)
            {
                _cycle = null;
                return;
            }

            _cycleAt = step > 0 ? 0 : _cycle.Texts.Count - 1;
        }
        else
        {
            _cycleAt = (_cycleAt + step + _cycle.Texts.Count) % _cycle.Texts.Count;
        }

        var text = _cycle.Texts[_cycleAt];
        _line.Remove(_cycle.Start, _cycle.Length).Insert(_cycle.Start, text);
        _cursor = _cycle.Start + text.Length;
        _cycle = _cycle with { Length = text.Length };
    }

    // Draws the whole line again from the row of the prompt: simple, and right after any change.
    private void Draw()
    {
        var width = Math.Max(2, terminal.Width);
        var text = new StringBuilder("\r");
        if (_cursorRow > 0) text.Append("\u001b[").Append(_cursorRow).Append('A');
        // A line of several rows from history is shown as it was typed.
        text.Append("\u001b[J").Append(_prompt).Append(_line.ToString().Replace("\n", "\r\n", StringComparison.Ordinal));
        var (endRow, endColumn) = Place(_line.Length, width);
        // A terminal waits at the right edge with the step into the next row; this takes the step.
        if (endColumn == 0 && endRow > 0) text.Append(" \r");
        var (row, column) = Place(_cursor, width);
        if (endRow > row) text.Append("\u001b[").Append(endRow - row).Append('A');
        text.Append('\r');
        if (column > 0) text.Append("\u001b[").Append(column).Append('C');
        _cursorRow = row;
        terminal.Write(text.ToString());
    }

    private (int Row, int Column) Place(int length, int width)
    {
        var (row, column) = (0, 0);
        foreach (var character in _prompt + _line.ToString(0, length))
        {
            var cells = CellWidth.Of(character);
            if (character == '\n' || column + cells > width) (row, column) = (row + 1, 0);
            if (character != '\n') column += cells;
        }

        return column == width ? (row + 1, 0) : (row, column);
    }
}
