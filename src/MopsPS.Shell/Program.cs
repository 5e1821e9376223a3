using System;
using MopsPS.Shell.CommandLine;
using MopsPS.Shell.Hosting;

namespace MopsPS.Shell;

internal static class Program
{
    private static int Main(string[] args)
    {
        // The build calls this to make the module's help; it is no parameter of mops.
        if (args is ["--build-help", var moduleFolder]) return Help.HelpBuilder.Build(moduleFolder);
        Terminal.Prepare();
        try
        {
            return ShellRun.Start(CommandLineParser.Parse(args));
        }
        catch (CommandLineException exception)
        {
            Console.Error.WriteLine("mops: " + exception.Message);
            return ExitCode.BadCommandLine;
        }
    }
}
