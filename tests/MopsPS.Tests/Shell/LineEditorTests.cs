using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Shell.Interactive;
using Xunit;

namespace MopsPS.Tests.Shell;

/// <summary>The line editor against a terminal that types by itself and draws what it is sent.</summary>
public sealed class LineEditorTests
{
    [Fact]
    public void Enter_ends_the_line() => Assert.Equal((LineEnd.Entered, "abc"), new FakeTerminal(80).Type("abc").Press(ConsoleKey.Enter).Read());

    [Fact]
    public void The_cursor_moves_and_deletes_where_it_stands()
    {
        var terminal = new FakeTerminal(80).Type("abXc").Press(ConsoleKey.LeftArrow).Press(ConsoleKey.Backspace)
            .Press(ConsoleKey.Home).Type("<").Press(ConsoleKey.Delete).Press(ConsoleKey.End).Type(">").Press(ConsoleKey.Enter);
        Assert.Equal((LineEnd.Entered, "<bc>"), terminal.Read());
        Assert.Equal("> <bc>", terminal.Rows[0]);
    }

    [Fact]
    public void Words_and_rests_of_a_line_are_deleted_by_control_keys()
    {
        Assert.Equal("one ", new FakeTerminal(80).Type("one two").Press(ConsoleKey.W, ConsoleModifiers.Control).Press(ConsoleKey.Enter).Read().Text);
        Assert.Equal("one", new FakeTerminal(80).Type("one two").Press(ConsoleKey.LeftArrow, ConsoleModifiers.Control).Press(ConsoleKey.Backspace)
            .Press(ConsoleKey.K, ConsoleModifiers.Control).Press(ConsoleKey.Enter).Read().Text);
    }

    [Fact]
    public void Arrows_go_through_history_and_back_to_what_was_begun()
    {
        string[] history = ["first", "second"];
        Assert.Equal("first", new FakeTerminal(80).Type("new").Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Press(ConsoleKey.UpArrow).Press(ConsoleKey.Enter).Read(history).Text);
        Assert.Equal("new", new FakeTerminal(80).Type("new").Press(ConsoleKey.UpArrow).Press(ConsoleKey.DownArrow).Press(ConsoleKey.Enter).Read(history).Text);
    }

    [Fact]
    public void Tab_goes_round_the_completions_in_both_directions()
    {
        static Completions? Complete(string text, int cursor) => new(0, cursor, ["Get-A", "Get-B"]);
        Assert.Equal("Get-B x", new FakeTerminal(80).Type("ge").Press(ConsoleKey.Tab).Press(ConsoleKey.Tab).Type(" x").Press(ConsoleKey.Enter).Read([], Complete).Text);
        Assert.Equal("Get-A", new FakeTerminal(80).Type("ge").Press(ConsoleKey.Tab).Press(ConsoleKey.Tab).Press(ConsoleKey.Tab).Press(ConsoleKey.Enter).Read([], Complete).Text);
        Assert.Equal("Get-B", new FakeTerminal(80).Type("ge").Press(ConsoleKey.Tab, ConsoleModifiers.Shift).Press(ConsoleKey.Enter).Read([], Complete).Text);
    }

    [Fact]
    public void Control_C_drops_the_line_and_control_D_ends_only_an_empty_one()
    {
        Assert.Equal((LineEnd.Cancelled, ""), new FakeTerminal(80).Type("abc").Press(ConsoleKey.C, ConsoleModifiers.Control).Read());
        Assert.Equal((LineEnd.EndOfInput, ""), new FakeTerminal(80).Press(ConsoleKey.D, ConsoleModifiers.Control).Read());
        Assert.Equal((LineEnd.Entered, "bc"), new FakeTerminal(80).Type("abc").Press(ConsoleKey.Home).Press(ConsoleKey.D, ConsoleModifiers.Control).Press(ConsoleKey.Enter).Read());
    }

    [Fact]
    public void A_line_longer_than_the_screen_is_drawn_over_several_rows_and_taken_back_cleanly()
    {
        var terminal = new FakeTerminal(10).Type("abcdefghijkl");
        for (var i = 0; i < 6; i++) terminal.Press(ConsoleKey.Backspace);
        Assert.Equal("abcdef", terminal.Press(ConsoleKey.Enter).Read().Text);
        Assert.Equal(["> abcdef"], terminal.Rows.Where(row => row.Length > 0));
    }

    [Theory]
    [InlineData("Get-MopsRule |", true)]
    [InlineData("if ($true) {", true)]
    [InlineData("'open", true)]
    [InlineData("1 + 1", false)]
    [InlineData("1 )", false)]
    public void More_lines_are_asked_for_while_a_statement_is_open(string text, bool incomplete) => Assert.Equal(incomplete, Prompt.IsIncomplete(text));

    private sealed class FakeTerminal(int width) : ILineTerminal
    {
        private readonly Queue<ConsoleKeyInfo> _keys = new();
        private readonly List<char[]> _screen = [];
        private int _row;
        private int _column;

        public int Width => width;

        public IReadOnlyList<string> Rows => _screen.ConvertAll(row => new string(row).TrimEnd());

        public FakeTerminal Type(string text)
        {
            foreach (var character in text) _keys.Enqueue(new ConsoleKeyInfo(character, ConsoleKey.NoName, false, false, false));
            return this;
        }

        public FakeTerminal Press(ConsoleKey key, ConsoleModifiers modifiers = 0)
        {
            _keys.Enqueue(new ConsoleKeyInfo('\0', key, modifiers.HasFlag(ConsoleModifiers.Shift), alt: false, modifiers.HasFlag(ConsoleModifiers.Control)));
            return this;
        }

        public (LineEnd End, string Text) Read(string[]? history = null, Func<string, int, Completions?>? complete = null) =>
            new LineEditor(this, history ?? [], complete ?? ((_, _) => null)).Read("> ");

        public ConsoleKeyInfo? ReadKey() => _keys.TryDequeue(out var key) ? key : null;

        // Enough of a terminal: text that wraps, \r, \n, and the sequences J (clear to the end), A (up) and C (right).
        public void Write(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                switch (text[i])
                {
                    case '\r': _column = 0; break;
                    case '\n': _row++; break;
                    case '\u001b':
                        var end = i + 2;
                        while (char.IsAsciiDigit(text[end])) end++;
                        var count = end == i + 2 ? 1 : int.Parse(text[(i + 2)..end]);
                        if (text[end] == 'A') _row -= count;
                        else if (text[end] == 'C') _column += count;
                        else if (text[end] == 'J') Clear();
                        else throw new InvalidOperationException($"The fake terminal does not know the sequence {text[end]}.");
                        i = end;
                        break;
                    default:
                        if (_column == width) (_row, _column) = (_row + 1, 0);
                        Row(_row)[_column++] = text[i];
                        break;
                }
            }
        }

        private char[] Row(int at)
        {
            while (_screen.Count <= at) _screen.Add(Enumerable.Repeat(' ', width).ToArray());
            return _screen[at];
        }

        private void Clear()
        {
            Row(_row).AsSpan(Math.Min(_column, width)).Fill(' ');
            for (var row = _row + 1; row < _screen.Count; row++) _screen[row].AsSpan().Fill(' ');
        }
    }
}
