using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace MopsPS.Common;

/// <summary>The properties that a script gave to one object, for example with Add-Member.</summary>
internal static class AddedMembers
{
    private const PSMemberTypes Kinds = PSMemberTypes.NoteProperty | PSMemberTypes.ScriptProperty | PSMemberTypes.AliasProperty | PSMemberTypes.CodeProperty;

    // Asking an object for its properties costs an object for each column. The engine knows at once whether any was added, but says so in no public way.
    private static readonly MethodInfo? Engine = typeof(PSObject).GetMethod("HasInstanceMembers", BindingFlags.Static | BindingFlags.NonPublic);

    /// <summary>Finds them.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The added properties; mostly none.</returns>
    public static IReadOnlyList<PSPropertyInfo> Of(PSObject item) =>
        Engine?.Invoke(null, [item, null]) is false ? [] : [.. item.Properties.Where(property => (property.MemberType & Kinds) != 0 && property.IsGettable)];
}
