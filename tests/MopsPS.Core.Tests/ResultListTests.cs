using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace MopsPS.Core.Tests;

public sealed class ResultListTests
{
    public static TheoryData<string, string> Lists()
    {
        var data = new TheoryData<string, string>();
        foreach (var property in Properties().Where(property => property.SetMethod is not null)) data.Add(property.DeclaringType!.FullName!, property.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void AListOfAResultGivesItemsByNumberWhateverItWasMadeOf(string type, string name)
    {
        // The list that the compiler makes of […] has no indexer that PowerShell sees: $result.Findings[0] would be the whole list.
        var property = typeof(MopsPolicy).Assembly.GetType(type)!.GetProperty(name)!;
        var result = RuntimeHelpers.GetUninitializedObject(property.DeclaringType!);
        var item = property.PropertyType.GetGenericArguments()[0];
        property.SetValue(result, Activator.CreateInstance(typeof(Opaque<>).MakeGenericType(item)));
        var list = property.GetValue(result)!;
        Assert.NotNull(list.GetType().GetProperty("Item", [typeof(int)]));
        Assert.Single((IEnumerable)list);
    }

    [Fact]
    public void ThereAreLists() => Assert.True(Properties().Count() >= 10);

    [Fact]
    public void FindingsReadAsTheirRules()
    {
        var result = new UtmResult { Findings = [new Finding("UTM003", Severity.Warning, "a"), new Finding("UTM007", Severity.Error, "b")] };
        Assert.Equal("UTM003; UTM007", result.Findings.ToString());
        Assert.Equal("", new UtmResult().Findings.ToString());
    }

    private static IEnumerable<PropertyInfo> Properties() => Types().Where(type => type is { IsPublic: true, IsInterface: false })
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));

    // The adapter of records stands on the engine, which is not here.
    private static IEnumerable<Type> Types()
    {
        try
        {
            return typeof(MopsPolicy).Assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private sealed class Opaque<T> : IReadOnlyList<T>
    {
        public int Count => 1;

        T IReadOnlyList<T>.this[int index] => default!;

        public IEnumerator<T> GetEnumerator()
        {
            yield return default!;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
