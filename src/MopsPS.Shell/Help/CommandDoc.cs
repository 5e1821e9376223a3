using System.Collections.Generic;
using System.Management.Automation;

namespace MopsPS.Shell.Help;

/// <summary>All that the help of one cmdlet says: its metadata joined with its doc comments.</summary>
internal sealed record CommandDoc(
    CmdletInfo Command,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<SyntaxDoc> Syntax,
    IReadOnlyList<ParameterDoc> Parameters,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<ExampleDoc> Examples,
    IReadOnlyList<string> Related);

/// <summary>One parameter set, its parameters in the order in which they are typed.</summary>
internal sealed record SyntaxDoc(string Name, bool IsDefault, IReadOnlyList<ParameterDoc> Parameters);

/// <summary>One parameter, as it is in one parameter set or over all of them.</summary>
internal sealed record ParameterDoc(
    string Name,
    string TypeName,
    string FullTypeName,
    bool IsSwitch,
    IReadOnlyList<string> Description,
    bool IsMandatory,
    int? Position,
    string Pipeline,
    bool Wildcards,
    bool FromRemainingArguments,
    string? DefaultValue,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AllowedValues);

/// <summary>One example: what it does, the lines to type, and what there is to say about it.</summary>
internal sealed record ExampleDoc(string Title, string Code, IReadOnlyList<string> Remarks);
