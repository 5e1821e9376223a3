namespace MopsPS.Shell;

/// <summary>Exit codes of mops; those of pwsh, see about_Pwsh.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>EX_USAGE of sysexits.h, as pwsh has it.</summary>
    public const int BadCommandLine = 64;

    /// <summary>128 and the number of SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
