namespace MopsPS;

/// <summary>How a gate annotates a build.</summary>
public enum GateFormat
{
    /// <summary>No annotations.</summary>
    None,

    /// <summary>Workflow commands of GitHub Actions.</summary>
    GitHub,

    /// <summary>Logging commands of Azure Pipelines.</summary>
    AzureDevOps,
}
