using MopsPS.Core.Consent;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes yes and no as the policy does.</summary>
internal sealed class FlagRepair(FlagForm form) : FieldRepair
{
    public override FieldVerdict Judge(string text, Country? country)
    {
        if (FlagWords.Read(text.TrimEnd('.', '!')) is not { } flag) return FieldVerdict.Unsure(RepairRule.Flag, "says neither yes nor no");
        var wanted = form switch { FlagForm.YesNo => flag ? "Yes" : "No", FlagForm.OneZero => flag ? "1" : "0", _ => flag ? "true" : "false" };
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Flag, 0.99);
    }
}
