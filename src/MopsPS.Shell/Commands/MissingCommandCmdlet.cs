using System.Management.Automation;

namespace MopsPS.Shell.Commands;

/// <summary>Stands in for a built-in command that the bare engine lacks: takes whatever it is given and ends with the sentence that says where the command lives.</summary>
[Cmdlet(VerbsCommon.Get, "MissingCommand")]
public sealed class MissingCommandCmdlet : PSCmdlet
{
    /// <summary>What is piped in; not looked at.</summary>
    [Parameter(ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? MissingCommandInput { get; set; }

    /// <summary>The arguments; not looked at.</summary>
    [Parameter(ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object[]? MissingCommandArguments { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var name = MyInvocation.MyCommand.Name;
        var exception = new CommandNotFoundException(MissingCommand.Explain(name)) { CommandName = name };
        ThrowTerminatingError(new ErrorRecord(exception, "CommandNotFoundException", ErrorCategory.ObjectNotFound, name));
    }
}
