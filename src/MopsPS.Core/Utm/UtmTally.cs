namespace MopsPS.Core.Utm;

/// <summary>The counts of many links.</summary>
internal sealed class UtmTally
{
    public int Links { get; private set; }

    public int Tagged { get; private set; }

    public int Counted { get; private set; }

    public int Compliant { get; private set; }

    public int Correctable { get; private set; }

    /// <summary>Counts a result.</summary>
    public void Add(UtmResult result, int times)
    {
        Links += times;
        if (result.IsTagged) Tagged += times;
        if (result.IsCompliant is not null) Counted += times;
        if (result.IsCompliant == true) Compliant += times;
        if (result.CorrectedUrl is not null) Correctable += times;
    }

    /// <summary>Counts what another tally counted.</summary>
    public void Add(UtmTally other)
    {
        Links += other.Links;
        Tagged += other.Tagged;
        Counted += other.Counted;
        Compliant += other.Compliant;
        Correctable += other.Correctable;
    }
}
