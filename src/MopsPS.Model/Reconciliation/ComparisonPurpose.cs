namespace MopsPS;

/// <summary>What two exports are compared for, which says what counts and which KPIs there are.</summary>
public enum ComparisonPurpose
{
    /// <summary>Two systems that should hold the same: what is missing, extra and different.</summary>
    Records,

    /// <summary>Form submissions (left) against leads (right): each submission should have left a lead. Other leads are no difference.</summary>
    Forms,

    /// <summary>The marketing system (left) against the CRM (right): records, values, status and delay.</summary>
    Sync,

    /// <summary>An uploaded list (left) against what arrived (right). Other records are no difference.</summary>
    List,
}
