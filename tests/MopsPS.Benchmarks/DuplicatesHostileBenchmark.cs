using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Benchmarks;

/// <summary>Inputs that are made to hurt, at full size: what is held is that time, memory and groups stay bounded.</summary>
internal sealed class DuplicatesHostileBenchmark : IBenchmark
{
    private static readonly string[] Scripts = ["محمد", "الأحمد", "דוד", "כהן", "王小明", "山田太郎", "김민준", "Ἀλέξανδρος", "Дмитрий", "🎉", "👩‍👩‍👧", "e\u0301lan"];

    public string Name => "duplicates-hostile";

    public string Summary => "Hostile inputs of --rows: one e-mail for all, blank columns, one column, 50,000 equal records, scripts and emoji, cells of 1 MB";

    public void Run(BenchmarkOptions options)
    {
        var rows = options.Rows;
        Try("one e-mail for all", "First Name,Last Name,Email,Company", rows, i => $"{Word(i)},{Word(i / 7)}son,office@shared.example,{Word(i / 50)} Labs");
        Try("all of one domain", "First Name,Last Name,Email", rows, i => $"{Word(i % 997)},{Word(i / 3)},{Word(i % 997)}.{Word(i / 3)}@shared.example");
        Try("blank columns", "First Name,Last Name,Email,Phone,Company,City", rows, i => i % 1000 == 0 ? $"{Word(i)},,,,," : ",,,,,");
        Try("one column", "Email", rows, i => $"{Word(i)}@{Word(i / 20)}.example");
        Try("one column of few values", "Country", rows, i => Word(i % 200));
        Try("50,000 equal records", "First Name,Last Name,Email", rows, i => i < 50_000 ? "Ada,Quist,ada.quist@fjord.example" : $"{Word(i)},{Word(i + 1)},{Word(i)}@{Word(i / 20)}.example");
        Try("scripts and emoji", "First Name,Last Name,Email", rows, i => $"{Scripts[i % Scripts.Length]} {Scripts[i / 7 % Scripts.Length]},{Scripts[i / 3 % Scripts.Length]}{i % 5000},{i / 2}@lotus.example");
        Try("cells of 1 MB", "First Name,Last Name,Email,Company", Math.Min(rows, 200), i => $"{Word(i)},{Word(i / 2)},{Word(i)}@lotus.example,\"{new string((char)('a' + (i % 26)), 1_000_000)} {i}\"");
    }

    private static void Try(string what, string header, int rows, Func<int, string> row)
    {
        var path = Path.Combine(Path.GetTempPath(), "mops-hostile.csv");
        using (var writer = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 16))
        {
            writer.WriteLine(header);
            for (var i = 0; i < rows; i++) writer.WriteLine(row(i));
        }

        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var most = 0L;
        var finder = new DuplicateFinder(new DuplicateOptions { OnProgress = (_, _) => most = Math.Max(most, Environment.WorkingSet) });
        var samples = new List<IReadOnlyList<string?>>();
        DuplicateInput input;
        using (var reader = ExportReader.Open(path, new ImportOptions()))
        {
            while (samples.Count < 2000 && reader.Read()) samples.Add(reader.ToRecord().Values);
            input = finder.AddInput(FieldMapper.Map(reader.Schema, null, samples), samples, path);
        }

        using (var reader = ExportReader.Open(path, new ImportOptions(), _ => input.Columns))
            while (reader.Read()) input.Add(reader);
        var run = finder.Run();
        var groups = run.Groups();
        process.Refresh();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-26}{rows,10:N0} rows {clock.Elapsed.TotalSeconds,7:0.0} s ({(process.TotalProcessorTime - processor).TotalSeconds:0.0} s of processor time), {most / 1e6,6:0} MB, {run.CandidatePairs,12:N0} pairs, {groups.Count,8:N0} groups, the largest of {groups.Select(group => group.Rows.Count).DefaultIfEmpty().Max():N0}"));
        File.Delete(path);
    }

    // A word for each number, of syllables; those of neighbours are not alike.
    private static string Word(int of)
    {
        var number = (int)((uint)of * 2_654_435_761u >> 2);
        var word = new StringBuilder();
        do
        {
            word.Append("bdfgklmnprstvz"[number % 14]).Append("aeiou"[number / 14 % 5]);
            number /= 70;
        }
        while (number > 0);
        return word.Append('n').ToString();
    }
}
