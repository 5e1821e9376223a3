using System.Linq;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>merge</c> section.</summary>
internal static class MergePolicyWriter
{
    public static void Write(Utf8JsonWriter json, MergePolicy merge) => json.Section("merge", () =>
    {
        json.Texts("master", [.. merge.Master.Select(rule => rule.ToString())]);
        json.WriteString("default", merge.Default.ToString());
        json.Table("fields", merge.Fields, (writer, rule) => writer.WriteStringValue(rule.ToString()));
        json.Texts("sources", merge.Sources);
        json.Table("consent", merge.Consent, PolicyText.Texts);
        json.Texts("keep", merge.Keep);
        json.Texts("opportunity", merge.Opportunity);
        json.Texts("hardIds", merge.HardIds);
        json.WriteNumber("maxGroupSize", merge.MaxGroupSize);
        json.Texts("refuse", [.. merge.Refuse.Select(kind => kind.ToString())]);
    });
}
