using System;

namespace MopsPS.Shell.Interactive;

/// <summary>What the line editor needs of a terminal; a test gives it a fake one.</summary>
internal interface ILineTerminal
{
    /// <summary>The columns of a row.</summary>
    int Width { get; }

    /// <summary>Waits for a key; null at the end of input.</summary>
    ConsoleKeyInfo? ReadKey();

    /// <summary>Writes text and control sequences.</summary>
    void Write(string text);
}
