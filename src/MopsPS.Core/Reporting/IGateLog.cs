using System;

namespace MopsPS.Core.Reporting;

/// <summary>A file that tells a build system what a gate saw.</summary>
public interface IGateLog : IDisposable
{
    /// <summary>Takes a finding, suppressed ones included.</summary>
    /// <param name="finding">The finding.</param>
    void Add(Finding finding);

    /// <summary>Ends the file.</summary>
    /// <param name="result">What the gate decided.</param>
    void Finish(GateResult result);
}
