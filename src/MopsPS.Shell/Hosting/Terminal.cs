using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace MopsPS.Shell.Hosting;

/// <summary>What the console of this process can do, asked once at the start.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 200;

    /// <summary>Standard output is a screen.</summary>
    public static bool HasScreen { get; } = !Console.IsOutputRedirected;

    /// <summary>Someone sits at the keyboard and sees what is written.</summary>
    public static bool IsInteractive { get; } = !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Colours may go to standard output: a screen, and neither NO_COLOR (no-color.org) nor TERM=dumb.</summary>
    public static bool OutputColors { get; private set; }

    /// <summary>Colours may go to standard error.</summary>
    public static bool ErrorColors { get; private set; }

    /// <summary>The columns of the screen; a fixed number where there is none, so that files do not depend on a window.</summary>
    public static int Width
    {
        get
        {
            if (!HasScreen) return RedirectedWidth;
            try
            {
                return Console.WindowWidth > 1 ? Console.WindowWidth : 80;
            }
            catch (IOException)
            {
                return 80;
            }
        }
    }

    public static int Height
    {
        get
        {
            try
            {
                return HasScreen && Console.WindowHeight > 1 ? Console.WindowHeight : 50;
            }
            catch (IOException)
            {
                return 50;
            }
        }
    }

    /// <summary>Sets UTF-8 and finds out about colours.</summary>
    public static void Prepare()
    {
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            if (Console.IsInputRedirected) Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // A process without a console has nothing to set.
        }

        var wanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
        OutputColors = wanted && !Console.IsOutputRedirected && UnderstandsSequences(-11);
        ErrorColors = wanted && !Console.IsErrorRedirected && UnderstandsSequences(-12);
    }

    // Windows consoles take colour sequences only after they are asked to; terminals elsewhere always do.
    private static bool UnderstandsSequences(int handleId)
    {
        const uint virtualTerminal = 0x0004;
        if (!OperatingSystem.IsWindows()) return true;
        var handle = GetStdHandle(handleId);
        return GetConsoleMode(handle, out var mode) && SetConsoleMode(handle, mode | virtualTerminal);
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr GetStdHandle(int handleId);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(IntPtr handle, out uint mode);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(IntPtr handle, uint mode);
}
