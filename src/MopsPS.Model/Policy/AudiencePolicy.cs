using System.Collections.Generic;

namespace MopsPS;

/// <summary>Who is no part of any audience, beside what the section consent says. Single checks are turned off under <see cref="MopsPolicy.Rules"/>.</summary>
public sealed class AudiencePolicy
{
    /// <summary>The company's own mail domains, each with what is below it; the sites under <c>utm.internalDomains</c> are among them.</summary>
    public IReadOnlyList<string> EmployeeDomains { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Mail domains of competitors, each with what is below it.</summary>
    public IReadOnlyList<string> CompetitorDomains { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Mailboxes of functions that may be written to, by the part before the @, for example <c>marketing</c>.</summary>
    public IReadOnlyList<string> AllowedRoles { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}
