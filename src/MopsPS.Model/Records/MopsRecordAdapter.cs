using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;

namespace MopsPS;

/// <summary>Shows the columns of a <see cref="MopsRecord"/> as properties in PowerShell; registered in MopsPS.Types.ps1xml.</summary>
public sealed class MopsRecordAdapter : PSPropertyAdapter
{
    private const string StringTypeName = "System.String";

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var schema = ((MopsRecord)baseObject).Schema;
        var properties = new Collection<PSAdaptedProperty>();
        for (var i = 0; i < schema.Count; i++) properties.Add(new PSAdaptedProperty(schema.Columns[i], Tag(i)));
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName)
    {
        var schema = ((MopsRecord)baseObject).Schema;
        var i = schema.IndexOf(propertyName);
        return i < 0 ? null : new PSAdaptedProperty(schema.Columns[i], Tag(i));
    }

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) => StringTypeName;

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) => Record(adaptedProperty)[Column(adaptedProperty)];

    /// <inheritdoc/>
    public override bool IsGettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override bool IsSettable(PSAdaptedProperty adaptedProperty) => true;

    /// <inheritdoc/>
    public override void SetPropertyValue(PSAdaptedProperty adaptedProperty, object value) =>
        Record(adaptedProperty)[Column(adaptedProperty)] = (string?)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);

    private static object Tag(int column) => column;

    private static MopsRecord Record(PSAdaptedProperty property) =>
        property?.BaseObject as MopsRecord ?? throw new ArgumentNullException(nameof(property));

    // PowerShell may hand a property of one record to another of the same shape: trust the name, take the tag as a hint.
    private static int Column(PSAdaptedProperty property)
    {
        var schema = Record(property).Schema;
        return property.Tag is int i && i < schema.Count && string.Equals(schema.Columns[i], property.Name, StringComparison.OrdinalIgnoreCase)
            ? i
            : schema.IndexOf(property.Name);
    }
}
