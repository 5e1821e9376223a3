using MopsPS.Core.Consent;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes consent values as the policy does, by what they mean; the meaning never changes.</summary>
internal sealed class ConsentRepair : FieldRepair
{
    private readonly ConsentWords _words;
    private readonly HygienePolicy _policy;

    public ConsentRepair(HygienePolicy policy, ConsentValues values)
    {
        _policy = policy;
        _words = new ConsentWords(values);
    }

    public override FieldVerdict Judge(string text, Country? country)
    {
        var state = _words.Consent(text);
        if (state == ConsentState.Unreadable) return FieldVerdict.Unsure(RepairRule.Consent, "is in no list of the policy's consent.values");
        // A text that means something else than its repair would be a forgery: the written word must read back as the same.
        if (!_policy.Consent.TryGetValue(state, out var wanted) || wanted == text || _words.Consent(wanted) != state) return FieldVerdict.Clean;
        return FieldVerdict.Change(wanted, RepairRule.Consent, 0.99);
    }
}
