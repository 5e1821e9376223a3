using System;
using MopsPS.Shell.Hosting;

namespace MopsPS.Shell.Interactive;

/// <summary>The real console.</summary>
internal sealed class ConsoleLineTerminal : ILineTerminal
{
    public int Width => Terminal.Width;

    public ConsoleKeyInfo? ReadKey() => Console.ReadKey(intercept: true);

    public void Write(string text) => Console.Out.Write(text);
}
