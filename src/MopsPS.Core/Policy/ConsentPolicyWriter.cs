using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Writes the <c>consent</c> section.</summary>
internal static class ConsentPolicyWriter
{
    public static void Write(Utf8JsonWriter json, ConsentPolicy consent) => json.Section("consent", () =>
    {
        json.WriteString("defaultPurpose", consent.DefaultPurpose);
        json.Texts("optOut", consent.OptOut);
        json.Texts("hardBounced", consent.HardBounced);
        json.Section("values", () =>
        {
            json.Texts("granted", consent.Values.Granted);
            json.Texts("denied", consent.Values.Denied);
            json.Texts("unknown", consent.Values.Unknown);
            json.Texts("business", consent.Values.Business);
            json.Texts("inquiry", consent.Values.Inquiry);
            json.Texts("softBounce", consent.Values.SoftBounce);
        });
        json.Table("purposes", consent.Purposes, Purpose);
        json.Table("regions", consent.Regions, Region);
        json.WriteString("otherRegions", consent.OtherRegions.ToString());
    });

    private static void Purpose(Utf8JsonWriter json, ConsentPurpose purpose)
    {
        json.WriteStartObject();
        json.Texts("columns", purpose.Columns);
        json.Texts("date", purpose.Date);
        json.Texts("expires", purpose.Expires);
        json.Texts("optOut", purpose.OptOut);
        json.WriteEndObject();
    }

    private static void Region(Utf8JsonWriter json, ConsentRegion region)
    {
        json.WriteStartObject();
        json.WriteString("law", region.Law);
        json.Texts("countries", region.Countries);
        json.WriteString("rule", region.Rule.ToString());
        json.WriteNumber("maxAgeDays", region.MaxAgeDays);
        json.WriteNumber("businessDays", region.BusinessDays);
        json.WriteNumber("inquiryDays", region.InquiryDays);
        json.WriteEndObject();
    }
}
