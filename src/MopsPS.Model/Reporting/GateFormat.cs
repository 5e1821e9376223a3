namespace MopsPS;

/// <summary>How a gate tells a build system what it saw: by annotations in the output, or by a file.</summary>
public enum GateFormat
{
    /// <summary>No annotations.</summary>
    None,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,

    /// <summary>Logging commands of Azure Pipelines.</summary>
    AzureDevOps,

    /// <summary>A SARIF 2.1.0 file, which GitHub code scanning, Azure DevOps and editors show.</summary>
    Sarif,

    /// <summary>A JUnit XML file, which nearly every build system shows as tests: one for each rule, and the gate itself.</summary>
    JUnit,
}
