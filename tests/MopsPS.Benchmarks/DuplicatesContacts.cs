using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace MopsPS.Benchmarks;

/// <summary>Makes the file of generated contacts. A process of its own does it, so that its memory is not counted as that of the search.</summary>
internal sealed class DuplicatesContacts : IBenchmark
{
    public string Name => "duplicates-contacts";

    public string Summary => "Makes the generated contacts (--rows) that the other duplicates benchmarks read; they run it themselves";

    public void Run(BenchmarkOptions options) => ContactExport.Create(options.Rows);

    /// <summary>The file, made if need be, and the number of the person of each row.</summary>
    public static (string Path, int[] Persons) Get(int rows)
    {
        var (path, persons) = ContactExport.Paths(rows);
        if (!File.Exists(path) || !File.Exists(persons))
        {
            using var maker = Process.Start(Environment.ProcessPath!, ["duplicates-contacts", "--rows", rows.ToString(CultureInfo.InvariantCulture)]);
            maker.WaitForExit();
            if (maker.ExitCode != 0) throw new InvalidOperationException("The contacts could not be made.");
        }

        return (path, [.. File.ReadLines(persons).Select(line => int.Parse(line, CultureInfo.InvariantCulture))]);
    }
}
