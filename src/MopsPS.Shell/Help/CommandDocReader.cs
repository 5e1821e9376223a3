using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MopsPS.Shell.Help;

/// <summary>Joins the metadata that the engine has of a cmdlet with the doc comments of its class.</summary>
internal sealed class CommandDocReader(DocComments comments)
{
    private static readonly HashSet<string> Common =
        new([.. Cmdlet.CommonParameters.Except(["ProgressAction"], StringComparer.Ordinal), "ProgressAction"], StringComparer.OrdinalIgnoreCase);

    public CommandDoc Read(CmdletInfo command)
    {
        var type = command.ImplementingType;
        var defaults = Defaults(type);
        var sets = command.ParameterSets
            .OrderByDescending(set => set.IsDefault).ThenBy(set => set.Name, StringComparer.Ordinal)
            .Select(set => new SyntaxDoc(set.Name, set.IsDefault, [.. Ordered(set).Select(parameter => Parameter(type, parameter, defaults))]))
            .ToArray();
        var parameters = sets.SelectMany(set => set.Parameters).GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
            .Select(Merge).OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToArray();
        var inputs = command.ParameterSets.SelectMany(set => set.Parameters).Where(parameter => parameter.ValueFromPipeline && !Common.Contains(parameter.Name))
            .Select(parameter => parameter.ParameterType.FullName!).Distinct(StringComparer.Ordinal).ToArray();
        return new CommandDoc(
            command, string.Join(' ', comments.Summary(type)), comments.Remarks(type), sets, parameters, inputs,
            [.. command.OutputType.Select(output => output.Name).Distinct(StringComparer.Ordinal)], comments.Examples(type), comments.Related(type));
    }

    private static IEnumerable<CommandParameterInfo> Ordered(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Common.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position).ThenByDescending(parameter => parameter.IsMandatory)
            .ThenBy(parameter => parameter.Name is "WhatIf" or "Confirm").ThenBy(parameter => parameter.Name, StringComparer.Ordinal);

    private ParameterDoc Parameter(Type type, CommandParameterInfo parameter, Dictionary<string, string> defaults)
    {
        var property = type.GetProperty(parameter.Name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.FlattenHierarchy);
        var element = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var item = element.IsArray ? element.GetElementType()! : element;
        return new ParameterDoc(
            parameter.Name,
            ShortName(parameter.ParameterType),
            parameter.ParameterType.ToString(),
            parameter.ParameterType == typeof(SwitchParameter),
            property is null ? Standard(parameter.Name) : comments.Property(property),
            parameter.IsMandatory,
            parameter.Position < 0 ? null : parameter.Position,
            Pipeline(parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName),
            parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            parameter.ValueFromRemainingArguments,
            defaults.GetValueOrDefault(parameter.Name),
            [.. parameter.Aliases],
            item.IsEnum ? Enum.GetNames(item) : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)]);
    }

    /// <summary>A parameter over all its sets: required where any set requires it, at the position that some set gives it.</summary>
    private static ParameterDoc Merge(IEnumerable<ParameterDoc> uses)
    {
        var all = uses.ToArray();
        return all[0] with
        {
            IsMandatory = all.Any(use => use.IsMandatory),
            Position = all.Select(use => use.Position).FirstOrDefault(position => position is not null),
            Pipeline = Pipeline(all.Any(use => use.Pipeline.Contains("ByValue", StringComparison.Ordinal)),
                all.Any(use => use.Pipeline.Contains("ByPropertyName", StringComparison.Ordinal)))
        };
    }

    private static string Pipeline(bool byValue, bool byName) => (byValue, byName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False"
    };

    private static string[] Standard(string name) => name switch
    {
        "WhatIf" => ["Says what would be written or changed, and does not do it."],
        "Confirm" => ["Asks before anything is written or changed."],
        _ => []
    };

    /// <summary>What the parameters hold before anybody binds them, read from a new cmdlet.</summary>
    private static Dictionary<string, string> Defaults(Type type)
    {
        var defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var instance = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttributes<ParameterAttribute>().Any() && property.CanRead))
        {
            // A nullable enum or number that is unset has no default; one that is not nullable has, zero included.
            if (Text(property.GetValue(instance)) is { Length: > 0 } text) defaults[property.Name] = text;
        }

        (instance as IDisposable)?.Dispose();
        return defaults;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        SwitchParameter on => on.IsPresent ? "True" : "False",
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object?>().Select(Text)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()
    };

    private static string ShortName(Type type)
    {
        if (type.IsArray) return ShortName(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return ShortName(inner);
        return type == typeof(PSObject) ? "PSObject" : type.Name.Split('`')[0];
    }
}
