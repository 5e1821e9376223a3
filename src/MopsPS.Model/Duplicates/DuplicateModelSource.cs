namespace MopsPS;

/// <summary>Where the probabilities come from by which records were compared.</summary>
public enum DuplicateModelSource
{
    /// <summary>Nothing was compared.</summary>
    None,

    /// <summary>Learnt from the records themselves, starting from what MopsPS ships.</summary>
    Learned,

    /// <summary>Read from a model file.</summary>
    File,
}
