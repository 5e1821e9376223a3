using System.Collections.Generic;

namespace MopsPS.Core.Reporting;

/// <summary>
/// What an area adds to a report beside findings and KPIs: sections of figures, tables and charts. One instance serves one
/// report and sees every object of its input, so it counts what it needs and holds no more than it will show; a million
/// results may come. New ones are named in <see cref="ReportContributors"/>.
/// </summary>
public interface IReportContributor
{
    /// <summary>Looks at an object of the input.</summary>
    /// <param name="item">Any object; a contributor passes over types that are not its own.</param>
    /// <returns>Whether the section shows the object whole, so that the report needs no row for it. Findings and KPIs are taken from it in any case.</returns>
    bool Add(object item);

    /// <summary>Makes the sections; called once, after the last object.</summary>
    /// <returns>The sections in their order; none where nothing of the area came in.</returns>
    IEnumerable<ReportSection> Build();
}
