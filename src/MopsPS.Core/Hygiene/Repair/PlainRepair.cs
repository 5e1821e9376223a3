using System;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Only what all texts share: blanks, encoding, entities.</summary>
internal sealed class PlainRepair : FieldRepair
{
    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8) => true;

    public override FieldVerdict Judge(string text, Country? country) => FieldVerdict.Clean;
}
