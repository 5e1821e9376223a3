using System;
using System.Globalization;
using System.IO;
using System.Management.Automation;

namespace MopsPS.Shell.Hosting;

/// <summary>One line at the bottom of a terminal that shows how far the current command is; gone when it ends.</summary>
internal sealed class ProgressBar(TextWriter terminal, Func<int> width)
{
    private const int BarWidth = 24;
    private bool _shown;

    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        var line = Line(record);
        if (line.Length >= width()) line = line[..(width() - 1)];
        terminal.Write("\r\u001b[2K" + line);
        terminal.Flush();
        _shown = true;
    }

    public void Clear()
    {
        if (!_shown) return;
        terminal.Write("\r\u001b[2K");
        terminal.Flush();
        _shown = false;
    }

    private static string Line(ProgressRecord record)
    {
        var rest = record.SecondsRemaining > 0 ? $" {TimeSpan.FromSeconds(record.SecondsRemaining):g} left" : string.Empty;
        if (record.PercentComplete < 0) return $"{record.Activity}: {record.StatusDescription}{rest}";
        var done = Math.Clamp(record.PercentComplete, 0, 100);
        var filled = BarWidth * done / 100;
        return string.Create(CultureInfo.InvariantCulture,
            $"{record.Activity} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {done}% {record.StatusDescription}{rest}");
    }
}
