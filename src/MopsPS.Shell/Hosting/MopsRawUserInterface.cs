using System;
using System.Management.Automation.Host;

namespace MopsPS.Shell.Hosting;

/// <summary>The screen. Contents cannot be read back from a terminal, so that part does nothing.</summary>
internal sealed class MopsRawUserInterface : PSHostRawUserInterface
{
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set { }
    }

    public override Coordinates CursorPosition
    {
        get => Terminal.IsInteractive ? new Coordinates(Console.CursorLeft, Console.CursorTop) : default;
        set
        {
            if (Terminal.HasScreen) Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => Terminal.IsInteractive && Console.KeyAvailable;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Size MaxWindowSize => WindowSize;

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set { }
    }

    public override string WindowTitle { get; set; } = "mops";

    public override void FlushInputBuffer()
    {
        while (KeyAvailable) Console.ReadKey(intercept: true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!Terminal.IsInteractive) throw new HostException("There is no keyboard to read a key from: standard input or output is redirected.");
        var key = Console.ReadKey((options & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source[offset..]);

    public override int LengthInBufferCells(char source) => CellWidth.Of(source);

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
    {
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents)
    {
    }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // The engine's clear-host asks for the whole screen to be filled.
        if (Terminal.HasScreen && rectangle is { Left: -1, Top: -1, Right: -1, Bottom: -1 }) Console.Clear();
    }
}
