using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Records;

/// <summary>Shows which column of an export plays which canonical part and why, or the canonical fields themselves.</summary>
/// <remarks>
/// <para>Analyses ask for canonical fields such as Email or LeadSource. The column is found by the header names of the product, and for e-mail, phone and
/// web addresses by the values where no header tells. Two columns that are equally good are not guessed between. Sample values are masked.</para>
/// </remarks>
/// <example>
/// <para>Shows the columns of an export.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Get-MopsField</code>
/// </example>
/// <example>
/// <para>Shows the columns that play no part.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Get-MopsField | Where-Object Field -eq $null</code>
/// </example>
/// <example>
/// <para>Shows the canonical fields.</para>
/// <code>Get-MopsField -List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsField", DefaultParameterSetName = "InputObject")]
[OutputType(typeof(FieldColumn), ParameterSetName = ["InputObject"])]
[OutputType(typeof(CanonicalField), ParameterSetName = ["List"])]
public sealed class GetMopsFieldCommand : MopsCmdlet
{
    private readonly RecordAccessor _accessor = new();
    private readonly List<IReadOnlyList<string?>> _samples = [];
    private RecordSchema? _schema;

    /// <summary>The records: MopsRecord or any objects with properties. The first one says the columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    public PSObject? InputObject { get; set; }

    /// <summary>The product whose column names the export has; without it, the headers tell.</summary>
    [Parameter(ParameterSetName = "InputObject")]
    public ExportProfile? Profile { get; set; }

    /// <summary>Columns by canonical field, for example @{ Email = 'Work Email' }.</summary>
    [Parameter(ParameterSetName = "InputObject")]
    public Hashtable? FieldMap { get; set; }

    /// <summary>How many records are looked at.</summary>
    [Parameter(ParameterSetName = "InputObject")]
    [ValidateRange(1, 1_000_000)]
    public int SampleSize { get; set; } = 1000;

    /// <summary>Lists the canonical fields.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "List")]
    public SwitchParameter List { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (List || InputObject is null || _samples.Count >= SampleSize) return;
        var record = _accessor.Read(InputObject);
        _schema ??= record.Schema;
        _samples.Add(ReferenceEquals(record.Schema, _schema) ? record.Values : [.. _schema.Columns.Select(name => record[name])]);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (List)
        {
            WriteObject(FieldCatalog.Fields, enumerateCollection: true);
            return;
        }

        if (_schema is null) return;
        try
        {
            var map = FieldMap?.Cast<DictionaryEntry>().ToDictionary(pair => pair.Key.ToString()!, pair => pair.Value?.ToString() ?? "");
            var mapping = FieldMapper.Map(_schema, new FieldMapOptions { Profile = Profile, Overrides = map }, _samples);
            WriteObject(FieldReport.Describe(mapping, _samples), enumerateCollection: true);
        }
        catch (FieldNotFoundException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "FieldNotFound", ErrorCategory.ObjectNotFound, exception.Field));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "FieldMapInvalid", ErrorCategory.InvalidArgument, FieldMap));
        }
    }
}
