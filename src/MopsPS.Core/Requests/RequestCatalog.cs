using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Requests;

/// <summary>The categories and questions that come with the module; a policy's own replace them.</summary>
public static class RequestCatalog
{
    /// <summary>The categories.</summary>
    public static IReadOnlyList<RequestCategory> Categories { get; } =
        [.. EmbeddedTable.Read("Requests/categories.csv").Select(row => new RequestCategory { Name = row[0], Words = EmbeddedTable.Values(row[1]) })];

    /// <summary>The questions.</summary>
    public static IReadOnlyList<RequestQuestion> Questions { get; } =
        [.. EmbeddedTable.Read("Requests/questions.csv").Select(row => new RequestQuestion
        {
            Name = row[0],
            Ask = row[1],
            For = EmbeddedTable.Values(row[2]),
            Words = EmbeddedTable.Values(row[3]),
            Columns = EmbeddedTable.Values(row[4]),
            Date = row[5] == "yes",
        })];
}
