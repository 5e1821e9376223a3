using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace MopsPS.Shell.Hosting;

/// <summary>
/// Writes results to standard output and everything about them (errors, warnings, verbose and debug lines) to standard error,
/// so that a redirected file holds results only.
/// </summary>
internal sealed class MopsHostUserInterface(bool interactive) : PSHostUserInterface
{
    private readonly Lock _gate = new();
    private readonly ProgressBar? _progress = Terminal.HasScreen && Terminal.ErrorColors ? new ProgressBar(Console.Error, () => Terminal.Width) : null;

    public override PSHostRawUserInterface RawUI { get; } = new MopsRawUserInterface();

    public override bool SupportsVirtualTerminal => Terminal.OutputColors;

    public void EndProgress()
    {
        lock (_gate) _progress?.Clear();
    }

    public override void Write(string value) => Put(Console.Out, value, Terminal.OutputColors);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Put(Console.Out, Terminal.OutputColors ? Colored(foregroundColor, backgroundColor, value) : value, Terminal.OutputColors);

    public override void WriteLine(string value) => Put(Console.Out, value + Environment.NewLine, Terminal.OutputColors);

    public override void WriteErrorLine(string value) => Put(Console.Error, value + Environment.NewLine, Terminal.ErrorColors);

    public override void WriteWarningLine(string message) => Labelled("WARNING: ", message, PSStyle.Instance.Formatting.Warning);

    public override void WriteVerboseLine(string message) => Labelled("VERBOSE: ", message, PSStyle.Instance.Formatting.Verbose);

    public override void WriteDebugLine(string message) => Labelled("DEBUG: ", message, PSStyle.Instance.Formatting.Debug);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate) _progress?.Show(record);
    }

    public override string ReadLine()
    {
        RequireInteractive("read a line");
        return Console.In.ReadLine() ?? string.Empty;
    }

    public override SecureString ReadLineAsSecureString()
    {
        RequireInteractive("read a secret");
        var secret = new SecureString();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0) secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar)) secret.AppendChar(key.KeyChar);
        }

        WriteLine(string.Empty);
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        RequireInteractive($"ask for {descriptions[0].Name}");
        if (!string.IsNullOrEmpty(caption)) WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in descriptions)
        {
            Write(field.Name + ": ");
            answers[field.Name] = field.ParameterTypeFullName == typeof(SecureString).FullName
                ? PSObject.AsPSObject(ReadLineAsSecureString())
                : PSObject.AsPSObject(Console.In.ReadLine() ?? field.DefaultValue?.ToString() ?? string.Empty);
        }

        return answers;
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        RequireInteractive("ask for a decision; say -Confirm:$false where you are sure");
        if (!string.IsNullOrEmpty(caption)) WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
        while (true)
        {
            for (var i = 0; i < choices.Count; i++)
                Write($"[{Key(choices[i])}] {choices[i].Label.Replace("&", string.Empty, StringComparison.Ordinal)}{(i == defaultChoice ? " (default)" : string.Empty)}  ");
            Write(": ");
            var answer = Console.In.ReadLine();
            if (string.IsNullOrWhiteSpace(answer) && defaultChoice >= 0) return defaultChoice;
            if (answer is null) throw new HostException("Standard input ended before the question was answered.");
            for (var i = 0; i < choices.Count; i++)
            {
                if (Key(choices[i]).Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase)
                    || choices[i].Label.Replace("&", string.Empty, StringComparison.Ordinal).Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase)) return i;
            }
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        RequireInteractive("ask for a credential");
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for {userName}: ");
        return new PSCredential(userName, ReadLineAsSecureString());
    }

    private static string Key(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpper(CultureInfo.CurrentCulture) : choice.Label;
    }

    private static string Colored(ConsoleColor foreground, ConsoleColor background, string value) =>
        PSStyle.MapForegroundColorToEscapeSequence(foreground)
        + (background == ConsoleColor.Black ? string.Empty : PSStyle.MapBackgroundColorToEscapeSequence(background))
        + value + PSStyle.Instance.Reset;

    private void Labelled(string label, string message, string style) =>
        Put(Console.Error, (Terminal.ErrorColors ? style + label + message + PSStyle.Instance.Reset : label + message) + Environment.NewLine, Terminal.ErrorColors);

    private void Put(TextWriter writer, string text, bool colors)
    {
        if (!colors && text.Contains('\u001b', StringComparison.Ordinal)) text = new System.Management.Automation.Internal.StringDecorated(text).ToString(OutputRendering.PlainText);
        lock (_gate)
        {
            _progress?.Clear();
            writer.Write(text);
        }
    }

    private void RequireInteractive(string purpose)
    {
        if (!interactive) throw new HostException($"mops cannot {purpose}: it runs without a person at the terminal.");
    }
}
