using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Requests;

namespace MopsPS.Requests;

/// <summary>Sorts new requests by category and says which runbook holds, who does it and which questions are still open.</summary>
/// <remarks>
/// <para>Categories and questions are words and columns that a team reads and changes in the policy (section requests); without them those that come with the module hold.
/// Each phrase in the text speaks for its category, in the summary twice. The most points win; a tie is no category, and both are named.</para>
/// <para>A question is open where neither a word of it, nor one of its columns, nor a date (for a deadline) answers it. about_MopsPS_Requests shows how to write both.</para>
/// </remarks>
/// <example>
/// <para>Sorts the requests of an export.</para>
/// <code>Resolve-MopsRequest ./requests.csv -Policy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Lists the questions to ask before work can start.</para>
/// <code>Resolve-MopsRequest ./requests.csv -Policy default | Where-Object { $_.Questions.Count } | ForEach-Object { "$($_.Id): $($_.Questions -join ' ')" }</code>
/// </example>
/// <example>
/// <para>Sorts one request by hand.</para>
/// <code>[pscustomobject]@{ Summary = 'Upload the trade show list'; Description = 'Badge scans, all opted in, for the follow-up mailing on 1 December.' } | Resolve-MopsRequest -Policy default</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Resolve, "MopsRequest", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RequestTriage))]
public sealed class ResolveMopsRequestCommand : MopsRecordCmdlet
{
    private RequestSorter _sorter = null!;
    private bool _isSorted;

    /// <inheritdoc/>
    protected override void OnStart() => _sorter = new RequestSorter(TeamPolicy, DateTime.UtcNow);

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _sorter.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        _isSorted = true;
        WriteObject(_sorter.Sort(row));
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        if (_isSorted) return;
        var nothing = new RequestException("There are no requests to sort. Give an export of tickets with a summary or a description.");
        ThrowTerminatingError(new ErrorRecord(nothing, "MopsRequestNoData", ErrorCategory.InvalidData, null));
    }
}
